import Foundation
import Testing

@Suite struct ReplanTests {
  private static let replan = "trainee replan sanne LAS-04=90 LAS-03=1-3-2027,cursus --reason \"De cursus zit vol\" --by mo"

  @Test func `a task that is planned anew keeps its old plan, who did it and why`() throws {
    let desk = try Desk(.samples)
    let told = try desk.run(Self.replan).text
    #expect(told.contains("LAS-04  TIG RVS hoeknaad  week 81 (t/m 21-3-2027), cursus → week 90 (t/m 23-5-2027), cursus"))

    let route = try desk.route("sanne --by mo")

    let tig = try #require(route.stop("LAS-04"))
    #expect(tig.week == 90 && tig.plannedBy == "2027-05-23" && tig.way == "cursus")
    #expect(tig.earlier.map(\.week) == [81] && tig.earlier.map(\.booking) == ["b-0003"])
    let weld = try #require(route.stop("LAS-03"))
    // 1 March 2027 is in week 79 of a training that began on 1 September 2025.
    #expect(weld.week == 79 && weld.way == "cursus" && weld.earlier.map(\.way) == ["onder_toezicht"])
    #expect(route.replannings.map(\.by) == ["mo"] && route.replannings.map(\.reason) == ["De cursus zit vol"])
    #expect(route.replannings.map(\.tasks) == [["LAS-04", "LAS-03"]])
    #expect(try desk.run("trainee route sanne --by mo").text.contains("(was week 81, cursus)"))
    #expect(try desk.run("trainee route sanne --by mo").text.contains("Week: de week van de opleiding, geteld vanaf de start."))
  }

  @Test func `an undone plan is gone, and the reason with it`() throws {
    let desk = try Desk(.samples)
    let before = try desk.run("trainee route sanne --json").bytes
    try desk.run(Self.replan)
    try desk.run("undo b-0003 --by mo")
    #expect(try desk.run("trainee route sanne --json").bytes == before)
    #expect(try desk.run("trainee route sanne --json --known-on b-0003 --by mo").text.contains("De cursus zit vol"))
    #expect(try desk.run("trainee route sanne --json --known-on b-0002").document(RouteDocument.self).stop("LAS-04")?.week == 81)
  }

  @Test func `before the day from which it holds the old plan holds`() throws {
    let desk = try Desk(.samples)
    // LAS-06 was planned for week 53, which ended on 6 September 2026.
    try desk.run("trainee replan sanne LAS-06=70 --reason \"Werk lag stil\" --on 2026-10-01 --by ineke")
    let (before, after) = (
      try desk.route("sanne --as-of 2026-09-30"), try desk.route("sanne --as-of 2026-10-01")
    )
    #expect(before.stop("LAS-06")?.week == 53 && before.stop("LAS-06")?.rule == "late" && before.replannings.isEmpty)
    #expect(after.stop("LAS-06")?.week == 70 && after.stop("LAS-06")?.rule == "to_come")
    #expect(after.tasksPlannedMastered == before.tasksPlannedMastered - 1)
  }

  @Test func `what is planned anew counts wherever the plan counts`() throws {
    let desk = try Desk(.samples)
    let behind = "\"tasksBehind\""
    func planned() throws -> [String] {
      [
        try desk.run("report hr --json --as-of 2026-11-20").text,
        try desk.run("report trainee sanne --json --as-of 2026-11-20").text,
        try desk.run("report team Noord --json --as-of 2026-11-20").text, try desk.run("status").text,
      ]
    }
    let before = try planned()
    #expect(before[2].contains(behind))
    try desk.run("trainee replan sanne LAS-06=80 LAS-02=85 --reason \"Werk lag stil\" --on 2026-11-01 --by mo")
    let after = try planned()
    for (one, other) in zip(before.prefix(3), after) { #expect(one != other) }
    #expect(after[1].contains("\"behind\":[]"))
  }

  @Test func `a dry run tells it and keeps nothing`() throws {
    let desk = try Desk(.samples)
    let dump = try desk.dump()
    let told = try desk.run(Self.replan + " --dry-run").text
    #expect(told.contains("Proef, er is niets opgeslagen.") && told.contains("→ week 90"))
    #expect(try desk.dump() == dump)
  }

  @Test func `a plan that stood so already writes no booking`() throws {
    let desk = try Desk(.samples)
    let dump = try desk.dump()
    #expect(try desk.run("trainee replan sanne LAS-04=81,cursus --reason x --by mo").text.contains("Er is niets veranderd."))
    #expect(try desk.dump() == dump)
  }

  @Test(arguments: [
    ("--by hatice", 66), ("--by petra", 66), ("--by t-014", 77), ("--by karin", 77), ("--by ria", 77), ("", 64),
  ])
  func `only who guides or leads the trainee plans anew`(who: String, exit: Int32) throws {
    let desk = try Desk(.samples)
    let dump = try desk.dump()
    try desk.run("trainee replan sanne LAS-04=90 --reason x \(who)", exit: exit)
    #expect(try desk.dump() == dump)
  }

  @Test(arguments: ["LAS-04=3", "LAS-04=90,91", "LAS-04=cursus,school", "LAS-04=,cursus", "LAS-04=521", "LAS-04=90 LAS-04=91"])
  func `what cannot be planned is refused whole`(wishes: String) throws {
    let desk = try Desk(.samples)
    let dump = try desk.dump()
    try desk.run("trainee replan sanne LAS-03=85 \(wishes) --reason x --by mo", exit: 64)
    #expect(try desk.dump() == dump)
  }

  @Test func `a task can be taken out of the weeks, and put in a week of the calendar again`() throws {
    let desk = try Desk(.samples)
    try desk.run("trainee replan sanne LAS-06=ongepland --reason x --by mo")
    #expect(try desk.route("sanne").stop("LAS-06")?.rule == "unplanned")
    try desk.run("trainee replan sanne LAS-06=2027-W05 --reason x --by mo")
    #expect(try desk.route("sanne").stop("LAS-06")?.plannedBy == "2027-02-07")
  }

  @Test func `the reason is read by who guides, who leads and the trainee, and by nobody else`() throws {
    let desk = try Desk(.samples)
    try desk.run("trainee replan sanne LAS-04=90 --reason \"GEHEIM-Zeepaardje\" --by mo")
    let lines = [
      "trainee route sanne", "trainee route sanne --json", "report trainee sanne", "report team Noord --json", "report hr", "log",
      "status", "matrix coverage --json",
    ]
    for who in ["--by hatice", "--by ria", "", "--by karin"] {
      for line in lines {
        let outcome = try desk.start(line + " " + who).wait()
        #expect(!(outcome.text + outcome.errorText).contains("GEHEIM"), "\(line) \(who)")
      }
    }
    for who in ["mo", "ineke", "sanne"] {
      for line in lines.prefix(2) {
        #expect(try desk.run(line + " --by \(who)").text.contains("GEHEIM-Zeepaardje"), "\(line) \(who)")
      }
    }
    for line in lines.dropFirst(2).dropLast() where line != "report hr" {
      #expect(try !desk.run(line + " --by mo").text.contains("GEHEIM"), "\(line)")
    }
  }

  @Test func `a set-up on which a plan rests is not undone`() throws {
    let desk = try Desk(.company)
    try desk.run("trainee replan sanne LAS-04=90 --reason x --by mo")
    try desk.run("undo b-0001", exit: 1)
  }
}
