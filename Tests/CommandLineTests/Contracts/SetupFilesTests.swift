import Testing

@Suite struct SetupFilesTests {
  @Test func `the same set-up a second time writes no booking`() throws {
    let desk = try Desk(.company)
    let dump = try desk.dump()
    #expect(try desk.run("setup SampleData/company").text.contains("Er is niets veranderd: alles stond er al zo."))
    #expect(try desk.dump() == dump)
  }

  @Test func `each difference is printed old to new`() throws {
    let desk = try Desk(.company)
    try desk.copyCompany(to: "changed", changing: "taken.csv") { $0.replacing("Hechten", with: "Hechtlassen") }
    let said = try desk.run("setup changed").text
    #expect(said.contains("taak LAS-01: titel ‘Hechten’ → ‘Hechtlassen’"))
    #expect(said.contains("Bewaard als boeking b-0002."))
  }

  @Test(arguments: [
    ("trainees.csv", "2025-09-01;2027-07-31", "2025-13-01;2027-07-31", 4), ("trainees.csv", "t-002;", "T 002;", 3),
    ("profielen.csv", "BAS-04;beheerst;2", "BAS-99;beheerst;2", 2),
    ("profielen.csv", "BAS-06;beheerst;4;voordoen", "BAS-06;beheerst;4;afkijken", 3),
    ("taken.csv", "BAS-01;Werktekening lezen;Basis;3", "BAS-01;Werktekening lezen;Basis;drie", 2),
  ])
  func `a wrong value is refused with file and line, and nothing is kept`(file: String, old: String, new: String, line: Int)
    throws
  {
    let desk = try Desk(.company)
    let dump = try desk.dump()
    try desk.copyCompany(to: "wrong", changing: file) { $0.replacing(old, with: new, maxReplacements: 1) }

    let problem = try #require(try desk.run("setup wrong --json", exit: 65).errorDocument().problems.first)

    #expect(problem.file?.hasSuffix(file) == true)
    #expect(problem.line == line)
    #expect(try desk.dump() == dump)
  }

  @Test func `commas and a byte order mark are found by themselves`() throws {
    let desk = try Desk(.company)
    for file in Samples.companyFiles {
      try desk.write("commas/" + file, "\u{FEFF}" + (try Samples.text("company/" + file)).replacing(";", with: ","))
    }
    #expect(try desk.run("setup commas").text.contains("Er is niets veranderd"))
  }
}
