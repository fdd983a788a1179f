import Foundation
import Testing

@Suite struct AnyOrderTests {
  @Test(arguments: Seeds.ten)
  func `the files one by one in any order, answered before or after, give the same matrix`(seed: UInt64) throws {
    var chance = SeededChance(seed)
    let order = Samples.forms.shuffled(using: &chance)
    let answersAtOnce = Bool.random(using: &chance)
    let desk = try Desk(.company)

    for file in order {
      let outcome = try desk.start("import SampleData/Forms/\(file) --json").wait()
      #expect([0, 3].contains(outcome.exit), "\(file): \(outcome.errorText)")
      if answersAtOnce, try outcome.document(ImportDocument.self).questions > 0 { try Self.answerAll(at: desk) }
    }
    if !answersAtOnce { try Self.answerAll(at: desk) }

    let isSame = try desk.matrix() == Self.atOnce.get()
    #expect(isSame, "seed \(seed), answers at once: \(answersAtOnce), order: \(order)")
    #expect(try desk.questions().isEmpty)
  }

  /// What all the files at once give, answered afterwards.
  private static let atOnce = Result {
    let desk = try Desk(.samples)
    let unanswered = try desk.matrix()
    try answerAll(at: desk)
    let matrix = try desk.matrix()
    #expect(matrix != unanswered)
    return matrix
  }

  private static func answerAll(at desk: Desk) throws {
    let questions = try desk.questions()
    #expect(questions.map(\.written) == ["SLIJP-2"])
    for question in questions { try desk.run("inbox answer \(question.item) VER-05") }
  }
}
