/// What is left to the end of the process instead of being freed part by part.
enum ProcessEnd {
  private final class Kept<Value: Sendable>: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  /// Lets a value live until the process ends, which is when its command has written what it asked for.
  ///
  /// A large matrix is tens of thousands of small pieces; the system takes them back at once, the program one by one.
  static func frees(_ value: some Sendable) { _ = Unmanaged.passRetained(Kept(value)) }
}
