/// A change at one place of a text: what stands in a range becomes something else.
struct TextEdit {
  /// The range in the UTF-8 of the text.
  let range: Range<Int>
  /// The markup that takes its place, in UTF-8.
  let markup: [UInt8]
  /// Whether it stands where no reference can be written.
  var isPlain = false
}

extension TextShape {
  /// Makes changes in the bytes of a file; every byte outside their ranges stays as it is.
  ///
  /// - Parameters:
  ///   - edits: changes whose ranges do not touch each other.
  ///   - text: the whole text of the file as UTF-8.
  func splice(_ edits: [TextEdit], into file: [UInt8], of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var (taken, offset) = (0, ByteOrderMark(of: file).length)
    var seen = 0
    func bytes(to position: Int) -> Int {
      offset += length(of: text[seen..<position])
      seen = position
      return offset
    }
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += file[taken..<bytes(to: edit.range.lowerBound)]
      result += String(decoding: edit.markup, as: UTF8.self).unicodeScalars.flatMap { encoded($0) ?? reference(to: $0) }
      taken = bytes(to: edit.range.upperBound)
    }
    return result + file[taken...]
  }

  /// How a sign is written in the file; nil when its encoding does not have it.
  func encoded(_ scalar: Unicode.Scalar) -> [UInt8]? {
    switch self {
    case .utf8: return Array(String(scalar).utf8)
    case .utf16(let isBigEndian):
      return String(scalar).utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBigEndian ? [high, low] : [low, high]
      }
    case .singleByte(let table):
      if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return [UInt8(scalar.value)] }
      return (0x80...0x9F).first { table.scalar(of: $0) == scalar.value }.map { [$0] }
    }
  }

  private func reference(to scalar: Unicode.Scalar) -> [UInt8] {
    "&#\(scalar.value);".unicodeScalars.flatMap { encoded($0) ?? [] }
  }

  /// How many bytes of the file a piece of its text is.
  private func length(of text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    switch self {
    case .utf8: text.count
    // A sign of four bytes is two units.
    case .utf16: 2 * text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    case .singleByte: text.count { $0 & 0xC0 != 0x80 }
    }
  }
}
