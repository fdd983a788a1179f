import CLibXML2
import Dispatch
import Synchronization

/// Ends an expression when all of them together took too long.
///
/// libxml2 counts steps and not what a step costs: comparing the texts of two large parts is one step. So that a file
/// cannot hold the program, the budget is taken away from outside when the time is over, and the next step ends it.
final class XPathWatch: @unchecked Sendable {
  private struct State {
    /// How long expressions may still take, in nanoseconds.
    var left: UInt64
    /// Since when one runs; nil while none does. What happens between expressions does not count.
    var since: DispatchTime?
    var isOver = false
  }
  private let state: Mutex<State>
  private let timer = DispatchSource.makeTimerSource(queue: .global())
  // Written to by the timer under the lock, and not after `end`.
  private var context: xmlXPathContextPtr?

  init(_ context: xmlXPathContextPtr, seconds: Double) {
    self.context = context
    state = Mutex(State(left: UInt64(seconds * 1_000_000_000)))
    timer.schedule(deadline: .now() + seconds)
    timer.setEventHandler { [weak self] in self?.look() }
    timer.resume()
  }

  /// Gives the next expression so many steps; false when the time is over.
  func begin(steps: UInt) -> Bool {
    state.withLock { state in
      context?.pointee.opLimit = steps
      state.since = .now()
      return !state.isOver
    }
  }

  /// Notes that the expression ended; false when its time was over.
  func pause() -> Bool {
    state.withLock { state in
      state.left = Self.left(of: state)
      state.since = nil
      return !state.isOver
    }
  }

  /// Lets go of the context, which is about to be freed.
  func end() {
    state.withLock { _ in context = nil }
    timer.cancel()
  }

  private func look() {
    state.withLock { state in
      let left = Self.left(of: state)
      guard left == 0 else {
        timer.schedule(deadline: .now() + .nanoseconds(Int(left)))
        return
      }
      state.isOver = true
      context?.pointee.opLimit = 1
    }
  }

  private static func left(of state: State) -> UInt64 {
    guard let since = state.since else { return state.left }
    let taken = DispatchTime.now().uptimeNanoseconds - since.uptimeNanoseconds
    return state.left - min(state.left, taken)
  }
}
