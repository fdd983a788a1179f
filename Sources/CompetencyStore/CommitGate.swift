internal import Synchronization

/// Decides between a Ctrl-C and a commit: whichever comes first wins, so that what a person is told is what happened.
public final class CommitGate: Sendable {
  private enum State { case open, committing }
  private let state = Mutex(State.open)
  /// Takes away what is half made, when a stop comes first.
  private let clearing = Mutex<(@Sendable () -> Void)?>(nil)

  /// A gate that lets a stop through.
  public init() {}

  /// From here on a stop comes too late: what is being committed is finished and reported.
  public func close() { state.withLock { $0 = .committing } }

  /// A new piece of work begins that may be stopped again.
  public func reopen() { state.withLock { $0 = .open } }

  /// Makes something that a stop takes away again; once a stop has begun, nothing more is made.
  ///
  /// - Parameters:
  ///   - make: makes it; what it gives is handed to `clearing`.
  ///   - clearing: takes it away, at the stop.
  public func making<Made: Sendable>(
    _ make: () -> Made, clearing clear: (@Sendable (Made) -> Void)? = nil
  ) -> Made {
    state.withLock { _ in
      let made = make()
      if let clear { clearing.withLock { $0 = { clear(made) } } }
      return made
    }
  }

  /// Runs this when nothing is being committed; it must end the process, for a commit waits until it returns.
  public func stop(_ ending: () -> Void) {
    state.withLock { state in
      guard case .open = state else { return }
      clearing.withLock { $0 }?()
      ending()
    }
  }
}
