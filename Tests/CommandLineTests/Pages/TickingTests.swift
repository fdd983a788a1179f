import Foundation
import Testing

@Suite(.fewAtOnce) struct TickingTests {
  @Test func `Mo ticks three tasks of Sanne and reads what changed`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let home = try await mo.get("/")
    #expect(home.text.contains("href=\"/trainee/t-014/afvinken\""))
    let sheet = try await mo.get("/trainee/t-014/afvinken")
    let tasks = try Self.firstTasks(3, of: sheet)
    let saved = try await mo.send("/trainee/t-014/afvinken", Self.ticks(tasks, "beheerst", sheet))
    #expect(saved.status == 200)
    #expect(saved.read.contains("Bewaard. 3 taken van Sanne."))
    for task in tasks { #expect(try site.level(task) == "beheerst") }
  }

  @Test func `a form that is sent twice changes once and says so`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let sheet = try await mo.get("/trainee/t-014/afvinken")
    let fields = sheet.hidden.merging(Self.ticks(try Self.firstTasks(2, of: sheet), "beheerst", sheet)) { _, given in given }
    #expect(try await mo.post("/trainee/t-014/afvinken", fields).status == 200)
    let count = try site.desk.bookings().count
    let again = try await mo.post("/trainee/t-014/afvinken", fields)
    #expect(again.status == 303)
    #expect(try await mo.get(try #require(again.location)).read.contains("Er is niets dubbel opgeslagen."))
    #expect(try site.desk.bookings().count == count)
  }

  @Test func `what somebody else changed meanwhile is shown beside one's own choice and not written over`() async throws {
    let site = try ServedSite.samples("mo", "ineke")
    let mo = try await site.visit("mo")
    let sheet = try await mo.get("/trainee/t-014/afvinken?alle")
    let tasks = try Self.firstTasks(3, of: sheet, at: "nog_niet")
    try site.desk.run("matrix set t-014 \(tasks[0])=beheerst --by ineke")
    let saved = try await mo.send("/trainee/t-014/afvinken", Self.ticks(tasks, "aangeleerd", sheet))
    #expect(saved.status == 409)
    #expect(saved.read.contains("Bewaard. 2 taken van Sanne."))
    #expect(saved.read.contains("Ineke Bos heeft deze taak op"))
    #expect(saved.read.contains("Jij koos ◐ aangeleerd. Welke klopt?"))
    #expect(try site.level(tasks[0]) == "beheerst")
  }

  @Test func `a wrong tick is undone with one button`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let sheet = try await mo.get("/trainee/t-014/afvinken")
    let task = try Self.firstTasks(1, of: sheet)[0]
    let before = try site.level(task)
    let saved = try await mo.send("/trainee/t-014/afvinken", Self.ticks([task], "beheerst", sheet))
    let path = try #require(saved.text.firstMatch(of: /action="(\/boeking\/b-\d+\/ongedaan)"/)).output.1
    let undone = try await mo.send(String(path), [:])
    #expect(undone.read.contains("Teruggedraaid. De taak staat weer zoals daarvoor."))
    #expect(try site.level(task) == before)
  }

  @Test func `a lower level asks why, and keeps what was chosen`() async throws {
    let site = try ServedSite.samples("mo")
    try site.desk.run("matrix set t-014 LAS-05=beheerst --by mo")
    let mo = try await site.visit("mo")
    let sheet = try await mo.get("/trainee/t-014/afvinken?alle")
    let asked = try await mo.send("/trainee/t-014/afvinken", Self.ticks(["LAS-05"], "aangeleerd", sheet))
    #expect(asked.status == 422)
    #expect(asked.read.contains("gaat omlaag. Schrijf hieronder waarom."))
    let told = try await mo.send(
      "/trainee/t-014/afvinken",
      Self.ticks(["LAS-05"], "aangeleerd", sheet).merging(["reden": "Nog niet op tempo"]) { one, _ in one })
    #expect(told.status == 200)
    #expect(try site.level("LAS-05") == "aangeleerd")
  }

  @Test func `a safety task is mastered only when somebody says to have seen it`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let sheet = try await mo.get("/trainee/t-014/afvinken?alle")
    let task = try #require(sheet.text.firstMatch(of: /name="gezien" value="([^"]*)"/)).output.1
    let before = try site.level(String(task))
    guard before != "beheerst" else { return }
    let asked = try await mo.send("/trainee/t-014/afvinken", Self.ticks([String(task)], "beheerst", sheet))
    #expect(asked.status == 422)
    #expect(asked.read.contains("is een veiligheidstaak. Zet een vinkje"))
    #expect(try site.level(String(task)) == before)
  }

  @Test func `what a trainee sends stands beside the level as an estimate`() async throws {
    let site = try ServedSite.samples("sanne")
    let sanne = try await site.visit("t-014")
    let sheet = try await sanne.get("/trainee/t-014/afvinken")
    let task = try Self.firstTasks(1, of: sheet)[0]
    let before = try site.level(task)
    #expect(try await sanne.send("/trainee/t-014/afvinken", Self.ticks([task], "beheerst", sheet)).status == 200)
    #expect(try site.level(task) == before)
  }

  /// The codes of the tasks on a sheet that are not mastered and need no promise to have been seen.
  static func firstTasks(_ count: Int, of sheet: PageSeen, at level: String? = nil) throws -> [String] {
    let safe = Set(sheet.text.matches(of: /name="gezien" value="([^"]*)"/).map { String($0.output.1) })
    let all = sheet.text.matches(of: /name="was\.([^"]*)" value="(nog_niet|aangeleerd)"/)
      .filter { level == nil || String($0.output.2) == level }.map { String($0.output.1) }
    let tasks = Array(all.filter { !safe.contains($0) }.prefix(count))
    try #require(tasks.count == count)
    return tasks
  }

  /// These tasks at a level, and what the sheet showed of them.
  static func ticks(_ tasks: [String], _ level: String, _ sheet: PageSeen) -> [String: String] {
    var fields: [String: String] = [:]
    for task in tasks {
      fields["taak." + task] = level
      fields["was." + task] = sheet.hidden["was." + task]
    }
    return fields
  }
}

extension ServedSite {
  /// The level of a task of Sanne, as the command line tells it.
  func level(_ task: String) throws -> String? {
    let matrix = try desk.run("matrix show t-014 --json").document(MatrixDocument.self)
    return matrix.cells.first { $0.task == task }?.level
  }
}
