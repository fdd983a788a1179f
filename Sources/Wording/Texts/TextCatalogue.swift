import CompetencyCore

/// The texts of one language by their keys, as a file of lines `key = text with {name}` holds them.
struct TextCatalogue: Sendable {
  private(set) var patterns: [String: TextPattern] = [:]

  /// No texts at all.
  init() {}

  /// The texts of a file; refused at the first line that is no text.
  init(parsing bytes: [UInt8], file: String) throws(Refusal) {
    var problems: [Problem] = []
    self.init(parsing: bytes, file: file, noting: &problems)
    if let first = problems.first { throw Refusal(.configuration, [first]) }
  }

  /// The texts of a file; lines that are no text are noted and left out.
  init(parsing bytes: [UInt8], file: String, noting problems: inout [Problem]) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var number = 0
    // Every command reads all texts before it says a word, so nothing is made of a line that is not kept.
    let isText = String(validating: bytes, as: UTF8.self) != nil
    patterns.reserveCapacity(bytes.count / 60)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let content = trimmed(line)
      if content.isEmpty || content.first == UInt8(ascii: "#") { continue }
      let place = SourcePlace(file: file, line: number)
      do throws(Refusal) {
        let (key, pattern) = try Self.entry(in: content, isText: isText, at: place, line: number)
        guard patterns.updateValue(pattern, forKey: key) == nil else { throw faulty("double", at: place, detail: key) }
      } catch {
        problems += error.problems
      }
    }
  }

  /// These texts with those of another file in the place of their namesakes; that file may add neither keys nor values.
  func replaced(by own: TextCatalogue, file: String) throws(Refusal) -> TextCatalogue {
    var problems: [Problem] = []
    let all = replaced(by: own, file: file, noting: &problems)
    if let first = problems.first { throw Refusal(.configuration, [first]) }
    return all
  }

  /// These texts with those of another file in their place; those that add a key or a value are noted and left out.
  func replaced(by own: TextCatalogue, file: String, noting problems: inout [Problem]) -> TextCatalogue {
    var all = self
    for (key, pattern) in own.patterns.sorted(by: { $0.value.line < $1.value.line }) {
      let place = SourcePlace(file: file, line: pattern.line)
      if let known = patterns[key] {
        let extra = pattern.names.subtracting(known.names).min()
        guard let extra else {
          all.patterns[key] = pattern
          continue
        }
        problems += faulty("unknown_value", at: place, detail: extra).problems
      } else {
        problems += faulty("unknown_key", at: place, detail: key).problems
      }
    }
    return all
  }

  private static func entry(
    in line: ArraySlice<UInt8>, isText: Bool, at place: SourcePlace, line number: Int
  ) throws(Refusal) -> (String, TextPattern) {
    guard isText || String(validating: line, as: UTF8.self) != nil,
      !line.contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\t") })
    else { throw faulty("bytes", at: place, detail: "UTF-8") }
    let sign = line.firstIndex(of: UInt8(ascii: "=")) ?? line.endIndex
    let (key, value) = (trimmed(line[..<sign]), trimmed(line[sign...].dropFirst()))
    guard !key.isEmpty, !value.isEmpty, key.allSatisfy(isOfKey) else {
      throw faulty("line", at: place, detail: String(decoding: line, as: UTF8.self))
    }
    let name = String(decoding: key, as: UTF8.self)
    guard let pattern = TextPattern(value, line: number) else { throw faulty("braces", at: place, detail: name) }
    return (name, pattern)
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    TextPattern.isOfName(Unicode.Scalar(byte)) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}

/// A refusal of a file of texts or a template, with a kind that has a sentence of its own.
func faulty(_ kind: String, at place: SourcePlace, detail: String) -> Refusal {
  Refusal(.configuration, .texts_faulty, at: place, values: ["kind": kind, "detail": detail])
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
  guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) }) else {
    return []
  }
  return bytes[first...last]
}
