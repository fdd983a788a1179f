import Testing

@Suite struct SetLevelsTests {
  @Test func `several tasks at once are echoed old to new, with how to undo`() throws {
    let desk = try Desk(.samples)
    let before = try desk.matrix()

    let said = try desk.run("matrix set sanne LAS-02=beheerst LAS-04=aangeleerd --by mo --on 20-11-2026").text

    #expect(
      said == """
        Sanne de Wit, 20-11-2026 vastgesteld door Mo Haddou:
          LAS-02  MIG/MAG hoeknaad (PB)  ◐ aangeleerd → ● beheerst
          LAS-04  TIG RVS hoeknaad  ○ nog niet → ◐ aangeleerd
        Bewaard als boeking b-0003.
        Terugdraaien: vakmatrix undo b-0003

        """)
    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
    #expect(try desk.cell("t-014", "LAS-04")?.level == "aangeleerd")
    try desk.run("undo b-0003")
    #expect(try desk.matrix() == before)
  }

  @Test func `a lower level needs a reason, and the sentence holds the command that works`() throws {
    let desk = try Desk(.samples)
    let dump = try desk.dump()

    let said = try desk.run("matrix set sanne BAS-01=aangeleerd --by mo --on 2026-11-20", exit: 64).errorText

    #expect(try desk.dump() == dump)
    #expect(said.contains("Zeg erbij waarom: vakmatrix matrix set t-014 BAS-01=aangeleerd"))
    let command = try #require(said.components(between: "Zeg erbij waarom: vakmatrix ", and: ". Er is niets opgeslagen."))
    let changes = try desk.run(command + " --json").document(SetDocument.self).changes
    #expect(changes.map(\.kind) == ["withdrawal"])
    #expect(changes.map(\.before) == ["beheerst"])
    #expect(changes.map(\.after) == ["aangeleerd"])
    #expect(try desk.cell("t-014", "BAS-01")?.level == "aangeleerd")
  }

  @Test func `a withdrawal shows its day, person and reason in the history`() throws {
    let desk = try Desk(.samples)
    try desk.run("matrix set sanne BAS-01=nog_niet --by mo --on 2026-11-20 --reason \"tekening verkeerd gelezen\"")
    let history = try desk.run("matrix history sanne BAS-01 --by mo").text
    #expect(history.contains(/20-11-2026 +○ +teruggezet +Mo Haddou +geboekt [\d-]+ \d\d\.\d\d +“tekening verkeerd gelezen”/))
  }

  @Test(arguments: [
    ("matrix set sanne LAS-02=beheerst --by mo --on 2999-01-01", 64), ("matrix set sanne LAS-02=beheerst", 64),
    ("matrix set sanne LAS-02=beheerst XX-01=beheerst --by mo", 66),
    ("matrix set sanne LAS-02=beheerst --by mo --on 31-2-2026", 64),
    ("matrix set sanne --by mo", 64), ("matrix set sanne LAS-02=beheerst --by karin", 77),
    ("matrix set sanne LAS-02=beheerst --by ria", 77), ("matrix set sanne LAS-02=beheerst --by niemand", 66),
  ])
  func `what cannot be recorded is refused as a whole`(line: String, exit: Int32) throws {
    let desk = try Desk(.samples)
    let dump = try desk.dump()
    try desk.run(line, exit: exit)
    #expect(try desk.dump() == dump)
  }

  @Test func `a trainee's own word is a proposal that waits in the inbox`() throws {
    let desk = try Desk(.company)

    try desk.run("matrix set sanne LAS-02=beheerst --by t-014")

    #expect(try desk.cell("t-014", "LAS-02")?.level == "nog_niet")
    let item = try #require(try desk.inbox().first)
    #expect(item.kind == "proposal")
    try desk.run("inbox accept \(item.item) --by mo")
    #expect(
      try desk.run("matrix show sanne --json").document(MatrixDocument.self).cells.contains {
        $0.task == "LAS-02" && $0.level == "beheerst"
      })
  }

  @Test(arguments: ["kan_hier_niet", "niet_van_toepassing"])
  func `a task that cannot be done here can be set`(word: String) throws {
    let desk = try Desk(.company)
    try desk.run("matrix set sanne LAS-02=\(word) --by mo --on 2026-11-20")
    #expect(try desk.run("matrix history sanne LAS-02 --by mo --json").text.contains(word))
  }
}

extension String {
  /// What stands between two pieces of text.
  fileprivate func components(between start: String, and end: String) -> String? {
    guard let first = firstRange(of: start), let last = self[first.upperBound...].firstRange(of: end) else { return nil }
    return String(self[first.upperBound..<last.lowerBound])
  }
}
