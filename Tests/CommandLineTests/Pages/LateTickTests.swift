import Foundation
import Testing

/// Ticks that come later than they were made, as a device sends them: each by itself, with its day, for a script to read the answer.
@Suite(.fewAtOnce) struct LateTickTests {
  private static let path = "/trainee/t-014/afvinken"
  private static let script = ["Accept": "application/json"]

  @Test func `a tick of yesterday is booked with yesterday as the day on which it was seen`() async throws {
    let site = try ServedSite.samples("mo")
    let (mo, tasks) = try await Self.begin(site, 2)
    let yesterday = Day.fromToday(-1)
    let answer = try await mo.send(Self.path, Self.tick(tasks[0], "mo", on: yesterday), headers: Self.script)
    #expect(answer.status == 200)
    #expect(answer.text.contains("\"kept\":[\"\(tasks[0])\"]"))
    #expect(try Self.seen(tasks[0], at: site).contains(yesterday))
    // A clock that runs ahead makes it today.
    _ = try await mo.get(Self.path)
    let ahead = try await mo.send(Self.path, Self.tick(tasks[1], "mo", on: Day.fromToday(3)), headers: Self.script)
    #expect(ahead.status == 200)
    #expect(try Self.seen(tasks[1], at: site).contains(Day.today))
  }

  @Test func `a tick that is sent twice with its key is kept once`() async throws {
    let site = try ServedSite.samples("mo")
    let (mo, tasks) = try await Self.begin(site, 1)
    let fields = Self.tick(tasks[0], "mo", on: Day.today).merging(["sleutel": "0123456789abcdef"]) { one, _ in one }
    #expect(try await mo.send(Self.path, fields, headers: Self.script).status == 200)
    let count = try site.desk.bookings().count
    _ = try await mo.get(Self.path)
    #expect(try await mo.send(Self.path, fields, headers: Self.script).status == 200)
    #expect(try site.desk.bookings().count == count)
  }

  @Test func `a tick of somebody else is refused, whoever has signed in`() async throws {
    let site = try ServedSite.samples("mo", "ineke")
    let (_, tasks) = try await Self.begin(site, 1)
    let ineke = try await site.visit("ineke")
    _ = try await ineke.get(Self.path)
    let count = try site.desk.bookings().count
    let answer = try await ineke.send(Self.path, Self.tick(tasks[0], "mo", on: Day.today), headers: Self.script)
    #expect(answer.status == 409)
    #expect(answer.text.contains("Deze wijzigingen zijn van iemand anders."))
    #expect(try site.desk.bookings().count == count)
  }

  @Test func `what stands in the way is told to the script in the words of the page`() async throws {
    let site = try ServedSite.samples("mo")
    let (mo, tasks) = try await Self.begin(site, 1)
    try site.desk.run("matrix set t-014 \(tasks[0])=aangeleerd --by ineke")
    let conflict = try await mo.send(Self.path, Self.tick(tasks[0], "mo", on: Day.today), headers: Self.script)
    #expect(conflict.status == 409)
    #expect(conflict.text.contains("Ineke Bos heeft deze taak op") && conflict.text.contains("\"now\":\"aangeleerd\""))
    let lower = ["van": "mo", "was.\(tasks[0])": "aangeleerd", "taak.\(tasks[0])": "nog_niet"]
    let asked = try await mo.send(Self.path, lower, headers: Self.script)
    #expect(asked.status == 422)
    #expect(asked.text.contains("\"field\":\"reden\"") && asked.text.contains("gaat omlaag."))
    #expect(try site.level(tasks[0]) == "aangeleerd")
    let guest = try await site.guest().post(Self.path, lower, headers: Self.script)
    #expect(guest.status == 401 && guest.text.hasPrefix("{"))
  }

  @Test func `a device is told who has signed in and which sheets it may keep, a shared one none`() async throws {
    let site = try ServedSite.samples("mo", "karin", "ria")
    #expect(try await site.guest().get("/toestel").text == "{\"person\":null}\n")
    let mo = try await site.visit("mo").get("/toestel").text
    #expect(mo.contains("\"person\":\"mo\"") && mo.contains("/trainee/t-014/afvinken") && !mo.contains("t-009"))
    #expect(try await site.visit("karin").get("/toestel").text.contains("\"sheets\":[]"))
    let code = try #require(try site.desk.run("account code mo").text.firstMatch(of: /\d{6}/)).output
    let tablet = try await site.visit("ria")
    _ = try await tablet.get("/beheer/toestel")
    _ = try await tablet.send("/beheer/toestel", ["team": "Werkplaats Noord"])
    _ = try await tablet.get("/beheer/toestel")
    _ = try await tablet.send("/afmelden", [:])
    _ = try await tablet.get("/aanmelden/code/mo")
    #expect(try await tablet.send("/aanmelden/code/mo", ["code": String(code)]).status == 303)
    let shared = try await tablet.get("/toestel").text
    #expect(shared.contains("\"person\":\"mo\"") && shared.contains("\"sheets\":[]"))
  }

  @Test func `without TLS the page says beforehand that there is no ticking without a connection`() async throws {
    let desk = try Desk(.samples)
    try desk.run("account password mo", input: ServedSite.password + "\n")
    let words = "Afvinken werkt hier alleen met verbinding."
    let own = try ServedSite(desk)
    #expect(try await own.visit("mo").get(Self.path).text.contains("id=\"verbinding\" hidden"))
    let port = try #require(own.origin.split(separator: ":").last)
    try own.stop()
    let open = try ServedSite(desk, options: "--plain-http --origin http://localhost:\(port) --port \(port)")
    let page = try await open.visit("mo").get(Self.path)
    #expect(page.read.contains(words) && !page.text.contains("id=\"verbinding\" hidden"))
  }

  private static func begin(_ site: ServedSite, _ count: Int) async throws -> (mo: Visit, tasks: [String]) {
    let mo = try await site.visit("mo")
    let sheet = try await mo.get(path + "?alle")
    return (mo, try TickingTests.firstTasks(count, of: sheet, at: "nog_niet"))
  }

  private static func tick(_ task: String, _ person: String, on day: String) -> [String: String] {
    ["van": person, "dag": day, "was.\(task)": "nog_niet", "taak.\(task)": "beheerst"]
  }

  /// The history of a task of Sanne, as the command line tells it.
  private static func seen(_ task: String, at site: ServedSite) throws -> String {
    try site.desk.run("matrix history t-014 \(task) --json").text
  }
}
