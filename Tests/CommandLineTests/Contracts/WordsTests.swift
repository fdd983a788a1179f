import Testing

/// What people wrote is for the trainee, for who guides that trainee and for who leads the team.
@Suite struct WordsTests {
  private let words = "Lasmap bijwerken"

  @Test(arguments: ["mo", "ineke", "sanne"]) func `who is near the trainee reads the words of an agreement`(_ who: String) throws
  {
    let desk = try Desk(.samples)
    #expect(try desk.run("report trainee sanne --by \(who) --as-of 2026-11-20").text.contains(words))
  }

  @Test func `another begeleider of the team sees the levels and not the words`() throws {
    let desk = try Desk(.samples)
    let report = try desk.run("report trainee sanne --by hatice --as-of 2026-11-20").text
    #expect(report.contains("Sanne beheerst 16 van de 36 taken."))
    #expect(!report.contains(words))
    let history = try desk.run("matrix history sanne LAS-02 --by hatice --json").text
    #expect(!history.contains("Snelheid is gelijkmatig"))
    #expect(try desk.run("matrix history sanne LAS-02 --by mo --json").text.contains("Snelheid is gelijkmatig"))
  }

  @Test func `the administration reads no words`() throws {
    let desk = try Desk(.samples)
    #expect(try !desk.run("report trainee sanne --as-of 2026-11-20").text.contains(words))
  }

  @Test func `who sees a part of a team is told nothing of the whole`() throws {
    let desk = try Desk(.samples)
    #expect(try !desk.run("status --by sanne").text.contains("niemand zelfstandig"))
    #expect(try desk.run("status --by ineke").text.contains("niemand zelfstandig"))
    try desk.run("report team zuid --by mo", exit: 66)
    try desk.run("matrix coverage --team zuid --by mo", exit: 66)
  }
}
