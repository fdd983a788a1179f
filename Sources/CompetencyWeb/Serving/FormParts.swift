/// A file that a form sent along.
struct SentFile: Sendable {
  /// The name of its field.
  let field: String
  /// The name that the file had, without folders; shown to people, never used as a path.
  let name: String
  /// Its content.
  let bytes: [UInt8]
}

/// A form with files as a browser sends it (`multipart/form-data`, RFC 7578).
struct FormParts {
  private(set) var fields = Fields()
  private(set) var files: [SentFile] = []

  /// How many parts a form may have.
  private static let mostParts = 1000
  /// How long the head of one part may be.
  private static let longestHead = 4096

  /// The parts of a body; nil when it is not whole, or not made as a form is.
  init?(_ body: [UInt8], contentType: String) {
    guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else { return nil }
    let mark = Array("--".utf8) + Array(boundary.utf8)
    guard body.starts(with: mark) else { return nil }
    var rest = body[mark.count...]
    for _ in 0..<Self.mostParts {
      if rest.starts(with: "--".utf8) { return }
      guard rest.starts(with: "\r\n".utf8), let headEnd = rest.place(of: Array("\r\n\r\n".utf8)),
        headEnd.lowerBound - rest.startIndex <= Self.longestHead,
        let end = body[headEnd.upperBound...].place(of: Array("\r\n".utf8) + mark)
      else { return nil }
      guard take(head: rest[rest.startIndex..<headEnd.lowerBound], content: body[headEnd.upperBound..<end.lowerBound]) else {
        return nil
      }
      rest = body[end.upperBound...]
    }
    return nil
  }

  private mutating func take(head: ArraySlice<UInt8>, content: ArraySlice<UInt8>) -> Bool {
    let lines = String(decoding: head, as: UTF8.self).utf8.split(separator: UInt8(ascii: "\n")).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
    guard let line = lines.first(where: { lowered($0).starts(with: "content-disposition:".utf8) }),
      let name = Self.parameter("name", of: line)
    else { return false }
    guard let file = Self.parameter("filename", of: line) else {
      fields.add(name, String(decoding: content, as: UTF8.self))
      return true
    }
    // A field for a file that was left empty is sent as a file without a name.
    guard !file.isEmpty || !content.isEmpty else { return true }
    let isSlash = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
    let last = file.utf8.split(whereSeparator: isSlash).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    files.append(SentFile(field: name, name: last, bytes: Array(content)))
    return true
  }

  /// The value of `name="value"` or `name=value` within a header; browsers write a quote as `%22`.
  static func parameter(_ name: String, of header: String) -> String? {
    for part in header.utf8.split(separator: UInt8(ascii: ";")).dropFirst() {
      let trimmed = part.drop { $0 == UInt8(ascii: " ") }
      guard lowered(String(decoding: trimmed, as: UTF8.self)).starts(with: (name + "=").utf8) else { continue }
      var value = trimmed.dropFirst(name.utf8.count + 1)
      if value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\""), value.count > 1 {
        value = value.dropFirst().dropLast()
      }
      return String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}

/// The bytes of a text with small letters for the capitals of ASCII.
func lowered(_ text: String) -> [UInt8] {
  text.utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
}
