internal import Synchronization

/// Decides between a Ctrl-C and a commit: whichever comes first wins, so that what a person is told is what happened.
public final class CommitGate: Sendable {
  private enum State { case open, committing }
  private let state = Mutex(State.open)

  /// A gate that lets a stop through.
  public init() {}

  /// From here on a stop comes too late: what is being committed is finished and reported.
  public func close() { state.withLock { $0 = .committing } }

  /// A new piece of work begins that may be stopped again.
  public func reopen() { state.withLock { $0 = .open } }

  /// Runs this when nothing is being committed; it must end the process, for a commit waits until it returns.
  public func stop(_ ending: () -> Void) {
    state.withLock { state in
      if case .open = state { ending() }
    }
  }
}
