import Dispatch
import Glibc
import Synchronization

/// Does work on all processors: on threads of the system, and on the thread that waits for an outcome.
///
/// Who waits takes work that nobody began, so that there are as many busy threads as processors; with one more they stand in
/// each other's way at the locks of the allocator.
final class Crew<Outcome: Sendable>: Sendable {
  /// A piece of work that was given.
  final class Assignment: @unchecked Sendable {
    private let work: @Sendable () -> Outcome
    private let done = DispatchSemaphore(value: 0)
    private var outcome: Outcome?

    fileprivate init(_ work: @escaping @Sendable () -> Outcome) { self.work = work }

    fileprivate func perform() {
      outcome = work()
      done.signal()
    }

    /// The outcome if it is there, taken out; nil when it is not.
    fileprivate func take() -> Outcome? { done.wait(timeout: .now()) == .success ? outcome.take() : nil }

    fileprivate func wait() { done.wait(); done.signal() }
  }

  private struct Plan {
    var coming: [Assignment] = []
    var helpers = 0
  }
  private let plan = Mutex(Plan())
  private let queue = DispatchQueue(label: "vakmatrix.forms", attributes: .concurrent)
  private let mostHelpers = max(0, sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1)

  /// Gives a piece of work, which is begun when a processor is free.
  func give(_ work: @escaping @Sendable () -> Outcome) -> Assignment {
    let assignment = Assignment(work)
    let needsHelper = plan.withLock { plan in
      plan.coming.append(assignment)
      guard plan.helpers < mostHelpers else { return false }
      plan.helpers += 1
      return true
    }
    if needsHelper { queue.async { [self] in while let next = takeNext(asHelper: true) { next.perform() } } }
    return assignment
  }

  /// The outcome of a piece of work, asked once; other work is done meanwhile.
  func outcome(of assignment: Assignment) -> Outcome {
    while true {
      if let outcome = assignment.take() { return outcome }
      if let other = takeNext(asHelper: false) { other.perform() } else { assignment.wait() }
    }
  }

  private func takeNext(asHelper: Bool) -> Assignment? {
    plan.withLock { plan in
      guard plan.coming.isEmpty else { return plan.coming.removeFirst() }
      if asHelper { plan.helpers -= 1 }
      return nil
    }
  }
}
