import CompetencyCore

/// What a value of a sample looks like.
enum DraftSigns {
  /// A code of a task: no spaces, a letter and a digit in it (`LAS-02`, `B1-K1-W1`).
  static func isCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (2...24).contains(bytes.count), !bytes.contains(where: isWhiteSpace), day(text) == nil else { return false }
    return bytes.contains(where: isDigit) && bytes.contains { isLetter($0) }
      && bytes.allSatisfy { isDigit($0) || isLetter($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
  }

  /// A number of a person: mostly digits, no spaces.
  static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (4...14).contains(bytes.count), day(text) == nil, !bytes.contains(UInt8(ascii: ":")) else { return false }
    return bytes.filter(isDigit).count * 2 >= bytes.count && bytes.allSatisfy { isDigit($0) || isLetter($0) || $0 == 0x2D }
  }

  /// A name of a person: words without digits, at least two.
  static func isName(_ text: String) -> Bool {
    let words = text.utf8.split(separator: 0x20)
    return (2...6).contains(words.count) && text.utf8.count <= 60 && !text.utf8.contains(where: isDigit)
      && words.last?.first.map { (0x41...0x5A).contains($0) || $0 >= 0x80 } ?? false
  }

  /// A number of an institution: `99ZZ`.
  static func isSchool(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 4 && bytes[..<2].allSatisfy(isDigit) && bytes[2...].allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Scores: short words or numbers out of a few.
  static func areScores(_ values: [String]) -> Bool {
    let words = distinct(values)
    return areWords(words) && (words.count < values.count || words.allSatisfy { $0.unicodeScalars.count <= 4 })
  }

  /// A few short words, none of them a day.
  static func areWords(_ words: [String]) -> Bool {
    !words.isEmpty && words.count <= 8 && words.allSatisfy { $0.unicodeScalars.count <= 24 && day($0) == nil }
  }

  /// Texts that somebody wrote.
  static func areNotes(_ values: [String]) -> Bool {
    !values.isEmpty && values.contains { $0.utf8.split(separator: 0x20).count > 3 }
  }

  /// The pattern of a day; where day and month cannot be told apart the day goes first, as is usual here.
  static func day(_ text: String) -> String? {
    ["jjjj-mm-dd", "d-m-jjjj", "d/m/jjjj", "m/d/jjjj", "d.m.jjjj"].first { DayPattern($0)?.day(text) != nil }
  }

  /// The values, each once, in their order.
  static func distinct(_ values: [String]) -> [String] {
    var known: Set<ExactKey> = []
    return values.filter { !$0.isEmpty && known.insert(ExactKey($0)).inserted }
  }

  /// Whether a name has one of these words in it, in any case.
  static func isNamed(_ name: String, _ words: [String]) -> Bool {
    let small = lowercased(name).utf8
    return words.contains { word in small.indices.contains { small[$0...].starts(with: word.utf8) } }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 }
}
