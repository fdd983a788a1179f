import Testing

@Suite struct ErrorDocumentTests {
  @Test(arguments: [
    ("onbekend", 64), ("import", 64), ("matrix set sanne LAS-02 --by mo", 64), ("matrix set sanne LAS-02=goed --by mo", 64),
    ("matrix set sanne LAS-02=beheerst", 64), ("matrix show --as-of gisteren", 64), ("status --lang de", 64),
    ("import broken.xml", 65), ("import niets.xml", 66), ("setup nergens", 66), ("matrix show niemand", 66), ("undo b-0099", 66),
    ("inbox show p-onbekend", 66), ("matrix history sanne XX-01", 66), ("report team West", 66),
    ("status --database nergens.sqlite", 66), ("report hr -o nergens/hr.csv", 73), ("status --database broken.xml", 74),
    ("status --by karin", 77), ("import SampleData/Forms --by mo", 77), ("export SampleData", 73), ("restore nergens", 66),
    ("restore SampleData", 65),
  ])
  func `an error is one document on standard error, with nothing on standard output`(line: String, exit: Int32) throws {
    let desk = try Desk(.company)
    try desk.write("broken.xml", "<bericht>\n")

    let outcome = try desk.run(line + " --json", exit: exit)

    let document = try outcome.errorDocument()
    #expect(outcome.bytes.isEmpty)
    #expect(document.schema == "vakmatrix/error/1")
    #expect(document.exit == exit)
    #expect(!document.problems.isEmpty)
    #expect(document.problems.allSatisfy { $0.severity == "error" && !$0.text.isEmpty })
  }

  @Test(arguments: [
    ("undo b-0099", 66), ("status --by karin", 77), ("import niets.xml", 66), ("matrix set sanne LAS-02 --by mo", 64),
  ])
  func `without JSON the same error is one sentence for people`(line: String, exit: Int32) throws {
    let desk = try Desk(.company)

    let outcome = try desk.run(line, exit: exit)

    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errorText.hasPrefix("Fout: "))
  }

  @Test func `a person whose name fits two people is not guessed`() throws {
    let desk = try Desk(.company)
    let said = try desk.run("matrix show \"de wit\"", exit: 64).errorText
    #expect(said.contains("Stef de Wit (t-009)"))
    #expect(said.contains("Sanne de Wit (t-014)"))
  }
}
