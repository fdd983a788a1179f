/// The words by which hints are given, of one language; a company changes them in `Templates/Hints`.
public struct HintWords: Sendable {
  /// The lists that a file has, by their headings.
  enum List: String, CaseIterable { case begin, positief, oordelend, doen, wie, wanneer, beoordeling }

  private var patterns: [List: [HintPattern]] = [:]

  /// Without words: no hint but those about what is not there.
  public init() {}

  /// Reads the lists from their file, and tells every slip in it; a line that is wrong is left out.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - file: its name as the person knows it.
  public static func parse(_ bytes: [UInt8], file: String) -> (words: HintWords, problems: [Problem]) {
    var words = HintWords()
    var slips = WrittenSlips(file: file)
    let written = WrittenLines(bytes)
    for line in written.unreadable { slips.note("bytes", of: .hints_faulty, line: line) }
    var list: List?
    var isUnderHeading = false
    for line in written.lines {
      if line.text.utf8.first == UInt8(ascii: "[") {
        (list, isUnderHeading) = (Self.list(line.text), true)
        if let list { words.patterns[list, default: []] += [] }
        if list == nil { slips.note("heading", of: .hints_faulty, line: line.number, ["value": line.text]) }
      } else if !isUnderHeading {
        slips.note("no_heading", of: .hints_faulty, line: line.number, ["value": line.text])
      } else if let pattern = HintPattern(line.text) {
        if let list { words.patterns[list, default: []].append(pattern) }
      } else {
        slips.note("line", of: .hints_faulty, line: line.number, ["value": line.text])
      }
    }
    for list in List.allCases where words.patterns[list] == nil && slips.problems.isEmpty {
      slips.note("missing", of: .hints_faulty, line: nil, ["value": "[" + list.rawValue + "]"])
    }
    return (words, slips.inOrder)
  }

  private static func list(_ heading: String) -> List? {
    List.allCases.first { sameBytes("[" + $0.rawValue + "]", heading) }
  }

  /// What of a list stands in a text, each as it was written, in the order of the list; a word once.
  func found(_ list: List, in text: HintText) -> [String] {
    var places: Set<Int> = []
    return (patterns[list] ?? []).compactMap { pattern in
      guard let place = pattern.place(in: text.words), places.insert(place).inserted else { return nil }
      return text.written[place..<(place + pattern.words.count)].joined(separator: " ")
    }
  }

  /// Whether a text begins with one of a list.
  func begins(_ list: List, _ text: HintText) -> Bool {
    (patterns[list] ?? []).contains { $0.place(in: Array(text.words.prefix($0.words.count))) == 0 }
  }
}
