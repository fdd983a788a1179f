import Testing

@Suite struct LearningWayTests {
  @Test func `a profile tells how each task is learned`() throws {
    let desk = try Desk(.company)
    let shown = try desk.run("profile show constructie-3").text
    #expect(shown.contains("TIG RVS hoeknaad") && shown.contains("week 81  cursus"))
    #expect(
      try desk.run("profile show constructie-3 --json").text.contains(
        "\"task\":\"LAS-04\",\"target\":\"beheerst\",\"week\":81,\"way\":\"cursus\""))
  }

  @Test func `another way is another version, for who starts from then on`() throws {
    let desk = try Desk(.company)
    try desk.copyCompany(to: "changed", changing: "profielen.csv") {
      $0.replacing("LAS-04;beheerst;81;cursus", with: "LAS-04;beheerst;81;school")
    }
    let said = try desk.run("setup changed").text
    #expect(said.contains("LAS-04:beheerst@81/cursus") && said.contains("LAS-04:beheerst@81/school"))
    #expect(try desk.run("profile show constructie-3").text.contains("versie 2"))
    #expect(try desk.route("sanne").stop("LAS-04")?.way == "cursus")
  }

  @Test func `a set-up without the column says nothing of it`() throws {
    let desk = try Desk()
    try desk.copyCompany(to: "without", changing: "profielen.csv") { text in
      text.split(separator: "\n").map { line in
        line.split(separator: ";", omittingEmptySubsequences: false).dropLast().joined(separator: ";")
      }
      .joined(separator: "\n")
    }
    try desk.run("setup without")
    #expect(try desk.route("sanne").stops.allSatisfy { $0.way == nil })
  }
}
