/// A template's file as blocks of lines, before anything is known of what they mean.
struct TemplateBlocks {
  /// The head of the file first, then each heading.
  private(set) var blocks = [TemplateBlock()]

  /// More than fits on any table; what is longer is some other file.
  private static let mostBytes = 65_536

  init(_ bytes: [UInt8], _ slips: inout WrittenSlips) {
    guard bytes.count <= Self.mostBytes else {
      slips.note("too_long", line: nil)
      return
    }
    let written = WrittenLines(bytes)
    for line in written.unreadable { slips.note("bytes", line: line) }
    if written.lines.isEmpty && written.unreadable.isEmpty { slips.note("empty", line: nil) }
    for line in written.lines {
      if line.text.utf8.first == UInt8(ascii: "[") {
        begin(line, &slips)
      } else {
        add(line, &slips)
      }
    }
  }

  private mutating func begin(_ line: WrittenLines.Line, _ slips: inout WrittenSlips) {
    let bytes = Array(line.text.utf8)
    let words =
      bytes.last == UInt8(ascii: "]")
      ? bytes.dropFirst().dropLast().split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: Array($0), as: UTF8.self) } : []
    // A heading without words would pass for the head of the file.
    if words.isEmpty { slips.note("heading", line: line.number, ["value": line.text]) }
    blocks.append(TemplateBlock(heading: words.isEmpty ? [line.text] : words, line: line.number))
  }

  private mutating func add(_ line: WrittenLines.Line, _ slips: inout WrittenSlips) {
    let parts = line.text.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      .map { WrittenLines.trimmed(String(decoding: Array($0), as: UTF8.self)) }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      slips.note("line", line: line.number, ["value": parts[0].isEmpty ? line.text : parts[0]])
      blocks[blocks.count - 1].append(unfinished: parts[0])
      return
    }
    if blocks[blocks.count - 1].has(parts[0]) {
      slips.note("double_key", line: line.number, ["value": parts[0]])
    } else {
      blocks[blocks.count - 1].append(TemplateBlock.Entry(key: parts[0], value: parts[1], line: line.number))
    }
  }
}
