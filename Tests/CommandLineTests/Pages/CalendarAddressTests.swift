import Foundation
import Testing

/// The calendar that a program reads under an address which is a secret of its owner.
@Suite(.fewAtOnce) struct CalendarAddressTests {
  @Test func `a calendar program reads the own conversations without signing in, with given names alone`() async throws {
    let site = try ServedSite.samples("mo", "t-014")
    try site.desk.run("conversation plan sanne --on 2036-07-03 --at 10.00 --by mo")
    try site.desk.run("conversation plan youssef --on 2036-07-04 --by ineke")
    let (mo, sanne) = (try await Self.address(of: "mo", site), try await Self.address(of: "t-014", site))

    let answer = try await site.guest().get(mo)
    #expect(answer.headers["content-type"] == "text/calendar; charset=utf-8")
    let events = try Self.events(answer, site)
    #expect(events.map(\.summary) == ["Sanne: voortgangsgesprek"], "only the one that Mo holds")
    #expect(events.map(\.start) == ["2036-07-03T08:00:00Z"])
    #expect(events.allSatisfy { $0.classified == "PRIVATE" && !$0.hasDescription })
    #expect(try Self.events(try await site.guest().get(sanne), site).map(\.summary) == ["Mo: voortgangsgesprek"])
    for word in ["Wit", "Haddou", "Youssef", "Ineke", "t-014"] {
      let other = try await site.guest().get(sanne)
      #expect(!answer.text.contains(word) && !other.text.contains(word), "\(word)")
    }
  }

  @Test func `no cookie goes along, nothing is kept on the way, and a session changes nothing`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let address = try await Self.address(of: mo)
    let unknown = "/agenda/" + String(repeating: "a", count: 32) + ".ics"
    let (guest, owner) = (site.guest(), mo)
    for visit in [guest, owner] {
      for path in [address, unknown] {
        let answer = try await visit.get(path)
        #expect(answer.headers["set-cookie"] == nil, "\(path)")
        #expect(answer.headers["cache-control"] == "no-store", "\(path)")
        #expect(answer.headers["x-content-type-options"] == "nosniff", "\(path)")
        #expect(answer.headers["content-security-policy"] != nil && answer.headers["referrer-policy"] == "no-referrer", "\(path)")
      }
    }
    #expect(try await owner.get(unknown).bytes == guest.get(unknown).bytes)
  }

  @Test func `a conversation that is moved on the pages keeps its name and goes before the one in the calendar`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let address = try await Self.address(of: mo)
    _ = try await mo.get("/planning/nieuw/t-014")
    try await mo.send("/planning/nieuw/t-014", ["dag": "2036-07-03", "tijd": "10:00", "duur": "30"])
    let first = try Self.events(try await site.guest().get(address), site)
    let path = try #require(try await mo.get("/planning?alles").text.firstMatch(of: /href="(\/planning\/c-[^"]*)"/)).output.1
    var was = try await mo.get(String(path)).hidden["was"] ?? ""
    try await mo.send(path + "/verzet", ["dag": "2036-07-04", "tijd": "", "duur": "30", "was": was])
    let second = try Self.events(try await site.guest().get(address), site)
    was = try await mo.get(String(path)).hidden["was"] ?? ""
    try await mo.send(path + "/afzeggen", ["was": was])
    let third = try Self.events(try await site.guest().get(address), site)

    #expect(Set((first + second + third).map(\.uid)).count == 1)
    #expect((first + second + third).map(\.sequence) == [0, 1, 2])
    #expect((first + second + third).map(\.start) == ["2036-07-03T08:00:00Z", "2036-07-04", "2036-07-04"])
    #expect((first + second + third).map(\.status) == ["CONFIRMED", "CONFIRMED", "CANCELLED"])
  }

  @Test func `an address is shown once and kept as a hash, and a new one takes its place`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let first = try await Self.address(of: mo)
    #expect(!(try await mo.get("/mijn-gegevens").text.contains(first)))
    let dump = String(decoding: try site.desk.dump(), as: UTF8.self)
    #expect(dump.contains("'calendar'"))
    #expect(!dump.contains(first.dropFirst("/agenda/".count).dropLast(".ics".count)))

    let second = try await Self.address(of: mo)
    #expect(try await site.guest().get(first).status == 404)
    #expect(try await site.guest().get(second).status == 200)
    #expect(try await mo.get("/").status == 200, "nobody is signed out by it")
  }

  @Test func `withdrawn, of somebody who left and never made are answered alike, to the byte`() async throws {
    let site = try ServedSite.samples("mo", "t-014")
    let mo = try await site.visit("mo")
    let withdrawn = try await Self.address(of: mo)
    let left = try await Self.address(of: "t-014", site)
    _ = try await mo.get("/mijn-gegevens")
    let page = try await mo.send("/mijn-gegevens/agenda/intrekken", [:])
    #expect(page.read.contains("Ingetrokken. Het agenda-adres werkt niet meer.") && page.read.contains("Maak een agenda-adres"))
    #expect(try await site.guest().get(left).status == 200)
    try site.desk.run("trainee end t-014 --stopped --by ria")

    let never = try await site.guest().get("/agenda/" + String(repeating: "b", count: 32) + ".ics")
    #expect(never.status == 404 && never.read == "Deze agenda is er niet of niet meer.")
    for address in [withdrawn, left, "/agenda/x.ics", "/agenda/%27%20or%201=1.ics"] {
      let answer = try await site.guest().get(address)
      #expect(answer.status == 404 && answer.bytes == never.bytes, "\(address)")
    }
  }

  @Test func `the administration sees that there is an address and takes it away, and the log does not tell it`() async throws {
    let desk = try Desk(.samples)
    try desk.run("account password mo", input: ServedSite.password + "\n")
    let site = try ServedSite(desk, options: "--log-requests")
    let address = try await Self.address(of: "mo", site)
    #expect(try await site.guest().get(address).status == 200)
    #expect(try desk.run("account list --by ria").text.contains("agenda-adres"))
    try desk.run("account take mo calendar --by ria")
    #expect(try await site.guest().get(address).status == 404)
    site.server.terminate()
    let log = try site.server.wait().errorText
    #expect(log.contains("route=/agenda/{token}.ics") && !log.contains(address.dropFirst("/agenda/".count).prefix(32)))
  }

  /// Makes an address for somebody on the page of one's own; gives its path.
  private static func address(of person: String, _ site: ServedSite) async throws -> String {
    try await address(of: try await site.visit(person))
  }

  private static func address(of visit: Visit) async throws -> String {
    _ = try await visit.get("/mijn-gegevens")
    let page = try await visit.send("/mijn-gegevens/agenda", [:])
    let address = try #require(page.text.firstMatch(of: /value="(http:\/\/localhost:\d+)(\/agenda\/[a-z2-7]{32}\.ics)"/)).output
    #expect(String(address.1) == visit.origin, "it has the port that is listened on, also when that was any that was free")
    return String(address.2)
  }

  private static func events(_ answer: PageSeen, _ site: ServedSite) throws -> [CalendarEvent] {
    try site.desk.write("abonnement.ics", answer.bytes)
    return try CalendarEvent.read("abonnement.ics", at: site.desk)
  }
}
