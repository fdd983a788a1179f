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
  // Nearly every text has its bytes in one piece.
  let same = one.utf8.withContiguousStorageIfAvailable { one in
    other.utf8.withContiguousStorageIfAvailable { other in
      sameBytes(UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other))
    }
  }
  return (same ?? nil) ?? one.utf8.elementsEqual(other.utf8)
}

/// Compares eight bytes at a time: every look into a dictionary of exact texts comes by here.
private func sameBytes(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
  guard one.count == other.count else { return false }
  var place = 0
  while place + 8 <= one.count {
    guard one.loadUnaligned(fromByteOffset: place, as: UInt64.self) == other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    else { return false }
    place += 8
  }
  while place < one.count {
    guard one[place] == other[place] else { return false }
    place += 1
  }
  return true
}
