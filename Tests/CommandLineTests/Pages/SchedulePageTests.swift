import Foundation
import Testing

/// The planning of a year on the pages: looked at, then booked.
@Suite(.fewAtOnce) struct SchedulePageTests {
  @Test func `a year is looked at first, and booked with one button as it was shown`() async throws {
    let site = try ServedSite.samples("ineke")
    let (ineke, bookings) = (try await site.visit("ineke"), try site.desk.bookings().count)
    let form = try await ineke.get("/planning/jaar")
    #expect(form.text.contains("name=\"van\" type=\"date\" value=\"\(Day.today)\""))
    let preview = try await ineke.get(Self.query())
    let total = try #require(preview.read.firstMatch(of: /(\d+) gesprekken, met (\d+) mensen\./))
    #expect(preview.text.matches(of: /<li>[a-z]+dag \d/).count == Int(total.output.1))
    #expect(try site.desk.bookings().count == bookings, "looking writes nothing")

    let made = try await ineke.send("/planning/jaar", Self.fields(of: preview))
    #expect(made.read.contains("Bewaard. \(total.output.1) gesprekken staan in de planning."))
    #expect(try site.desk.bookings().first?.kind == "schedule")
    #expect(try Self.count(site) == Int(total.output.1))
    let again = try await ineke.get(Self.query())
    #expect(again.read.contains("Er is geen gesprek om te plannen.") && !again.text.contains("name=\"gezien\""))

    _ = try await ineke.get("/planning")
    let booking = try #require(try site.desk.bookings().first).booking
    #expect(try await ineke.get("/boeking/\(booking)").status == 200)
    try await ineke.send("/boeking/\(booking)/ongedaan", [:])
    #expect(try Self.count(site) == 0)
  }

  @Test func `what was planned since it was looked at is shown anew, and nothing is booked before`() async throws {
    let site = try ServedSite.samples("ineke")
    let ineke = try await site.visit("ineke")
    let preview = try await ineke.get(Self.query())
    try site.desk.run("conversation plan sanne --on \(Day.fromToday(20)) --by mo")
    let bookings = try site.desk.bookings().count
    let changed = try await ineke.send("/planning/jaar", Self.fields(of: preview))
    #expect(changed.status == 409 && changed.read.contains("Iemand anders heeft intussen iets gepland."))
    #expect(try site.desk.bookings().count == bookings)
    let unseen = Self.fields(of: preview).filter { $0.key != "gezien" }
    #expect(try await ineke.send("/planning/jaar", unseen).status == 409, "what nobody looked at is not booked")

    _ = try await ineke.get("/planning")
    let made = try await ineke.send("/planning/jaar", Self.fields(of: changed))
    #expect(made.status == 200 && made.read.contains("staan in de planning."))
  }

  @Test func `the days on which the company is closed stay free, however they are typed`() async throws {
    let site = try ServedSite.samples("ineke")
    let ineke = try await site.visit("ineke")
    let closed = "2027-W30, 2-3-2027\r\n20-12-2027..31-12-2027"
    let preview = try await ineke.get(Self.query(closed: closed))
    #expect(preview.status == 200)
    #expect(Self.fields(of: preview)["dicht"] == closed)
    let unknown = try await ineke.get(Self.query(closed: "zomer"))
    #expect(unknown.status == 422 && unknown.read.contains("‘zomer’ ken ik niet."))
    #expect(unknown.text.contains("aria-describedby=\"dicht-uitleg dicht-fout\""))
  }

  @Test(arguments: [
    ("2001-01-01", "2001-02-01", "2", "Deze dag is al voorbij."), ("", "2030-01-01", "2", "Dit is geen dag die ik ken."),
    ("2030-02-01", "2030-01-01", "2", "Kies een laatste dag na de eerste"),
    ("2030-02-01", "2034-01-01", "2", "hoogstens twee jaar later"), ("2030-01-01", "2030-02-01", "0", "Kies een getal van 1 tot"),
  ])
  func `what cannot be planned is told`(from: String, through: String, most: String, sentence: String) async throws {
    let site = try ServedSite.samples("ineke")
    let ineke = try await site.visit("ineke")
    let answer = try await ineke.get("/planning/jaar?van=\(from)&tot=\(through)&hooguit=\(most)")
    #expect(answer.status == 422 && answer.read.contains(sentence))
    let sent = try await ineke.send("/planning/jaar", ["van": from, "tot": through, "hooguit": most, "gezien": ""])
    #expect(sent.status == 422)
    #expect(try Self.count(site) == 0)
  }

  private static func query(closed: String = "") -> String {
    let encoded = closed.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    return "/planning/jaar?van=\(Day.today)&tot=\(Day.fromToday(364))&hooguit=2&dicht=\(encoded)&team="
  }

  /// What the button under the preview sends.
  private static func fields(of page: PageSeen) -> [String: String] {
    page.hidden.filter { ["van", "tot", "dicht", "hooguit", "team", "gezien"].contains($0.key) }
  }

  private static func count(_ site: ServedSite) throws -> Int {
    struct Shown: Decodable {
      struct Trainee: Decodable { let planned: [Plan] }
      struct Plan: Decodable { let day: String }
      let trainees: [Trainee]
    }
    return try site.desk.run("schedule show --by ineke --json").document(Shown.self).trainees.flatMap(\.planned).count
  }
}
