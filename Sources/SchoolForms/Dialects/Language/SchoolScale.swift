import CompetencyCore

/// A school's words for levels, each with what it means here.
struct SchoolScale: Sendable {
  /// What one word means.
  enum Meaning: Sendable {
    /// A level: one of the three terms, or one of the company's own.
    case level(LevelID)
    /// No level, and why.
    case without(AbsenceReason)
    /// Nothing that our scale can say, and why.
    case notConvertible(String)
    /// Not filled in yet.
    case undecided
  }
  /// A word of the school.
  struct Mark: Sendable {
    let word: String
    let meaning: Meaning
    /// Whether it is the word to write where more than one means the same.
    let isWritten: Bool
    let line: Int
  }

  let id: String
  let line: Int
  var marks: [Mark] = []

  /// The word of the scale that a score is: to the code point, or of the same number where scores are numbers.
  func mark(for score: String, decimalSign: Unicode.Scalar?) -> Mark? {
    if let exact = marks.first(where: { sameScalars($0.word, score) }) { return exact }
    guard let decimalSign, let number = PlainNumber(score, decimalSign: decimalSign) else { return nil }
    return marks.first { PlainNumber($0.word, decimalSign: decimalSign) == number }
  }
}

extension SchoolScale {
  /// What a judgement with this word says; nil for what our scale cannot say.
  func said(_ mark: Mark) -> FormEntry.Said? {
    let written = SchoolLevel(scale: id, level: mark.word)
    switch mark.meaning {
    case .level(let level) where [.nogNiet, .aangeleerd, .beheerst].contains(level): return .level(written, readAs: .term(level))
    case .level(let level): return .level(written, readAs: .ours(level))
    case .without(let reason): return .without(reason)
    case .notConvertible: return nil
    case .undecided: return .level(written, readAs: .unsaid)
    }
  }

  /// The scale for who answers in it.
  var stated: StatedScale {
    StatedScale(
      id: id,
      words: marks.map { StatedScale.Word(text: $0.word, name: $0.word, said: said($0), isWritten: $0.isWritten) })
  }
}

/// A number as people write one in a score: `7`, `7,5`, `07,50`. Equal numbers, equal value: no rounding is involved.
struct PlainNumber: Equatable {
  private let whole: [UInt8]
  private let fraction: [UInt8]

  /// Digits with at most one decimal sign between them; nil for anything else, also for a sign before them.
  init?(_ text: String, decimalSign: Unicode.Scalar) {
    let parts = text.unicodeScalars.split(separator: decimalSign, omittingEmptySubsequences: false)
      .map { Array(String($0).utf8) }
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    whole = Array(parts[0].drop { $0 == 0x30 })
    let digits = parts.count == 2 ? parts[1] : []
    fraction = Array(digits.prefix((digits.lastIndex { $0 != 0x30 } ?? -1) + 1))
  }
}

/// Whether a byte is a digit of ASCII.
func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
