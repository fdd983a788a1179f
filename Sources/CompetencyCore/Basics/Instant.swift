/// A moment in UTC, counted in milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch; negative before it.
  public let milliseconds: Int64

  /// The moment that many milliseconds after the epoch.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Earlier moments come first.
  public static func < (one: Self, other: Self) -> Bool { one.milliseconds < other.milliseconds }
}
