import Testing

@Suite struct SecondImportTests {
  @Test func `the same import a second time writes no booking and says that all was known`() throws {
    let desk = try Desk()
    try desk.run("setup SampleData/company")
    let first = try desk.run("import SampleData/Forms --json", exit: 3).document(ImportDocument.self)
    let log = try desk.run("log --json").bytes
    let dump = try desk.dump()

    let second = try desk.run("import SampleData/Forms --json").document(ImportDocument.self)

    #expect(first.booking == "b-0002")
    #expect(first.questions == 1)
    #expect(first.disagreements == 2)
    #expect(second.booking == nil)
    #expect(second.alreadyKnown == first.observations + first.proposals + first.agreements + first.replaced)
    #expect(try desk.run("log --json").bytes == log)
    #expect(try desk.dump() == dump)
  }

  @Test func `the same message under another file name is known too`() throws {
    let desk = try Desk(.samples)
    let log = try desk.run("log --json").bytes
    try desk.write("nogmaals.xml", try Samples.text("Forms/" + Samples.fortyForms))

    try desk.run("import nogmaals.xml")

    #expect(try desk.run("log --json").bytes == log)
  }

  @Test func `a message that comes back with other content is refused`() throws {
    let desk = try Desk(.samples)
    let dump = try desk.dump()
    let text = try Samples.text("Forms/" + Samples.fortyForms)
    try desk.write("anders.xml", text.replacing("Niets veranderd", with: "Veel veranderd"))

    let error = try desk.run("import anders.xml --json", exit: 65).errorDocument()

    #expect(error.problems.map(\.code) == ["message_changed"])
    #expect(try desk.dump() == dump)
  }

  @Test(arguments: [false, true]) func `a correction that leaves a form out is for a person to look at, whichever came first`(
    _ isReversed: Bool
  ) throws {
    let desk = try Desk(.company)
    try desk.write("een.xml", Message(number: 1).xml)
    try desk.write(
      "twee.xml",
      Message(number: 2).xml.replacing("</berichtid>", with: "</berichtid><vervangt>\(messageID(1))</vervangt>"))
    let (first, second) = isReversed ? ("twee", "een") : ("een", "twee")
    try desk.run("import \(first).xml")

    let told = try desk.run("import \(second).xml", exit: 3)

    #expect((told.text + told.errorText).contains("f-1") && !(told.text + told.errorText).contains("f-2"))
    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
  }
}
