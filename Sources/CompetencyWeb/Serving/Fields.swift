/// Names with values, of a query or a form that was sent; a name may stand there more than once.
struct Fields: Sendable {
  private(set) var all: [(name: String, value: String)] = []

  init() {}

  init(_ all: [(name: String, value: String)]) { self.all = all }

  /// The fields of a text such as `a=1&b=een+twee`; what is not UTF-8 comes out with U+FFFD.
  init(encoded bytes: some Sequence<UInt8>) {
    for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      all.append((Self.decoded(halves[0]), halves.count > 1 ? Self.decoded(halves[1]) : ""))
    }
  }

  /// The first value under a name; nil when the name is not there.
  subscript(_ name: String) -> String? {
    all.first { Array($0.name.utf8) == Array(name.utf8) }?.value
  }

  /// The first value under a name, without blanks around it; empty when the name is not there.
  func trimmed(_ name: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let rest = (self[name] ?? "").unicodeScalars.drop(while: isBlank)
    return String(String.UnicodeScalarView(rest.reversed().drop(while: isBlank).reversed()))
  }

  /// What was written in a field of several lines, as ``plain(_:)`` makes it; empty when the name is not there.
  func words(_ name: String) -> String { Self.plain(self[name] ?? "") }

  /// Words without blanks around them, and with the one sign at the end of a line that we keep: browsers send two.
  static func plain(_ text: String) -> String {
    var (plain, wasReturn) = (String.UnicodeScalarView(), false)
    for scalar in text.unicodeScalars {
      if !(scalar == "\n" && wasReturn) { plain.append(scalar == "\r" ? "\n" : scalar) }
      wasReturn = scalar == "\r"
    }
    var fields = Fields()
    fields.add("", String(plain))
    return fields.trimmed("")
  }

  /// Every value under a name.
  func values(_ name: String) -> [String] { all.filter { Array($0.name.utf8) == Array(name.utf8) }.map(\.value) }

  /// The fields whose names begin so, by the rest of their names, in their order.
  func fields(under prefix: String) -> [(name: String, value: String)] {
    all.filter { $0.name.utf8.starts(with: prefix.utf8) }.map {
      (String(decoding: $0.name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self), $0.value)
    }
  }

  mutating func add(_ name: String, _ value: String) { all.append((name, value)) }

  /// Text as an address or a form holds it, made into text again.
  static func decoded(_ text: some Collection<UInt8>, plusIsSpace: Bool = true) -> String {
    var (bytes, place): ([UInt8], _) = ([], text.startIndex)
    while place != text.endIndex {
      let byte = text[place]
      let next = text.index(after: place)
      if byte == UInt8(ascii: "%"), let high = hex(text, next), let low = hex(text, text.index(after: next)) {
        bytes.append(high << 4 | low)
        place = text.index(next, offsetBy: 2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") && plusIsSpace ? UInt8(ascii: " ") : byte)
        place = next
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Text as a part of an address: all but plain letters, figures and `-._~` as `%` with two figures.
  static func encoded(_ text: String) -> String {
    let figures = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), figures[Int(byte >> 4)], figures[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hex<Bytes: Collection<UInt8>>(_ text: Bytes, _ place: Bytes.Index) -> UInt8? {
    guard place < text.endIndex else { return nil }
    switch text[place] {
    case let byte where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"): return byte - UInt8(ascii: "0")
    case let byte where byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"):
      return (byte | 0x20) - UInt8(ascii: "a") + 10
    default: return nil
    }
  }
}
