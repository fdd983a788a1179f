import Foundation
import Testing

/// Mo's phone, as it is held on the shop floor: small, and without a script.
@Suite(.serialized, .fewAtOnce) struct PhoneTests {
  @Test func `Mo ticks three tasks of Sanne in five taps without typing or scrolling, on large targets`() throws {
    let site = try ServedSite.samples("mo")
    let phone = try Browser(.phone, in: site.desk, hasScript: false)
    try phone.signIn("mo", at: site)
    var taps = 0
    func tap(_ selector: String) throws {
      let element = try phone.find(selector)
      let place = try phone.place(element)
      #expect(place.width >= 48 && place.height >= 48, "\(selector) is \(place)")
      #expect(try Self.isSeen(element, place, on: phone), "\(selector) is not seen without scrolling: \(place)")
      try phone.click(element)
      taps += 1
    }
    try tap("a[href='/trainee/t-014/afvinken']")
    let tasks = try phone.all("fieldset.tick").count
    #expect(tasks == 4)
    for task in 0..<3 { try tap("fieldset.tick:nth-of-type(\(task + 1)) label[for$='-2']") }
    try tap("form.ticks .bar button")
    #expect(taps == 5)
    try phone.waitForText("Bewaard. 3 taken van Sanne.")
    try phone.close()
  }

  @Test func `with a script the button counts what changes`() throws {
    let site = try ServedSite.samples("mo")
    let phone = try Browser(.phone, in: site.desk)
    try phone.signIn("mo", at: site)
    try phone.open(site.origin + "/trainee/t-014/afvinken")
    #expect(try phone.text(".bar button") == "Bewaar")
    try phone.click("fieldset.tick:nth-of-type(1) label[for$='-2']")
    #expect(try phone.text(".bar button") == "Bewaar 1 wijziging")
    try phone.click("fieldset.tick:nth-of-type(2) label[for$='-2']")
    #expect(try phone.text(".bar button") == "Bewaar 2 wijzigingen")
    try phone.close()
  }

  @Test func `the page on which Mo ticks is at most 15 kB with its style`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let page = try await mo.get("/trainee/t-014/afvinken")
    let style = try #require(page.text.firstMatch(of: /href="(\/stijl\.css[^"]*)"/)).output.1
    let bytes = page.bytes.count + (try await mo.get(HTMLText.plain(String(style)))).bytes.count
    #expect(bytes <= 15_000, "\(bytes) bytes")
  }

  @Test func `a team is a list of people with what needs attention, and the matrix is one tap away in a box of its own`() throws {
    let site = try ServedSite.samples("mo")
    let phone = try Browser(.phone, in: site.desk, hasScript: false)
    try phone.signIn("mo", at: site)
    let path = "/team/Werkplaats%20Noord"
    try phone.open(site.origin + path)
    #expect(try phone.place(try phone.find("nav ul")).height < 60, "the navigation takes more than one line")
    #expect(try phone.text(".people.small").contains("gesprek van"))
    #expect(try phone.all(".people.small a[href='/trainee/t-014/afvinken']").count == 1)
    #expect(try !phone.isShown("#matrix .matrix"))
    try phone.click("a[href='#matrix']")
    try phone.waitFor("return document.querySelector('#matrix .matrix').offsetWidth > 360")
    #expect(try phone.run("return document.documentElement.scrollWidth") as? Int == 360)
    try phone.close()

    let desk = try Browser(.desk, in: site.desk, hasScript: false)
    try desk.signIn("mo", at: site)
    try desk.open(site.origin + path)
    #expect(try desk.isShown("#matrix .matrix") && !desk.isShown(".people.small"))
    try desk.close()
  }

  /// Whether the whole of it stands on the screen, and nothing of the bar at the foot over it.
  private static func isSeen(_ element: Browser.Element, _ place: Browser.Place, on phone: Browser) throws -> Bool {
    place.y >= 0 && place.y + place.height <= 640
  }
}
