import Testing

@Suite struct DryRunTests {
  @Test(arguments: [
    "import SampleData/Forms/2026-11-20-week47-40-formulieren.xml", "matrix set sanne LAS-04=beheerst --by mo",
    "matrix set sanne BAS-01=aangeleerd --by mo --reason proef", "undo b-0001", "setup changed",
    "trainee edit sanne --team Montage", "trainee pause sanne", "trainee end sanne",
    "trainee add --given Piet --family Pieters --team Montage --profile constructie-2 --start 2026-11-02",
  ])
  func `a dry run shows what would happen and writes nothing`(line: String) throws {
    let desk = try Desk(.company)
    try desk.copyCompany(to: "changed", changing: "taken.csv") { $0.replacing("Hechten", with: "Hechtlassen") }
    if line.contains("BAS-01") { try desk.run("matrix set sanne BAS-01=beheerst --by mo --on 2026-11-19") }
    let dump = try desk.dump()

    let outcome = try desk.run(line + " --dry-run")

    #expect(outcome.text.contains("Proef, er is niets opgeslagen."))
    #expect(try desk.dump() == dump)
  }

  @Test(arguments: ["inbox accept PROPOSAL --by mo", "inbox refuse PROPOSAL --by mo", "inbox answer QUESTION VER-05"])
  func `a dry run in the inbox writes nothing`(line: String) throws {
    let desk = try Desk(.samples)
    let inbox = try desk.inbox()
    let proposal = try #require(inbox.first { $0.kind == "proposal" && $0.trainee == "t-014" }).item
    let question = try #require(inbox.first { $0.kind == "question" }).item
    let dump = try desk.dump()

    let outcome = try desk.run(line.replacing("PROPOSAL", with: proposal).replacing("QUESTION", with: question) + " --dry-run")

    #expect(outcome.text.contains("Proef, er is niets opgeslagen."))
    #expect(try desk.dump() == dump)
  }

  @Test func `a dry run of an import tells task, old and new level and the line of the form`() throws {
    let desk = try Desk(.company)
    try desk.write("sanne.xml", Message(number: 1).xml)

    let text = try desk.run("import sanne.xml --dry-run").text

    #expect(text.contains("sanne.xml · Sanne de Wit"))
    #expect(text.contains("LAS-02 MIG/MAG hoeknaad (PB)  ○ → ●"))
    #expect(text.contains("regel 17"))
  }

  @Test func `a dry run of the first set-up makes no database`() throws {
    let desk = try Desk()
    try desk.run("setup SampleData/company --dry-run")
    #expect(!desk.has(Desk.databaseName))
  }
}
