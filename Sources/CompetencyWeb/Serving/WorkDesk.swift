internal import NIOPosix
internal import Synchronization

/// Threads on which pages are made, away from those that listen; who comes when too many wait is sent away at once.
final class WorkDesk: Sendable {
  /// Too many were waiting.
  struct Full: Error {}

  private let threads: NIOThreadPool
  private let inside = Atomic<Int>(0)
  private let most: Int

  /// A desk with this many threads, for at most this many visitors, those who wait included.
  init(threads count: Int, most: Int) {
    threads = NIOThreadPool(numberOfThreads: count)
    threads.start()
    self.most = most
  }

  /// Does a piece of work on a thread of the desk.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    let count = inside.wrappingAdd(1, ordering: .relaxed).newValue
    defer { inside.wrappingSubtract(1, ordering: .relaxed) }
    guard count <= most else { throw Full() }
    return try await threads.runIfActive(work)
  }

  /// Ends the threads when what they do is done.
  func close() async { try? await threads.shutdownGracefully() }
}
