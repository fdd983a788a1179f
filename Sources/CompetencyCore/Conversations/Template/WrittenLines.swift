/// The lines of a file that people write by hand, without comments (`# …`) and, unless they are asked for, without empty lines.
struct WrittenLines {
  struct Line {
    let number: Int
    let text: String
  }
  private(set) var lines: [Line] = []
  /// The lines with a sign that cannot be read: no UTF-8, or a sign that steers instead of shows.
  private(set) var unreadable: [Int] = []

  init(_ bytes: [UInt8], keepsEmpty: Bool = false) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let content = Self.trimmed(line)
      guard let first = content.first else {
        if keepsEmpty { lines.append(Line(number: number, text: "")) }
        continue
      }
      guard first != UInt8(ascii: "#") else { continue }
      if let text = String(validating: content, as: UTF8.self), !text.unicodeScalars.contains(where: Self.steers) {
        lines.append(Line(number: number, text: text))
      } else {
        unreadable.append(number)
      }
    }
  }

  /// The text without white space around it.
  static func trimmed(_ text: some StringProtocol) -> String { String(decoding: trimmed(Array(text.utf8)[...]), as: UTF8.self) }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) }) else {
      return []
    }
    return bytes[first...last]
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\t"
    // Marks of the reading direction; a joiner of letters is no harm.
    case .format: scalar.value != 0xAD && !(0x200B...0x200D).contains(scalar.value) && scalar.value != 0x2060
    case .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
