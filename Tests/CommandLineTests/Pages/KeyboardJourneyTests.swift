import Foundation
import Testing

/// Whole jobs by keys alone, from signing in on.
@Suite(.serialized, .fewAtOnce) struct KeyboardJourneyTests {
  @Test func `Mo signs in, ticks a task, holds a step of a conversation and accepts a line, and never touches a mouse`() throws {
    let site = try ServedSite.samples("mo")
    let plan = try site.desk.run("conversation plan sanne --on \(Day.today) --by mo --json").text
    let conversation = "/gesprek/\(try #require(plan.firstMatch(of: /c-\d+\.\d+/)).output)"
    let desk = try Browser(.desk, in: site.desk)
    try desk.open(site.origin + "/aanmelden")
    try desk.tab(to: "#wie")
    try desk.press(text: "mo")
    try desk.tab(to: "#wachtwoord")
    try desk.press(text: ServedSite.password)
    try desk.press(.enter)
    try desk.waitForText("Aangemeld als")

    try desk.tab(to: "main a[href='/trainee/t-014/afvinken']")
    try desk.press(.enter)
    try desk.waitForPage("/afvinken")
    try desk.tab(to: "fieldset.tick input[type=radio]")
    let task = try #require(try desk.run("return document.activeElement.name") as? String).dropFirst("taak.".count)
    let before = try site.level(String(task))
    try desk.press(.right)
    let chosen = try desk.run("return document.activeElement.value") as? String
    try desk.tab(to: "form.ticks .bar button")
    try desk.press(.enter)
    try desk.waitForText("Bewaard. 1 taak van Sanne.")
    #expect(try site.level(String(task)) == chosen && chosen != before)

    try desk.tab(to: "nav a[href='/']")
    try desk.press(.enter)
    try desk.waitForPage("/")
    try desk.tab(to: "main a[href='\(conversation)/stap/1']")
    try desk.press(.enter)
    try desk.waitForText("Begin het gesprek")
    try desk.tab(to: "form[action='\(conversation)/begin'] button")
    try desk.press(.enter)
    try desk.waitForText("Bewaar en naar stap 2")
    try desk.tab(to: "#t-terugblik")
    try desk.press(text: "Een goede maand")
    try desk.tab(to: "main form p.two button")
    try desk.press(.sign(" "))
    try desk.waitForPage("/stap/2")
    try desk.open(site.origin + conversation + "/stap/1")
    #expect(try desk.run("return document.querySelector('#t-terugblik').value") as? String == "Een goede maand")

    try desk.open(site.origin + "/postvak")
    try desk.tab(to: "fieldset.item input[type=radio]")
    let item = try #require(try desk.run("return document.activeElement.name") as? String).dropFirst("keuze.".count)
    // Later, no, yes.
    try desk.press(oneByOne: [.right, .right])
    #expect(try desk.run("return document.activeElement.value") as? String == "over")
    try desk.tab(to: "form.ticks .bar button")
    try desk.press(.enter)
    try desk.waitForText("Dit is bewaard. 1 taak veranderde.")
    #expect(try !site.desk.inbox().contains { $0.item == String(item) })
    #expect(try site.desk.bookings().first?.kind == "accept")
    try desk.close()
  }

  @Test func `Karin has her workbook by keys alone`() throws {
    let site = try ServedSite.samples("karin")
    let desk = try Browser(.desk, in: site.desk)
    try desk.signIn("karin", at: site)
    let name = try desk.download(in: site.desk) {
      try desk.tab(to: "main button[value=xlsx]")
      try desk.press(.enter)
    }
    #expect(name.hasSuffix(".xlsx"))
    #expect(try site.desk.read(name).starts(with: Data("PK".utf8)))
    try desk.close()
  }
}

extension Browser {
  /// Waits until the page at an address that ends so is there.
  fileprivate func waitForPage(_ end: String) throws {
    try waitFor("return location.pathname.endsWith('\(end)') && document.readyState === 'complete'")
  }
}
