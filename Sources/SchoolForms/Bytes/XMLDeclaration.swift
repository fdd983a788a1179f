/// The line `<?xml version="1.0" encoding="…"?>` at the beginning of a file.
struct XMLDeclaration {
  /// The encoding that it names, as it is written; nil when it names none.
  let encoding: String?
  /// Where it stands.
  let range: Range<Int>

  /// The declaration at the beginning of bytes whose first 128 signs mean what they mean in ASCII; nil when there is none.
  init?(in bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: "<?xml".utf8), bytes.count > 5, isWhiteSpace(bytes[bytes.startIndex + 5]) else { return nil }
    let start = bytes.prefix(1024)
    guard let end = start.indices.dropLast().first(where: { start[$0] == 0x3F && start[$0 + 1] == 0x3E }) else { return nil }
    range = bytes.startIndex..<(end + 2)
    encoding = Self.value(of: "encoding", in: bytes[bytes.startIndex + 5..<end])
  }

  private static func value(of name: StaticString, in text: ArraySlice<UInt8>) -> String? {
    let name = Array(name.description.utf8)
    guard let start = text.indices.first(where: { text[$0...].starts(with: name) }) else { return nil }
    let rest = text[start...].dropFirst(name.count).drop(while: isWhiteSpace)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let quotedValue = rest.dropFirst().drop(while: isWhiteSpace)
    guard let quote = quotedValue.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    return String(decoding: quotedValue.dropFirst().prefix { $0 != quote }, as: UTF8.self)
  }
}
