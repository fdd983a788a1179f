/// Text that is compared, ordered and hashed by its bytes.
///
/// Swift calls "é" and "e" + U+0301 equal; a database and a school's system do not. Whatever serves as a key is exact.
public protocol ExactText: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The text as it was written.
  var text: String { get }
}

extension ExactText {
  /// The text as it was written.
  public var description: String { text }

  /// Equal when the bytes are.
  public static func == (one: Self, other: Self) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

  /// The order of the bytes.
  public static func < (one: Self, other: Self) -> Bool { one.text.utf8.lexicographicallyPrecedes(other.text.utf8) }

  /// Equal bytes, equal hash.
  public func hash(into hasher: inout Hasher) {
    var copy = text
    copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// Whether two texts have the same bytes.
public func sameBytes(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
