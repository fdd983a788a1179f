internal import Dispatch

/// Works on what it is given, piece after piece on another thread, so that the next piece can be read meanwhile.
final class SideWork<Result: Sendable>: Sendable {
  /// The result so far, touched by the thread of the queue alone.
  private final class Desk: @unchecked Sendable {
    var result: Result
    init(_ result: Result) { self.result = result }
  }
  private let desk: Desk
  private let queue = DispatchQueue(label: "vakmatrix.side")
  /// A few pieces may wait, which bounds the memory that they take.
  private let room = DispatchSemaphore(value: 2)

  /// Work on this result.
  init(on result: Result) { desk = Desk(result) }

  /// Gives the next piece; waits while too many are waiting.
  func give(_ piece: @escaping @Sendable (inout Result) -> Void) {
    room.wait()
    queue.async { [desk, room] in
      piece(&desk.result)
      room.signal()
    }
  }

  /// The result of all that was given.
  func finish() -> Result { queue.sync { desk.result } }
}
