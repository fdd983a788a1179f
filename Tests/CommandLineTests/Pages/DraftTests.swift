import Foundation
import Testing

/// What somebody typed and did not save yet, and who has gone from a device that a team shares.
@Suite(.serialized, .fewAtOnce) struct DraftTests {
  @Test func `what was typed comes back until it is saved, and leaves with who signs out`() throws {
    let site = try ServedSite.samples("mo")
    let path = try Self.preparation(at: site)
    let browser = try Browser(.desk, in: site.desk)
    try browser.signIn("mo", at: site)
    try browser.open(site.origin + path)
    try browser.type("Drie naden achter elkaar goed", into: "#antwoord")
    try browser.open(site.origin + "/")
    try browser.open(site.origin + path)
    try browser.waitForText("Dit had je al getypt. Het is nog niet bewaard.")
    #expect(try Self.typed(browser) == "Drie naden achter elkaar goed")
    try browser.click("main form button")
    try browser.waitForText("Vraag 2 van")
    #expect(try Self.typed(browser) == "", "the next question is another")
    #expect(try browser.run("return sessionStorage.length") as? Int == 0)
    // Who passes a question over has not sent what was typed there.
    try browser.type("Nog over nadenken", into: "#antwoord")
    try browser.click("main form button[name=overslaan]")
    try browser.waitForText("Vraag 3 van")
    try browser.open(site.origin + path + "?vraag=2")
    #expect(try Self.typed(browser) == "Nog over nadenken")
    try browser.click("main form button")
    try browser.waitForText("Vraag 3 van")
    #expect(try browser.run("return sessionStorage.length") as? Int == 0)
    try browser.open(site.origin + "/trainee/t-014/taak/LAS-02")
    try browser.type("Nog eens bekijken", into: "#opmerking")
    #expect(try browser.run("return sessionStorage.length") as? Int == 1)
    try browser.click("form[action='/afmelden'] button")
    try browser.waitForText("Meld aan")
    #expect(try browser.run("return sessionStorage.length") as? Int == 0)
    try browser.close()
  }

  @Test func `a device that a team shares keeps no words of a conversation, and warns before it goes back to the names`() throws {
    let site = try ServedSite.samples("ria")
    let path = try Self.preparation(at: site)
    let code = try #require(try site.desk.run("account code mo").text.firstMatch(of: /\d{6}/)).output
    let tablet = try Browser(.tablet, in: site.desk)
    try tablet.signIn("ria", at: site)
    try tablet.open(site.origin + "/beheer/toestel")
    try tablet.run("document.querySelector('#team').value = 'Werkplaats Noord'")
    try tablet.click("form[action='/beheer/toestel'] button")
    try tablet.waitForText("dit toestel")
    try tablet.click("form[action='/afmelden'] button")
    try tablet.waitForText("Wie ben je?")
    try tablet.click(".tiles a[href='/aanmelden/code/mo']")
    try tablet.waitForText("Code van 6 cijfers")
    // The large keys are for gloves; a wrong one is taken back, and the field can still be typed in.
    let keys = try tablet.all(".keypad button")
    #expect(keys.count == 11)
    for key in keys {
      let place = try tablet.place(key)
      #expect(place.width >= 64 && place.height >= 64, "\(place)")
    }
    for sign in code.prefix(3) { try tablet.click("[aria-label='\(sign)']") }
    try tablet.click("[aria-label='9']")
    try tablet.click("[aria-label='Wis het laatste cijfer']")
    try tablet.type(String(code.dropFirst(3)), into: "#code")
    try tablet.click("[aria-label='0']")
    #expect(try tablet.run("return document.getElementById('code').value") as? String == String(code), "six figures are enough")
    try tablet.click("main form p button")
    try tablet.waitForText("Aangemeld als Mo Haddou")
    try tablet.open(site.origin + path)
    try tablet.type("GEHEIM-Zeepaardje", into: "#antwoord")
    let stored = "return JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])"
    #expect(try tablet.run(stored) as? String == "[[],[]]")
    #expect(try !tablet.isShown("#rust"))
    // A hundred seconds pass for the page.
    try tablet.run("const now = Date.now; window.later = 101000; Date.now = () => now() + window.later")
    try tablet.waitForText("Over 20 seconden ga je terug naar de namen.")
    try tablet.click("#rust button")
    #expect(try !tablet.isShown("#rust"))
    try tablet.run("window.later += 110000")
    try tablet.waitForText("Over 20 seconden ga je terug naar de namen.")
    try tablet.run("window.later += 20000")
    try tablet.waitFor("return location.pathname !== arguments[0]".replacing("arguments[0]", with: "'\(path)'"))
    try tablet.close()
  }

  private static func preparation(at site: ServedSite) throws -> String {
    let plan = try site.desk.run("conversation plan sanne --on \(Day.fromToday(7)) --by mo --json").text
    return "/gesprek/\(try #require(plan.firstMatch(of: /c-\d+\.\d+/)).output)/voorbereiden"
  }

  private static func typed(_ browser: Browser) throws -> String? {
    try browser.run("return document.querySelector('#antwoord').value") as? String
  }
}
