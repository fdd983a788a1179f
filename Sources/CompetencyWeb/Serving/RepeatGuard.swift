internal import Synchronization

/// Sees that of two requests with one key the second waits for the first, so that sending twice changes once.
final class RepeatGuard: Sendable {
  private let busy = Mutex<Set<String>>([])

  /// Whether the key is ours now; not when another request with it is being answered.
  func begin(_ key: String) -> Bool { busy.withLock { $0.insert(key).inserted } }

  /// The request was answered.
  func end(_ key: String) { _ = busy.withLock { $0.remove(key) } }
}
