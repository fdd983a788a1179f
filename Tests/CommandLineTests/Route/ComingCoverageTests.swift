import Testing

@Suite struct ComingCoverageTests {
  @Test func `coverage tells who has the task still to come, and when that is enough`() throws {
    let desk = try Desk(.samples)
    let tig = try desk.coverage("LAS-04")
    #expect(tig.coming.map(\.trainee).prefix(2) == ["t-014", "t-016"])
    #expect(tig.coming.map(\.plannedBy) == tig.coming.map(\.plannedBy).sorted())
    // One masters it and one is needed, but one is a risk, so the next one makes it enough.
    #expect(tig.mastered == 1 && tig.enoughBy == "2027-03-21")
    #expect(
      try desk.run("matrix coverage --team Noord --as-of 2026-11-20").text.contains(
        "Sanne week 11 van 2027: dan genoeg"))
  }

  @Test func `a plan that was made anew moves it, and a training that stands still does not count`() throws {
    let desk = try Desk(.samples)
    try desk.run("trainee replan sanne LAS-04=90 --on 2026-11-19 --reason x --by mo")
    try desk.run("trainee replan daan LAS-04=91 --on 2026-11-19 --reason x --by mo")
    #expect(try desk.coverage("LAS-04").coming.map(\.trainee).prefix(2) == ["t-014", "t-016"])
    #expect(try desk.coverage("LAS-04").enoughBy == "2027-05-23")
    try desk.run("trainee pause sanne")
    #expect(try desk.coverage("LAS-04").coming.map(\.trainee).first == "t-016")
  }

  @Test func `who is behind stands in the list but brings no day`() throws {
    let desk = try Desk(.samples)
    let check = try desk.coverage("LAS-02")
    #expect(check.coming.first?.late == true && check.coming.first?.trainee == "t-014")
    #expect(try #require(check.enoughBy) > "2026-11-20")
  }

  @Test func `the report of the team tells it too`() throws {
    let desk = try Desk(.samples)
    #expect(try desk.run("report team Noord --as-of 2026-11-20 --json").text.contains("\"enoughBy\":\"2027-03-21\""))
  }
}

private struct CoverageDocument: Decodable {
  struct Coming: Decodable {
    let trainee, plannedBy: String
    let late: Bool
  }
  struct Entry: Decodable {
    let task: String
    let mastered: Int
    let coming: [Coming]
    let enoughBy: String?
  }
  struct Team: Decodable { let tasks: [Entry] }
  let teams: [Team]
}

extension Desk {
  /// How Werkplaats Noord stands for a task.
  fileprivate func coverage(_ task: String) throws -> CoverageDocument.Entry {
    let document = try run("matrix coverage --team Noord --as-of 2026-11-20 --json").document(CoverageDocument.self)
    return try #require(document.teams.first?.tasks.first { $0.task == task })
  }
}
