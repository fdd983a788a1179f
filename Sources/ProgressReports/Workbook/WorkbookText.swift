/// Text as the cells of a workbook hold it (ECMA-376 part 1, 22.9.2.19: `_xHHHH_` stands for a sign).
enum WorkbookText {
  /// The text with each piece that would be read as such a sign made harmless: `_x0041_` becomes `_x005F_x0041_`.
  ///
  /// The library writes signs that XML would lose in this way, but leaves what somebody wrote in it as it is.
  static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "_")) else { return text }
    var escaped: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      escaped += byte == UInt8(ascii: "_") && stands(bytes[place...]) ? Array("_x005F_".utf8) : [byte]
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func stands(_ rest: ArraySlice<UInt8>) -> Bool {
    let next = Array(rest.prefix(7))
    return next.count == 7 && next[1] == UInt8(ascii: "x") && next[6] == UInt8(ascii: "_") && next[2..<6].allSatisfy(isHex)
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte & 0xDF)
  }
}
