import Synchronization

/// The workbenches of all threads, each used by one at a time.
final class WorkbenchStock: Sendable {
  private let schema: Schema
  private let free = Mutex<[Workbench]>([])

  init(_ schema: Schema) { self.schema = schema }

  func take() -> Workbench? { free.withLock { $0.popLast() } ?? (try? Workbench(schema)) }

  func give(back bench: Workbench) { free.withLock { $0.append(bench) } }

  func with<Value>(_ body: (Workbench) -> Value) -> Value? {
    guard let bench = take() else { return nil }
    defer { give(back: bench) }
    return body(bench)
  }
}
