import Foundation
import Testing

@Suite struct TeachersTests {
  @Test func `a trainee is told who masters a task and who guides, by name and nothing else`() throws {
    let desk = try Desk(.samples)
    let said = try desk.run("matrix teachers LAS-04 --as-of 2026-11-20 --by sanne").text
    #expect(said.contains("  Lisa Öztürk\n") && said.contains("Mo Haddou (begeleider)"))
    #expect(said.split(separator: "\n").count == 4)
    let document = try desk.run("matrix teachers LAS-04 --as-of 2026-11-20 --by sanne --json").text
    #expect(document.contains("\"mastered\":[{\"name\":\"Lisa Öztürk\"}]"))
    for word in ["lastSeenOn", "stale", "t-0", "level"] { #expect(!document.contains(word)) }
  }

  @Test func `who may see the levels is told when it was seen last, who was seen lately first`() throws {
    let desk = try Desk(.samples)
    #expect(
      try desk.run("matrix teachers LAS-04 --as-of 2026-11-20 --by mo").text.contains("Lisa Öztürk, lang niet gezien: 3-10-2025"))
    let document = try desk.run("matrix teachers BAS-03 --as-of 2026-11-20 --by mo --json").text
    let (fresh, stale) = (document.firstRange(of: "\"stale\":false"), document.firstRange(of: "\"stale\":true"))
    #expect(try #require(fresh).lowerBound < (try #require(stale)).lowerBound)
    #expect(
      try #require(document.range(of: "\"stale\":false", options: .backwards)).lowerBound < (try #require(stale)).lowerBound)
  }

  @Test func `who asks does not stand in the list`() throws {
    let desk = try Desk(.samples)
    let said = try desk.run("matrix teachers BAS-01 --as-of 2026-11-20 --by sanne").text
    #expect(!said.contains("Sanne") && said.contains("Daan Kuipers"))
  }

  @Test func `a trainee asks of the own route and the own team`() throws {
    let desk = try Desk(.samples)
    // TIG is not in Youssef's profile.
    try desk.run("matrix teachers LAS-04 --by youssef", exit: 64)
    try desk.run("matrix teachers LAS-04 --team Zuid --by sanne", exit: 66)
    try desk.run("matrix teachers NIETS --by sanne", exit: 66)
    try desk.run("matrix teachers LAS-04 --team Zuid --by mo", exit: 66)
    #expect(try desk.run("matrix teachers LAS-04 --team Zuid --by ria").text.contains("Werkplaats Zuid"))
  }

  @Test func `a task that nobody masters says so, and names who guides`() throws {
    let desk = try Desk(.company)
    let said = try desk.run("matrix teachers LAS-04 --by sanne").text
    #expect(said.contains("beheerst dit nog") && said.contains("Mo Haddou (begeleider)"))
  }

  @Test func `what was not known or seen yet does not count`() throws {
    let desk = try Desk(.samples)
    #expect(try !desk.run("matrix teachers LAS-04 --as-of 2025-10-02 --by mo").text.contains("Lisa"))
    #expect(try !desk.run("matrix teachers LAS-04 --known-on b-0001 --by mo").text.contains("Lisa"))
  }
}
