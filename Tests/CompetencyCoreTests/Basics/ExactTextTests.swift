import CompetencyCore
import Testing

/// Keys are compared by their bytes, as a database and a school's system do.
@Suite struct ExactTextTests {
  // Both are "é"; Swift's own strings call them equal.
  private let composed = "caf\u{E9}"
  private let decomposed = "cafe\u{301}"

  @Test func `two ways to write one letter are two keys`() {
    #expect(composed == decomposed)
    #expect(MessageID(composed) != MessageID(decomposed))
    #expect(TaskCode(composed) != TaskCode(decomposed))
    #expect(!sameBytes(composed, decomposed))
    #expect(Set([FormID(composed), FormID(decomposed), FormID(composed)]).count == 2)
  }

  @Test func `a question knows its words by their bytes too`() {
    func question(_ written: String) -> QuestionKey {
      QuestionKey(sender: SampleCompany.rocDelta, subject: .task, written: written)
    }

    #expect(question(composed) != question(decomposed))
    #expect(Set([question(composed), question(decomposed), question(composed)]).count == 2)
    #expect(question(decomposed) < question(composed))
  }

  @Test func `keys stand in the order of their bytes, capitals first`() {
    let ids = ["b", "a", "B", "é", "e\u{301}", ""].map { MessageID($0) }

    #expect(ids.sorted().map(\.text.utf8.count) == [0, 1, 1, 1, 3, 2])
    #expect(ids.sorted().prefix(4).map(\.text) == ["", "B", "a", "b"])
  }

  @Test func `a task code keeps its case and its spaces, and has no control characters`() {
    #expect(TaskCode("LAS-02") != TaskCode("las-02"))
    #expect(TaskCode(" LAS 02 ")?.text == " LAS 02 ")
    #expect(TaskCode("") == nil)
    #expect(TaskCode("LAS\n02") == nil)
    #expect(TaskCode("LAS\u{7F}02") == nil)
    #expect(TaskCode(String(repeating: "x", count: 256)) != nil)
    #expect(TaskCode(String(repeating: "x", count: 257)) == nil)
  }

  @Test func `the id of a person is short, small and plain`() {
    #expect(PersonID("t-014.a")?.text == "t-014.a")
    for wrong in ["", "T-014", "t 014", "t_014", "jos\u{E9}", String(repeating: "a", count: 33)] {
      #expect(PersonID(wrong) == nil)
      #expect(SchoolID(wrong) == nil)
      #expect(ProfileID(wrong) == nil)
    }
  }
}
