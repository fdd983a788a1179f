import CompetencyCore
import Testing

@Suite struct QuestionRotationTests {
  private var template: ConversationTemplate {
    get throws { try #require(TemplateFile().parsed.template) }
  }

  @Test func `each conversation goes on with the questions where the last one stopped`() throws {
    let step = try template.steps[0]
    let asked = (1...4).map { step.questions(inConversation: $0).map(\.nl) }
    #expect(asked == [["Een", "Twee"], ["Drie", "Een"], ["Twee", "Drie"], ["Een", "Twee"]])
  }

  @Test func `a step shows no more questions than there is room for, and none twice`() throws {
    let step = try template.steps[0]
    #expect(step.questions(inConversation: 7, atMost: 5).count == 3)
    #expect(Set(step.questions(inConversation: 2, atMost: 3)).count == 3)
    #expect(step.questions(inConversation: 1, atMost: 0) == [])
    #expect(try template.steps[1].questions(inConversation: 1) == [])
  }

  @Test func `a question of the preparation stays the same question, asked in another way`() throws {
    let question = try template.preparation[0]
    #expect(
      (1...3).map { question.wording(inConversation: $0).en } == [
        "What works already?", "What does not work yet?", "What works already?",
      ])
  }

  @Test func `any number has questions`() throws {
    for number in [Int.min, -1, 0, Int.max] {
      #expect(try template.steps[0].questions(inConversation: number).count == 2)
      #expect(try !template.preparation[0].wording(inConversation: number).nl.isEmpty)
    }
  }
}
