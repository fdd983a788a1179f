/// The file of a conversation as blocks of lines, before anything is known of what they mean.
struct RecordBlocks {
  struct Block {
    /// What stands between the brackets, in small letters with single spaces; nil for the head of the file.
    let heading: String?
    /// The line of the heading; nil for the head of the file.
    let line: Int?
    var lines: [WrittenLines.Line] = []
  }
  /// The head of the file first, then each heading.
  private(set) var blocks = [Block(heading: nil, line: nil)]

  /// More than anybody writes of one conversation.
  private static let mostBytes = 262_144

  init(_ bytes: [UInt8], _ slips: inout WrittenSlips) {
    guard bytes.count <= Self.mostBytes else {
      slips.note("too_long", of: .record_file, line: nil)
      return
    }
    let written = WrittenLines(bytes, keepsEmpty: true)
    // When nothing can be read, the file is of another kind, and one sentence says it.
    let isOther = written.lines.allSatisfy(\.text.isEmpty)
    for line in isOther ? written.unreadable.prefix(1) : written.unreadable[...] {
      slips.note("bytes", of: .record_file, line: line)
    }
    for line in written.lines {
      if line.text.utf8.first == UInt8(ascii: "[") {
        begin(line, &slips)
      } else {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
  }

  private mutating func begin(_ line: WrittenLines.Line, _ slips: inout WrittenSlips) {
    let bytes = Array(line.text.utf8)
    // A heading that is not closed is one that nobody knows.
    let inner = bytes.last == UInt8(ascii: "]") ? String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self) : line.text
    let heading = Self.plain(inner)
    if blocks.contains(where: { $0.heading.map { sameBytes($0, heading) } ?? false }) {
      slips.note("double_heading", of: .record_file, line: line.number, ["value": heading])
    }
    blocks.append(Block(heading: heading, line: line.number))
  }

  /// A key or a word as it is compared: in small letters, with single spaces.
  static func plain(_ text: String) -> String {
    let words = text.utf8.split { $0 == 0x20 || $0 == 0x09 }
      .map { word in String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self) }
    return words.joined(separator: " ")
  }

  /// Whether a key or heading, or a word of it, asks for a mark.
  static func asksForMark(_ name: String) -> Bool {
    let words = plain(name).utf8.split(separator: 0x20).map { String(decoding: Array($0), as: UTF8.self) }
    return words.contains(where: MarkWords.isMark) || MarkWords.isMark(words.joined(separator: "_"))
  }
}

/// Pieces of a line that somebody wrote.
enum RecordLine {
  /// What stands before and after the first sign; nil without that sign.
  static func pair(_ text: String, at sign: UInt8 = UInt8(ascii: "=")) -> (key: String, value: String)? {
    let bytes = Array(text.utf8)
    guard let index = bytes.firstIndex(of: sign) else { return nil }
    return (trimmed(bytes[..<index]), trimmed(bytes[(index + 1)...]))
  }

  /// The parts between bars.
  static func parts(_ text: String) -> [String] {
    Array(text.utf8).split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map(trimmed)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    WrittenLines.trimmed(String(decoding: bytes, as: UTF8.self))
  }
}
