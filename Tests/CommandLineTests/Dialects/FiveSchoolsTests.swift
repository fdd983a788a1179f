import Foundation
import Testing

/// What holds for the messages of one school holds for five, four of them by a dialect.
@Suite struct FiveSchoolsTests {
  /// Some messages of ROC Delta, and all of the others.
  private static let files = Samples.forms.suffix(8).map { "SampleData/Forms/" + $0 } + Samples.dialectForms

  @Test(arguments: Seeds.ten.prefix(4))
  func `the files of five schools in any order, answered before or after, give the same matrix`(seed: UInt64) throws {
    var chance = SeededChance(seed)
    let order = Self.files.shuffled(using: &chance)
    let answersAtOnce = Bool.random(using: &chance)
    let desk = try Desk(.company)

    for file in order {
      let outcome = try desk.start("import \(file) --json").wait()
      #expect([0, 3].contains(outcome.exit), "\(file): \(outcome.errorText)")
      if answersAtOnce { try Self.answerAll(at: desk) }
    }
    if !answersAtOnce { try Self.answerAll(at: desk) }

    #expect(try desk.matrix() == Self.atOnce.get(), "seed \(seed), answers at once: \(answersAtOnce), order: \(order)")
  }

  @Test func `the same import a second time writes no booking`() throws {
    let desk = try Self.deskWithAll()
    let dump = try desk.dump()
    let second = try desk.run("import " + Self.files.joined(separator: " ") + " --json").document(ImportDocument.self)
    #expect(second.booking == nil)
    #expect(try desk.dump() == dump)
  }

  @Test func `undo of the forms of the four schools restores the matrix byte for byte, and undo of the undo brings it back`()
    throws
  {
    let desk = try Desk(.company)
    try Self.quietly("import " + Self.files.prefix(8).joined(separator: " "), at: desk)
    let before = try desk.matrix()
    try Self.quietly("import " + Samples.dialectForms.joined(separator: " "), at: desk)
    let after = try desk.matrix()
    #expect(after != before)

    try desk.run("undo b-0003")
    #expect(try desk.matrix() == before)
    try desk.run("undo b-0004")
    #expect(try desk.matrix() == after)
  }

  @Test func `what was known before the four schools stays known`() throws {
    let desk = try Desk(.company)
    try Self.quietly("import " + Self.files.prefix(8).joined(separator: " "), at: desk)
    let known = try desk.matrix(knownOn: "b-0002")
    for file in Samples.dialectForms {
      try Self.quietly("import \(file)", at: desk)
      #expect(try desk.matrix(knownOn: "b-0002") == known)
    }
    #expect(try desk.cell("t-034", "VER-01")?.level == "beheerst")
  }

  @Test func `an answer about a code of one school is not asked again, and not taken for another school`() throws {
    let desk = try Desk(.company)
    try Self.quietly("import " + Samples.dialectForms[0], at: desk)
    #expect(try desk.questions().map(\.written) == ["B1-K1-W1"])
    try Self.answerAll(at: desk)
    #expect(try desk.cell("t-029", "SAM-01")?.level == "beheerst")
    #expect(try desk.cell("t-028", "LAS-01")?.level == "beheerst")

    try Self.quietly("import " + Samples.dialectForms[1], at: desk)
    #expect(try desk.questions().isEmpty)
  }

  private static let atOnce = Result {
    let desk = try deskWithAll()
    try answerAll(at: desk)
    return try desk.matrix()
  }

  private static func deskWithAll() throws -> Desk {
    let desk = try Desk(.company)
    try quietly("import " + files.joined(separator: " "), at: desk)
    return desk
  }

  private static func answerAll(at desk: Desk) throws {
    for question in try desk.questions() {
      try desk.run("inbox answer \(question.item) \(question.written == "B1-K1-W1" ? "SAM-01" : "VER-05")")
    }
  }

  private static func quietly(_ line: String, at desk: Desk) throws {
    let outcome = try desk.start(line).wait()
    #expect([0, 3].contains(outcome.exit), "\(line): \(outcome.errorText)")
  }
}
