import Testing

@Suite struct AccessTests {
  @Test(arguments: [
    "status", "log", "inbox list", "matrix show", "matrix coverage", "matrix history sanne LAS-01", "trainee list",
    "trainee show sanne",
    "task list", "profile list", "report team Montage", "report trainee sanne", "undo b-0002", "setup SampleData/company",
    "import SampleData/Forms", "matrix set sanne LAS-04=beheerst", "trainee pause sanne", "doctor",
    "trainee route sanne", "trainee replan sanne LAS-04=90 --reason x", "matrix teachers LAS-04", "export uit",
    "report school sanne", "report school --school roc-delta", "report school sanne --own-form",
  ])
  func `hr reads the HR report and nothing else`(line: String) throws {
    let desk = try Desk(.samples)
    let dump = try desk.dump()

    let outcome = try desk.run(line + " --by karin", exit: 77)

    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errorText.contains("Karin Smit kan dit niet doen met de rol hr."))
    #expect(try desk.dump() == dump)
    try desk.run("report hr --by karin")
  }

  @Test(arguments: ["werkplekbegeleider mo", "leidinggevende ineke", "trainee t-014"])
  func `the HR report is for hr and the administration`(who: String) throws {
    let desk = try Desk(.samples)
    let person = who.split(separator: " ")[1]
    try desk.run("report hr --by \(person)", exit: 77)
  }

  @Test(arguments: [
    "matrix show WHO", "matrix history WHO LAS-01", "matrix set WHO LAS-04=beheerst", "trainee show WHO", "report trainee WHO",
    "trainee route WHO", "trainee replan WHO LAS-04=90 --reason x",
    "report school WHO",
  ])
  func `a trainee of another team is answered as one that does not exist`(line: String) throws {
    let desk = try Desk(.samples)
    let dump = try desk.dump()
    // Sanne is of Werkplaats Noord, Anouk of Montage, and t-999 is nobody.
    for (invisible, unknown) in [("t-014", "t-999"), ("sanne", "xanne"), ("00412", "99412")] {
      let one = try desk.run(line.replacing("WHO", with: invisible) + " --by anouk", exit: 66)
      let other = try desk.run(line.replacing("WHO", with: unknown) + " --by anouk", exit: 66)

      #expect(one.errorText.replacing(invisible, with: unknown) == other.errorText)
      #expect(one.bytes.isEmpty)
    }
    #expect(try desk.dump() == dump)
  }

  @Test func `a werkplekbegeleider sees the own team and no other`() throws {
    let desk = try Desk(.samples)
    let seen = Set(try desk.run("matrix show --by mo --json").document(MatrixDocument.self).cells.map(\.trainee))
    #expect(seen == ["t-009", "t-010", "t-011", "t-012", "t-013", "t-014", "t-015", "t-016", "t-017"])
    #expect(
      try desk.run("inbox list --by mo --json").document(InboxDocument.self).items.allSatisfy { seen.contains($0.trainee ?? "") })
  }

  @Test(arguments: ["report team Noord", "report wall Noord", "matrix coverage --team Noord", "matrix coverage"])
  func `who sees no team as a whole is told so, and not to set one up`(line: String) throws {
    let desk = try Desk(.samples)
    let outcome = try desk.run(line + " --by t-014", exit: line == "matrix coverage" ? 0 : 66)
    #expect((outcome.text + outcome.errorText).contains("Je ziet geen enkel team als geheel."))
  }

  @Test func `a trainee sees the own row and no other`() throws {
    let desk = try Desk(.samples)
    let seen = Set(try desk.run("matrix show --by t-014 --json").document(MatrixDocument.self).cells.map(\.trainee))
    #expect(seen == ["t-014"])
    try desk.run("matrix show t-009 --by t-014", exit: 66)
  }

  @Test func `another person's booking is not found, so that nobody undoes it by accident`() throws {
    let desk = try Desk(.samples)
    try desk.run("matrix set sanne LAS-04=beheerst --by mo")
    let one = try desk.run("undo b-0003 --by hatice", exit: 66).errorText
    let other = try desk.run("undo b-0099 --by hatice", exit: 66).errorText
    #expect(one.replacing("b-0003", with: "b-0099") == other)
    try desk.run("undo b-0003 --by mo")
  }

  @Test func `an item of another team is not in one's inbox`() throws {
    let desk = try Desk(.samples)
    let item = try #require(try desk.inbox().first { $0.kind == "proposal" && $0.trainee == "t-014" }).item
    for verb in ["show", "accept", "refuse"] { try desk.run("inbox \(verb) \(item) --by anouk", exit: 66) }
    try desk.run("inbox accept \(item) --by mo")
  }
}
