import CompetencyCore
import SchoolForms

/// What must hold for any bytes that somebody hands in as a form, a dialect or a sample; each says what does not hold.
///
/// The fuzzer tries these on what it makes up, and the tests on what it found and was kept.
struct FormTrials {
  /// Stands between the files of one input.
  static let divider: UInt8 = 0x01

  private let dialects: Dialects
  private let reader: FormReader

  /// Trials with the dialects that come with the program.
  init(_ dialects: Dialects) throws(SchemaUnusable) {
    self.dialects = dialects
    reader = try FormReader(dialects: dialects)
  }

  /// A form is read or refused with a reason that can be shown, and says the same when it comes piece by piece.
  func form(_ bytes: [UInt8]) -> String? {
    let result = reader.read(bytes, file: "f.xml", nineDigitSenders: { _ in false })
    if let fault = Self.fault(of: result) { return fault }
    let size = 1 + Int(bytes.first ?? 0) * 7
    let content = reader.content(nineDigitSenders: { _ in false }) { number in
      let start = (number - 1) * size
      return start < bytes.count ? Array(bytes[start..<min(start + size, bytes.count)]) : nil
    }
    switch (result, content) {
    case (.read(let message, _), .says(let digest)): return message.content == digest ? nil : "pieces say something else"
    case (.read, _): return "pieces are refused"
    case (.refused, .says): return "pieces are read"
    case (.refused, _): return nil
    }
  }

  /// A dialect is taken, or refused with reasons that can be shown; and what it then reads is read or refused.
  func dialect(_ bytes: [UInt8]) -> String? {
    let parts = bytes.split(separator: Self.divider, maxSplits: 1, omittingEmptySubsequences: false).map { Array($0) }
    let made = Dialects([DialectSource(name: "d", path: "d/dialect.xml", bytes: parts[0])])
    guard let entry = made.entries.first, made.entries.count == 1 else { return "no entry for a dialect" }
    for problem in entry.problems + entry.unfinished {
      if let fault = Self.fault(of: problem) { return fault }
    }
    guard parts.count > 1, entry.problems.isEmpty, let reader = try? FormReader(dialects: made) else { return nil }
    return Self.fault(of: reader.read(parts[1], file: "f.xml", nineDigitSenders: { _ in false }))
  }

  /// A draft that is made of a sample is a dialect that lacks nothing but what a person must fill in.
  func draft(_ bytes: [UInt8]) -> String? {
    do throws(Refusal) {
      let text = try dialectDraft(for: bytes, file: "f.xml")
      let made = Dialects([DialectSource(name: "d", path: "d/dialect.xml", bytes: Array(text.utf8))])
      // What only a person can know is left open.
      let isFault = { (problem: Problem) in problem.values["kind"].map { !$0.utf8.elementsEqual("unfinished".utf8) } ?? true }
      guard let problem = made.entries.first?.problems.first(where: isFault) else { return nil }
      return "a draft is no dialect: \(problem)\n\(text)"
    } catch {
      return error.problems.isEmpty ? "refused without a reason" : error.problems.lazy.compactMap(Self.fault).first
    }
  }

  /// A school's form that is read is, filled in, still a form that is read.
  func filling(_ bytes: [UInt8]) -> String? {
    let day = CalendarDate(year: 2026, month: 11, day: 20)
    guard let day, let level = LevelID("beheerst") else { return "no day" }
    let answer = FormAnswers.Answer(judgement: .level(level), seenOn: day, by: "Mo <&\"'>")
    let answers = FormAnswers(day: day, isAbout: { _ in true }, answer: { _, _ in answer }, meaning: { _, _ in nil })
    guard case .read = reader.read(bytes, file: "f.xml", nineDigitSenders: { _ in false }),
      let filled = try? dialects.fill(bytes, file: "f.xml", with: answers)
    else { return nil }
    for loss in filled.losses {
      if let fault = Self.fault(of: loss) { return fault }
    }
    guard filled.count > 0 else { return filled.bytes == bytes ? nil : "nothing was written, and yet it changed" }
    guard case .refused(let problems) = reader.read(filled.bytes, file: "f.xml", nineDigitSenders: { _ in false }) else {
      return nil
    }
    return "filled in, it is refused: \(problems)"
  }

  private static func fault(of result: FormReadingResult) -> String? {
    switch result {
    case .read(let message, let warnings):
      if message.forms.isEmpty { return "a message without forms" }
      return warnings.lazy.compactMap(fault).first
    case .refused(let problems):
      return problems.isEmpty ? "refused without a reason" : problems.lazy.compactMap(fault).first
    }
  }

  /// What of a problem could not be shown on a terminal: signs that steer, and values that run on.
  private static func fault(of problem: Problem) -> String? {
    for (name, value) in problem.values {
      let scalars = value.unicodeScalars
      if scalars.count > 200 { return "\(name) of \(problem.code) is long" }
      if scalars.contains(where: steers) { return "\(name) of \(problem.code) steers" }
    }
    let path = problem.place?.path.unicodeScalars
    return path?.contains(where: steers) == true ? "the path of \(problem.code) steers" : nil
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.generalCategory == .format
  }
}
