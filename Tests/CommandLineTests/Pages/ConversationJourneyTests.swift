import Foundation
import Testing

/// A conversation from its preparation to its record, in a real browser, with what it takes of taps and of typing.
@Suite(.serialized, .fewAtOnce) struct ConversationJourneyTests {
  /// At this many characters a minute, which is slow, two minutes of typing.
  private static let twoMinutes = 2 * 120

  @Test func `Ineke begins with the agreements of last time, takes five steps, types for two minutes at most, and has a record`()
    throws
  {
    let site = try ServedSite.samples("ineke")
    try site.desk.run(#"agreement add sanne "Slijptol laten keuren | sanne | \#(Day.fromToday(3))" --by ineke"#)
    let plan = try site.desk.run("conversation plan sanne --on \(Day.today) --by ineke --json").text
    let path = "/gesprek/\(try #require(plan.firstMatch(of: /c-\d+\.\d+/)).output)"
    let desk = try Browser(.desk, in: site.desk)
    try desk.signIn("ineke", at: site)
    let ineke = CountedHand(desk)

    try ineke.tap("main a[href='\(path)/stap/1']")
    try desk.waitForText("Begin het gesprek")
    #expect(try desk.text("main h2") == "Afspraken van vorige keer")
    let old = try desk.place(try desk.find("main h2 + ul.changes"))
    #expect(old.y + old.height <= 900, "the agreements are not seen without scrolling: \(old)")
    #expect(try desk.text("main h2 + ul.changes").contains("Slijptol laten keuren"))

    try ineke.tap("form[action='\(path)/begin'] button")
    try desk.waitForText("Stap 1")
    #expect(try desk.all("nav.steps li").count == 5)
    let place = "[...document.querySelectorAll('fieldset.card')].findIndex(one => one.textContent.includes('Slijptol'))"
    let nth = try #require(try desk.run("return \(place)") as? Int)
    let field = try desk.run(
      "return [...document.querySelectorAll('fieldset.card')][arguments[0]].querySelector('[value=gedaan]').id", [nth])
    try ineke.tap("label[for='\(try #require(field as? String))']")
    try ineke.type("Een goede maand.", into: "#t-terugblik")
    for step in 2...5 {
      try ineke.tap("main form p.two button")
      try desk.waitFor("return location.pathname.endsWith('/stap/\(step)') && document.readyState === 'complete'")
      if step == 3 { try ineke.type("Wachten op de kantbank.", into: "#t-knelpunten") }
    }
    for (row, (what, who, days)) in [("Met Lisa TIG oefenen", "t-014", 9), ("Kantbank vrijhouden", "ineke", 16)].enumerated() {
      try ineke.type(what, into: "#wat-\(row + 1)")
      try ineke.tap("#wie-\(row + 1) option[value='\(who)']")
      try ineke.choose(day: Day.fromToday(days), in: "#voor-\(row + 1)")
    }
    try ineke.tap("label[for='nuttig-ja']")
    try ineke.tap("button[name=afsluiten]")
    try desk.waitFor("return location.pathname.endsWith('/verslag') && document.readyState === 'complete'")

    let record = try desk.text("main")
    for (what, who, days) in [("Met Lisa TIG oefenen", "Sanne", 9), ("Kantbank vrijhouden", "Ineke", 16)] {
      let line = try #require(
        try desk.run(
          "return [...document.querySelectorAll('main li, main tr')].map(one => one.innerText).find(one => one.includes(arguments[0]))",
          [what]) as? String, "\(what) is not in \(record)")
      #expect(line.contains(who) && line.contains(Self.written(days)), "\(line)")
    }
    #expect(record.contains("Een goede maand.") && record.contains("Wachten op de kantbank."))
    #expect(ineke.characters <= Self.twoMinutes, "\(ineke.characters) characters")
    #expect(ineke.taps <= 20, "\(ineke.taps) taps")
    try desk.close()
  }

  @Test func `Sanne prepares on her phone, stops half-way, goes on later, and Mo reads her words when he is ready too`() throws {
    let site = try ServedSite.samples("mo", "t-014")
    let plan = try site.desk.run("conversation plan sanne --on \(Day.fromToday(7)) --by mo --json").text
    let path = "/gesprek/\(try #require(plan.firstMatch(of: /c-\d+\.\d+/)).output)/voorbereiden"
    var phone = try Browser(.phone, in: site.desk, hasScript: false)
    try phone.signIn("t-014", at: site)
    var sanne = CountedHand(phone)
    try sanne.tap("main a[href='\(path)']")
    try sanne.type("Drie naden goed", into: "#antwoord")
    try sanne.tap("main form button")
    try phone.waitForText("Vraag 2 van")
    try sanne.tap("main form button[name=overslaan]")
    try phone.waitForText("Vraag 3 van")
    // The first is answered and the second skipped when the phone goes into her pocket.
    try phone.close()

    phone = try Browser(.phone, in: site.desk, hasScript: false)
    try phone.signIn("t-014", at: site)
    sanne = CountedHand(phone)
    try sanne.tap("main a[href='\(path)']")
    try phone.waitForText("Vraag 3 van")
    let count = try #require(try phone.text("main").firstMatch(of: /Vraag 3 van (\d+)/).flatMap { Int($0.output.1) })
    for question in 3...count {
      try phone.waitForText("Vraag \(question) van")
      try sanne.tap("main form button[name=overslaan]")
    }
    try phone.waitForText("Wat jij schreef")
    #expect(try phone.text("main").contains("Drie naden goed"), "skipping loses nothing")
    try sanne.tap("main form button[name=klaar]")
    try phone.waitForText("Je bent klaar met voorbereiden.")
    #expect(sanne.taps == count && sanne.characters == 0)
    try phone.close()

    let mo = try Browser(.phone, in: site.desk, hasScript: false)
    try mo.signIn("mo", at: site)
    try mo.open(site.origin + path + "?vraag=99")
    try mo.waitForText("Sanne is klaar met voorbereiden.")
    #expect(!(try mo.run("return document.documentElement.outerHTML") as? String ?? "").contains("Drie naden"))
    try mo.click("main form button[name=klaar]")
    try mo.waitForText("Drie naden goed")
    try mo.close()
  }

  /// A day so many days from now as it is written.
  private static func written(_ days: Int) -> String {
    let parts = Day.fromToday(days).split(separator: "-").compactMap { Int($0) }
    return "\(parts[2])-\(parts[1])-\(parts[0])"
  }
}
