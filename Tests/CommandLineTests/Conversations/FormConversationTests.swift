import Testing

/// A conversation that was held elsewhere and that a school's form tells of.
@Suite struct FormConversationTests {
  @Test func `what a form says of a conversation is read by those who take part, and by nobody else`() throws {
    let desk = try Desk(.samples)
    for who in ["sanne", "mo", "ineke"] {
      let told = try desk.run("conversation show sanne --on 18-9-2026 --by \(who)").text
      #expect(told.contains("ROC Delta") && told.contains("A14-08"))
    }
    for who in ["hatice", "karin", "ria"] {
      let told = try desk.run("conversation show sanne --on 18-9-2026 --by \(who)", exit: 66)
      #expect(told.text.isEmpty)
    }
  }
}
