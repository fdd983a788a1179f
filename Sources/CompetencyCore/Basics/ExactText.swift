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
  public static func == (one: Self, other: Self) -> Bool { sameBytes(one.text, other.text) }

  /// The order of the bytes.
  public static func < (one: Self, other: Self) -> Bool { one.text.utf8.lexicographicallyPrecedes(other.text.utf8) }

  /// Equal bytes, equal hash.
  public func hash(into hasher: inout Hasher) {
    var copy = text
    copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// Whether two texts have the same bytes.
public func sameBytes(_ one: String, _ other: String) -> Bool {
  // Nearly every text has its bytes in one piece, and most that differ differ in length.
  let same = one.utf8.withContiguousStorageIfAvailable { one in
    other.utf8.withContiguousStorageIfAvailable { other in
      one.count == other.count && UnsafeRawBufferPointer(one).elementsEqual(UnsafeRawBufferPointer(other))
    }
  }
  return (same ?? nil) ?? one.utf8.elementsEqual(other.utf8)
}
