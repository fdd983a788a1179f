internal import CompetencyCore
internal import Synchronization

/// Gathers who looked at whom, so that looking costs no write: the looks are kept together every few seconds.
final class ViewGathering: Sendable {
  private let state = Mutex<(waiting: Set<PageView>, kept: Set<PageView>)>(([], []))

  /// Notes a look; the same on the same day once.
  func note(_ view: PageView) {
    state.withLock { state in
      if !state.kept.contains(view) { state.waiting.insert(view) }
    }
  }

  /// Hands the looks that wait to who keeps them; when that fails, they wait on.
  func keep(_ keeping: ([PageView]) throws -> Void) rethrows {
    let waiting = state.withLock { $0.waiting }
    guard !waiting.isEmpty else { return }
    try keeping(Array(waiting))
    state.withLock { state in
      state.waiting.subtract(waiting)
      let today = waiting.map(\.seenOn).max()
      state.kept = state.kept.filter { $0.seenOn == today }.union(waiting)
    }
  }
}
