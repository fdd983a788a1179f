import Foundation
import Testing

/// Bringing a team up to date: by keys alone where a script runs, person by person where none does.
@Suite(.serialized, .fewAtOnce) struct TeamUpdateTests {
  private static let path = "/team/Werkplaats%20Noord/bijwerken"

  @Test func `without a script each of the team has a page to tick on, and no matrix stands in the way`() throws {
    let site = try ServedSite.samples("mo")
    let desk = try Browser(.desk, in: site.desk, hasScript: false)
    try desk.signIn("mo", at: site)
    try desk.open(site.origin + "/team/Werkplaats%20Noord")
    try desk.click("main .two .button")
    #expect(try desk.all("#mensen a").count == 9)
    #expect(try !desk.isShown("#rooster"))
    try desk.click("#mensen a[href='/trainee/t-014/afvinken']")
    #expect(try desk.text("h1") == "Sanne de Wit")
    try desk.close()
  }

  @Test func `keys walk through the matrix, set levels, take the last back and save`() throws {
    let site = try ServedSite.samples("mo")
    try site.desk.run("matrix set t-014 LAS-05=aangeleerd --by mo")
    let desk = try Browser(.desk, in: site.desk)
    try desk.signIn("mo", at: site)
    try desk.open(site.origin + Self.path)
    try desk.tabTo("grid")
    #expect(try desk.all("[role=grid] [tabindex='0']").count == 1)
    try desk.press(.control, .home)
    let first = try desk.focused()
    try desk.press(.right)
    #expect(try desk.focused() != first)
    try desk.press(.left)
    #expect(try desk.focused() == first)
    try desk.walk(to: "Sanne, ", "data-task=LAS-05")
    #expect(try desk.focused().hasSuffix(", aangeleerd"))
    let count = try site.desk.bookings().count
    try desk.press("2")
    #expect(try desk.focused().hasSuffix(", beheerst"))
    try desk.press(.right)
    try desk.walk(to: "Youssef, ", "data-task=LAS-05")
    let youssef = try desk.focused()
    try desk.press("2")
    #expect(try desk.text(".bar button").hasPrefix("Bewaar"))
    try desk.press(.control, "z")
    #expect(try desk.focused() == youssef)
    #expect(try desk.text(".bar button") == "Bewaar 1 wijziging")
    try desk.press(.escape)
    try desk.press(.enter)
    try desk.waitFor("return document.querySelector('#rooster [role=status]').textContent === 'Bewaard. 1 wijziging.'")
    #expect(try site.level("LAS-05") == "beheerst")
    #expect(try site.desk.bookings().count == count + 1)
    #expect(try desk.focused() == youssef, "one goes on where one was")
    try desk.press(.home)
    try desk.press(.enter)
    try desk.waitFor("return location.pathname.startsWith('/trainee/') && location.pathname.endsWith('/taak/LAS-05')")
    try desk.close()
  }

  @Test func `what somebody else set meanwhile is shown beside one's own choice, and a lower level asks why`() throws {
    let site = try ServedSite.samples("mo")
    try site.desk.run("matrix set t-014 LAS-05=aangeleerd --by mo")
    let desk = try Browser(.desk, in: site.desk)
    try desk.signIn("mo", at: site)
    try desk.open(site.origin + Self.path)
    try desk.tabTo("grid")
    try site.desk.run("matrix set t-014 LAS-05=nog_niet --by ineke --reason Anders")
    try desk.walk(to: "Sanne, ", "data-task=LAS-05")
    try desk.press("2")
    try desk.press(.escape)
    try desk.press(.enter)
    try desk.waitFor("return document.querySelectorAll('#rooster .card button').length === 2")
    #expect(try desk.text("#rooster .card").contains("Ineke Bos heeft deze taak op"))
    #expect(try site.level("LAS-05") == "nog_niet")
    try desk.press(.tab)
    try desk.press(.enter)
    try desk.waitFor("return document.querySelector('#rooster [role=status]').textContent === 'Bewaard. 1 wijziging.'")
    #expect(try site.level("LAS-05") == "beheerst")

    try desk.press("1")
    #expect(try desk.isShown("#reden"))
    try desk.press(.escape)
    try desk.press(.enter)
    try desk.waitFor("return document.querySelector('#rooster .card')?.textContent.includes('gaat omlaag.')")
    #expect(try site.level("LAS-05") == "beheerst")
    try desk.type("Nog niet op tempo", into: "#reden")
    try desk.press(.enter)
    try desk.waitFor("return document.querySelector('#rooster [role=status]').textContent === 'Bewaard. 1 wijziging.'")
    #expect(try site.level("LAS-05") == "aangeleerd")
    try desk.close()
  }

  @Test func `each cell says whose it is, of which task and at which level`() throws {
    let site = try ServedSite.samples("mo")
    let desk = try Browser(.desk, in: site.desk)
    try desk.signIn("mo", at: site)
    try desk.open(site.origin + Self.path)
    let script = """
      const cells = [...document.querySelectorAll("[role=gridcell]")];
      return [cells.length, cells.filter(cell => !cell.getAttribute("aria-label")).length, document.querySelectorAll("[role=status]").length];
      """
    let found = try desk.run(script) as? [Int] ?? []
    #expect(found.count == 3 && found[0] > 100 && found[1] == 0 && found[2] >= 1)
    try desk.close()
  }
}

extension Browser {
  /// What stands where the keys go, as it is read aloud.
  func focused() throws -> String {
    let script = "const at = document.activeElement; return at.getAttribute('aria-label') || at.textContent.trim()"
    return try run(script) as? String ?? ""
  }

  /// Presses Tab until the keys go into something of this role.
  func tabTo(_ role: String) throws {
    for _ in 0..<60 {
      try press(.tab)
      if try run(
        "return document.activeElement.closest('[role=\(role)]') !== null && document.activeElement.tabIndex === 0 && document.activeElement.closest('table') !== null"
      ) as? Bool == true {
        return
      }
    }
    Issue.record("Tab does not reach the \(role)")
  }

  /// Walks by arrows to the cell of a column and a row.
  func walk(to name: String, _ row: String) throws {
    let isRow = "const line = document.activeElement.closest('tr'); return line !== null && line.matches('[\(row)]')"
    for _ in 0..<80 where try run(isRow) as? Bool != true { try press(.down) }
    try press(.home)
    for _ in 0..<20 where try !focused().hasPrefix(name) { try press(.right) }
    #expect(try focused().hasPrefix(name))
  }

  func isShown(_ selector: String) throws -> Bool {
    try run("return document.querySelector(arguments[0]).checkVisibility()", [selector]) as? Bool ?? false
  }

  /// Waits until a script says that it is so.
  func waitFor(_ script: String, _ location: SourceLocation = #_sourceLocation) throws {
    for _ in 0..<200 {
      if (try? run(script)) as? Bool == true { return }
      usleep(50_000)
    }
    Issue.record("it does not come so far: \(script)\n\(try text())", sourceLocation: location)
  }
}
