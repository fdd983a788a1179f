import Foundation
import Testing

/// One trainee and one task on the pages.
@Suite(.fewAtOnce) struct TraineePageTests {
  static let task = "/trainee/t-014/taak/LAS-02"

  @Test func `Sanne sees after signing in how far she is, what comes next and who saw what`() async throws {
    let site = try ServedSite.samples("sanne")
    let home = try await site.visit("t-014").get("/")
    #expect(home.text.contains("<h1>Sanne de Wit</h1>"))
    let top = try #require(home.read.components(separatedBy: "Mijn inschatting").first)
    #expect(top.contains("16 van 36 taken beheerst"))
    #expect(top.contains("Hierna ○ "))
    #expect(top.contains("Laatst gezien ◐ Frezen: vlakken en sleuven 13-11-2026, werkplekbegeleider via ROC Delta"))
    #expect(!home.read.contains("Afvinken"))
  }

  @Test func `Mo sees the route, every task by group, the agreements and the history of Sanne`() async throws {
    let site = try ServedSite.samples("mo")
    let page = try await site.visit("mo").get("/trainee/t-014")
    #expect(page.text.contains("<svg class=\"route\""))
    #expect(page.read.contains("Lassen 1 van 6 beheerst"))
    #expect(page.read.contains("MIG/MAG hoeknaad (PB) sinds 6 oktober Sanne zegt: ● beheerst"))
    #expect(page.read.contains("Lasmap bijwerken. Sanne · 27-11-2026"))
    #expect(page.read.contains("13-11-2026 · vastgesteld · werkplekbegeleider via ROC Delta"))
    #expect(page.text.contains("href=\"/trainee/t-014/afvinken\""))
  }

  @Test func `a trainee of another and one who is not there are answered alike`() async throws {
    let site = try ServedSite.samples("sanne")
    let sanne = try await site.visit("t-014")
    for place in ["", "/rapport.pdf", "/taak/LAS-02"] {
      let (other, nobody) = (try await sanne.get("/trainee/t-015" + place), try await sanne.get("/trainee/t-999" + place))
      #expect(other.status == 404 && nobody.status == 404)
      #expect(other.read == nobody.read)
    }
  }

  @Test func `the A4 of a trainee is a PDF with the name of the trainee and the day`() async throws {
    let site = try ServedSite.samples("mo")
    let sheet = try await site.visit("mo").get("/trainee/t-014/rapport.pdf")
    #expect(sheet.bytes.starts(with: Data("%PDF-".utf8)))
    #expect(sheet.headers["content-type"] == "application/pdf")
    let name = try #require(sheet.headers["content-disposition"])
    #expect(name.contains("filename=\"vakmatrix_sanne-de-wit_"))
  }

  @Test func `a level is kept with its day and remark, and both stand in the history with who saw it`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let form = try await mo.get(Self.task)
    let saved = try await mo.send(
      Self.task, ["niveau": "beheerst", "was": form.hidden["was"] ?? "", "dag": "2026-11-19", "opmerking": "Drie <b>naden</b>"])
    #expect(saved.status == 200)
    #expect(saved.read.contains("Bewaard."))
    let entry = /donderdag 19 november 2026 · ● vastgesteld · Mo Haddou, werkvloer geboekt [\d-]+ \d\d\.\d\d Drie <b>naden<\/b>/
    #expect(saved.read.contains(entry))
    #expect(try site.level("LAS-02") == "beheerst")
  }

  @Test func `a day that lies ahead and a lower level without a reason are told at their field, with what was typed`()
    async throws
  {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let form = try await mo.get(Self.task)
    let was = form.hidden["was"] ?? ""
    let ahead = try await mo.send(Self.task, ["niveau": "beheerst", "was": was, "dag": "2999-01-01", "opmerking": "Netjes"])
    #expect(ahead.status == 422)
    #expect(ahead.text.contains("aria-invalid=\"true\" aria-describedby=\"dag-fout\""))
    #expect(ahead.read.contains("Deze dag ligt in de toekomst."))
    #expect(ahead.text.contains("\nNetjes</textarea>"))
    let lower = try await mo.send(Self.task, ["niveau": "nog_niet", "was": was])
    #expect(lower.status == 422)
    #expect(lower.text.contains("aria-describedby=\"reden-fout\""))
    #expect(try site.level("LAS-02") == "aangeleerd")
    let told = try await mo.send(Self.task, ["niveau": "nog_niet", "was": was, "reden": "Was een vergissing"])
    #expect(told.status == 200)
    #expect(told.read.contains("teruggezet · Mo Haddou"))
    #expect(try site.level("LAS-02") == "nog_niet")
  }

  @Test func `what somebody else said of the task meanwhile is not written over, also for an earlier day`() async throws {
    let site = try ServedSite.samples("mo", "ineke")
    let mo = try await site.visit("mo")
    let was = try await mo.get(Self.task).hidden["was"] ?? ""
    try site.desk.run("matrix set t-014 LAS-02=beheerst --by ineke")
    let kept = try await mo.send(Self.task, ["niveau": "kan_hier_niet", "was": was, "opmerking": "Kantbank kapot"])
    #expect(kept.status == 409)
    #expect(kept.read.contains("Ineke Bos heeft deze taak op"))
    #expect(kept.text.contains("\nKantbank kapot</textarea>"))
    #expect(kept.hidden["was"] == "beheerst")
    let earlier = try await mo.send(Self.task, ["niveau": "aangeleerd", "was": was, "dag": "2026-10-01"])
    #expect(earlier.status == 409)
  }

  @Test func `what is said of an earlier day is no conflict with what stands there today`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let form = try await mo.get(Self.task)
    let saved = try await mo.send(Self.task, ["niveau": "aangeleerd", "was": form.hidden["was"] ?? "", "dag": "2026-09-01"])
    #expect(saved.status == 200)
    #expect(saved.read.contains("dinsdag 1 september 2026 · ◐ vastgesteld · Mo Haddou"))
  }

  @Test func `Mo takes over what Sanne says of a task, and it can be undone`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let page = try await mo.get(Self.task)
    #expect(page.read.contains("Sanne zegt op dinsdag 17 november 2026: ● beheerst"))
    let taken = try await mo.send(
      Self.task + "/antwoord", ["voorstel": page.hidden["voorstel"] ?? "", "keuze": "neem"])
    #expect(taken.read.contains("Overgenomen."))
    #expect(try site.level("LAS-02") == "beheerst")
    let undo = try #require(taken.text.firstMatch(of: /action="(\/boeking\/b-\d+\/ongedaan)"/)).output.1
    try await mo.send(String(undo), [:])
    #expect(try site.level("LAS-02") == "aangeleerd")
  }

  @Test func `an answer to what somebody else answered first changes nothing`() async throws {
    let site = try ServedSite.samples("mo", "ineke")
    let (mo, ineke) = (try await site.visit("mo"), try await site.visit("ineke"))
    let proposal = try await mo.get(Self.task).hidden["voorstel"] ?? ""
    _ = try await ineke.get(Self.task)
    let left = try await ineke.send(Self.task + "/antwoord", ["voorstel": proposal, "keuze": "blijf"])
    #expect(left.read.contains("Het niveau blijft zoals het is."))
    let late = try await mo.send(Self.task + "/antwoord", ["voorstel": proposal, "keuze": "neem"])
    #expect(late.status == 409)
    #expect(late.read.contains("Hier is al op geantwoord."))
    #expect(try site.level("LAS-02") == "aangeleerd")
  }

  @Test func `Sanne cannot answer for Mo, and what she says stays an estimate`() async throws {
    let site = try ServedSite.samples("mo", "sanne")
    let proposal = try await site.visit("mo").get(Self.task).hidden["voorstel"] ?? ""
    let sanne = try await site.visit("t-014")
    let page = try await sanne.get(Self.task)
    #expect(!page.text.contains("name=\"voorstel\""))
    #expect(try await sanne.send(Self.task + "/antwoord", ["voorstel": proposal, "keuze": "neem"]).status == 409)
    #expect(try await sanne.send(Self.task, ["niveau": "beheerst", "was": "aangeleerd"]).status == 200)
    #expect(try site.level("LAS-02") == "aangeleerd")
  }

  @Test func `the remarks about a task are read by who is near, not by the administration`() async throws {
    let site = try ServedSite.samples("mo", "ria")
    // Also beside what was undone.
    try site.desk.run("matrix set t-014 LAS-02=beheerst --note Vergissing --by mo")
    try site.desk.run("undo \(try #require(try site.desk.bookings().first).booking) --by mo")
    let remarks = ["Snelheid is gelijkmatig, begin van de naad nog dik.", "Vergissing"]
    let seen = try await site.visit("mo").get(Self.task).read
    #expect(remarks.allSatisfy { seen.contains($0) })
    let page = try await site.visit("ria").get(Self.task)
    #expect(page.status == 200 && page.read.contains("ongedaan gemaakt door Mo Haddou"))
    #expect(remarks.allSatisfy { !page.read.contains($0) })
    #expect(!page.text.contains("name=\"niveau\""))
  }

  @Test func `what a person types comes back to the code point and is never a part of the page`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let was = try await mo.get(Self.task).hidden["was"] ?? ""
    for text in HostileStrings.all.enumerated().filter({ $0.offset % 5 == 0 }).map(\.element) {
      let page = try await mo.send(
        Self.task, ["niveau": "beheerst", "was": was, "dag": "2999-01-01", "opmerking": text, "reden": text])
      #expect(page.status == 422)
      let note = try Self.part(of: page, from: "aria-describedby=\"opmerking-uitleg\">\n", to: "</textarea>")
      let reason = try Self.part(of: page, from: "name=\"reden\" value=\"", to: "\"")
      #expect(note.unicodeScalars.elementsEqual(text.unicodeScalars), "\(text)")
      #expect(reason.unicodeScalars.elementsEqual(text.unicodeScalars), "\(text)")
    }
  }

  /// What stands between two pieces of a page's source, as a browser reads it; by bytes, since a sign may join with the next.
  private static func part(of page: PageSeen, from start: String, to end: String) throws -> String {
    let begin = try #require(page.bytes.firstRange(of: Data(start.utf8))).upperBound
    let rest = page.bytes[begin...]
    let finish = try #require(rest.firstRange(of: Data(end.utf8))).lowerBound
    return HTMLText.plain(String(decoding: rest[..<finish], as: UTF8.self))
  }
}
