import Testing

@Suite struct AnswerTests {
  @Test func `an answer counts at once and is remembered for the next form of that school`() throws {
    let desk = try Self.deskWithQuestion()
    try desk.run("inbox answer \(Self.question(at: desk)) sanne")
    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
    #expect(try desk.inbox().isEmpty)
    // Who looks at her alone sees it too, though the form has a number that is not hers.
    let alone = try desk.run("matrix show sanne --as-of 2026-11-20 --json").document(MatrixDocument.self).cells
    #expect(alone.contains { $0.task == "LAS-02" && $0.level == "beheerst" })

    try desk.write("next.xml", Message(number: 2, studentNumber: "0999999", lines: [.init("LAS-03", "V")]).xml)
    let next = try desk.run("import next.xml --json").document(ImportDocument.self)

    #expect(next.questions == 0)
    #expect(next.observations == 1)
    #expect(try desk.cell("t-014", "LAS-03")?.level == "aangeleerd")
  }

  @Test func `an answer for one school is asked again for another`() throws {
    let desk = try Self.deskWithQuestion()
    try desk.run("inbox answer \(Self.question(at: desk)) sanne")

    try desk.write("other.xml", Message(number: 2, school: "11XX", studentNumber: "0999999").xml)

    try desk.run("import other.xml", exit: 3)
  }

  @Test func `an answer for once is asked again`() throws {
    let desk = try Self.deskWithQuestion()
    try desk.run("inbox answer \(Self.question(at: desk)) sanne --once")
    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
    #expect(try desk.inbox().isEmpty)

    try desk.write("next.xml", Message(number: 2, studentNumber: "0999999", lines: [.init("LAS-03", "V")]).xml)
    try desk.run("import next.xml", exit: 3)

    #expect(try desk.questions().count == 1)
    #expect(try desk.cell("t-014", "LAS-03")?.level == "nog_niet")
  }

  @Test func `skip leaves the form out, and the question is gone`() throws {
    let desk = try Self.deskWithQuestion()
    let matrix = try desk.matrix()

    let said = try desk.run("inbox answer \(Self.question(at: desk)) skip").text

    #expect(said.contains("Overgeslagen."))
    #expect(try desk.inbox().isEmpty)
    #expect(try desk.matrix() == matrix)
  }

  @Test func `one answer settles all forms that ask the same, and undo parks them again`() throws {
    let desk = try Self.deskWithQuestion()
    try desk.write("next.xml", Message(number: 2, studentNumber: "0999999", lines: [.init("LAS-03", "V")]).xml)
    let next = try desk.start("import next.xml --json").wait().document(ImportDocument.self)
    #expect(next.forms == 1)
    #expect(next.observations == 0)
    let matrix = try desk.matrix()
    let question = try Self.question(at: desk)

    try desk.run("inbox answer \(question) sanne")
    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
    #expect(try desk.cell("t-014", "LAS-03")?.level == "aangeleerd")

    try desk.run("undo b-0004")
    #expect(try desk.matrix() == matrix)
    #expect(try Self.question(at: desk) == question)
  }

  @Test(arguments: [("LAS-02", "HEEL-GOED", "beheerst"), ("LASSEN", "G", "LAS-02")])
  func `an unknown word parks only its line`(task: String, level: String, answer: String) throws {
    let desk = try Desk(.company)
    var xml = Message(number: 1, lines: [.init(task, level), .init("LAS-03", "V")]).xml
    xml = xml.replacing("</schaal>", with: #"<niveau id="HEEL-GOED" rang="3"><naam>Heel goed</naam></niveau></schaal>"#)
    try desk.write("form.xml", xml)

    let document = try desk.run("import form.xml --json", exit: 3).document(ImportDocument.self)
    #expect(document.observations == 1)
    #expect(document.questions == 1)
    #expect(try desk.cell("t-014", "LAS-02")?.level == "nog_niet")

    try desk.run("inbox answer \(Self.question(at: desk)) \(answer)")
    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
    #expect(try desk.cell("t-014", "LAS-03")?.level == "aangeleerd")
  }

  @Test func `an answer that names nobody is not kept`() throws {
    let desk = try Self.deskWithQuestion()
    let dump = try desk.dump()

    try desk.run("inbox answer \(Self.question(at: desk)) niemand", exit: 66)
    try desk.run("inbox answer q-onbekend sanne", exit: 66)
    try desk.run("inbox answer \(Self.question(at: desk)) \"de wit\"", exit: 64)

    #expect(try desk.dump() == dump)
  }

  private static func deskWithQuestion() throws -> Desk {
    let desk = try Desk(.company)
    try desk.write("form.xml", Message(number: 1, studentNumber: "0999999").xml)
    try desk.run("import form.xml", exit: 3)
    return desk
  }

  private static func question(at desk: Desk) throws -> String {
    let questions = try desk.questions()
    #expect(questions.count == 1)
    return try #require(questions.first).item
  }
}
