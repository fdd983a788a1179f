import Testing

@Suite struct PersonMatchingTests {
  @Test(arguments: [
    Message(number: 1, studentNumber: "0999999"), Message(number: 2, studentNumber: "0512345", name: "Piet Pieters"),
    Message(number: 3, studentNumber: "sanne", numberKind: "lokaal"), Message(number: 4, studentNumber: "0999999", name: "Sanne"),
  ])
  func `a person is never matched by name alone, nor by a number without the name`(message: Message) throws {
    let desk = try Desk(.company)
    let matrix = try desk.matrix()
    try desk.write("form.xml", message.xml)

    let document = try desk.run("import form.xml --json", exit: 3).document(ImportDocument.self)

    #expect(document.questions == 1)
    #expect(document.observations == 0)
    #expect(try desk.matrix() == matrix)
    let question = try #require(try desk.inbox().first)
    #expect(question.kind == "question")
    #expect(question.asks == "trainee")
  }

  @Test(arguments: [
    Message(number: 1), Message(number: 2, name: "sanne de wit"), Message(number: 3, name: "S. de Wit"),
    Message(number: 4, studentNumber: "00412", numberKind: "personeelsnummer"),
  ])
  func `a number and a part of the name are enough`(message: Message) throws {
    let desk = try Desk(.company)
    try desk.write("form.xml", message.xml)

    try desk.run("import form.xml")

    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
  }

  @Test func `the same number at another school is not the same trainee`() throws {
    let desk = try Desk()
    try desk.copyCompany(to: "two", changing: "scholen.csv") { $0 + "mbo-oost;MBO Oost;11XX;;;\n" }
    try desk.run("setup two")
    try desk.write("form.xml", Message(number: 1, school: "11XX").xml)

    try desk.run("import form.xml", exit: 3)

    #expect(try desk.questions().map(\.asks) == ["trainee"])
  }
}
