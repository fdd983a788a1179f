import Foundation
import Testing

/// The files for HR, those of a team on paper, and one's own data.
@Suite(.fewAtOnce) struct HRPageTests {
  @Test func `Karin finds her files after signing in, and what is in them is what the command line gives`() async throws {
    let site = try ServedSite.samples("karin")
    let karin = try await site.visit("karin")
    let home = try await karin.get("/")
    #expect(home.text.contains("<h1>Voor HR</h1>"))
    #expect(home.read.contains("Gesprekstekst, tekst van afspraken, inschattingen, namen van taken"))
    for (kind, end) in [("csv", "csv"), ("csv-international", "csv")] {
      let file = try await karin.get("/hr/bestand?soort=\(kind)&op=2026-11-20")
      #expect(file.headers["content-disposition"]?.contains("vakmatrix_hr_2026-11-20") ?? false)
      #expect(file.headers["content-disposition"]?.hasSuffix(".\(end)\"") ?? false)
      #expect(file.bytes == (try site.desk.run("report hr --as-of 2026-11-20 --format \(kind)").bytes))
    }
    #expect(try await karin.get("/hr/bestand?soort=xlsx").bytes.starts(with: Data("PK".utf8)))
    #expect(try await karin.get("/hr/bestand?soort=pdf").bytes.starts(with: Data("%PDF-".utf8)))
  }

  @Test func `the last files are told with who made them`() async throws {
    let site = try ServedSite.samples("karin")
    let karin = try await site.visit("karin")
    #expect(try await karin.get("/hr").read.contains("Er is nog geen bestand gemaakt."))
    try await karin.get("/hr/bestand?soort=csv")
    var told = ""
    for _ in 0..<240 where !told.contains("Karin Smit Kolommen") && !told.contains(", Karin Smit") {
      try await Task.sleep(for: .milliseconds(250))
      told = try await karin.get("/hr").read
    }
    #expect(told.contains(", Karin Smit"))
  }

  @Test func `a day that is none is told at its field`() async throws {
    let site = try ServedSite.samples("karin")
    let answer = try await site.visit("karin").get("/hr/bestand?soort=csv&op=gisteren")
    #expect(answer.status == 422)
    #expect(answer.text.contains("value=\"gisteren\" aria-invalid=\"true\" aria-describedby=\"op-fout\""))
  }

  @Test func `the files of HR are not for who guides or learns, and people are not for HR`() async throws {
    let site = try ServedSite.samples("karin", "mo", "sanne")
    for person in ["mo", "t-014"] {
      let visit = try await site.visit(person)
      #expect(try await visit.get("/hr").status == 403)
      #expect(try await visit.get("/hr/bestand?soort=csv").status == 403)
    }
    let karin = try await site.visit("karin")
    for path in ["/trainee/t-014", "/trainee/t-014/taak/LAS-02", "/trainee/t-014/rapport.pdf", "/team/Werkplaats%20Noord/muur"] {
      #expect(try await karin.get(path).status == 403, "\(path)")
    }
  }

  @Test func `the wall of a team is printed once the team leader says that it was talked over`() async throws {
    let site = try ServedSite.samples("mo", "ineke")
    let (mo, ineke, path) = (try await site.visit("mo"), try await site.visit("ineke"), "/team/Werkplaats%20Noord")
    #expect(try await mo.get(path + "/rapport.pdf").bytes.starts(with: Data("%PDF-".utf8)))
    let asked = try await mo.get(path + "/muur")
    #expect(asked.read.contains("Bespreek hem eerst met de groep."))
    #expect(!asked.text.contains("muur.pdf"))
    #expect(try await mo.send(path + "/muur", [:]).status == 403)
    _ = try await ineke.get(path + "/muur")
    #expect(try await ineke.send(path + "/muur", [:]).location == path + "/muur")
    #expect(try await mo.get(path + "/muur").read.contains("Besproken met de groep op"))
    let wall = try await mo.get(path + "/muur.pdf?papier=A3")
    #expect(wall.bytes.starts(with: Data("%PDF-".utf8)))
    #expect(wall.headers["content-disposition"]?.contains("_A3.pdf") ?? false)
  }
}

/// What somebody finds about oneself.
@Suite(.fewAtOnce) struct MineTests {
  @Test func `Sanne reads what is kept about her and who looked`() async throws {
    let site = try ServedSite.samples("mo", "sanne")
    let (mo, sanne) = (try await site.visit("mo"), try await site.visit("t-014"))
    #expect(try await sanne.get("/mijn-gegevens").read.contains("Er heeft nog niemand gekeken."))
    try await mo.get("/trainee/t-014")
    var told = ""
    for _ in 0..<240 where !told.contains("je bladzijde") {
      try await Task.sleep(for: .milliseconds(250))
      told = try await sanne.get("/mijn-gegevens").read
    }
    #expect(told.contains("Personeelsnummer 00412"))
    #expect(told.contains("Studentnummer 0512345"))
    #expect(told.contains(/Mo Haddou \d+-\d+-\d{4} · je bladzijde/))
  }

  @Test func `a new password needs the old one, is not too easy, and ends what was begun elsewhere`() async throws {
    let site = try ServedSite.samples("mo")
    let (here, elsewhere) = (try await site.visit("mo"), try await site.visit("mo"))
    let path = "/mijn-gegevens/wachtwoord"
    try await here.get("/mijn-gegevens")
    let wrong = try await here.send(path, ["oud": "iets anders", "nieuw": "Kantbank-en-koffie-12"])
    #expect(wrong.status == 422 && wrong.text.contains("aria-describedby=\"oud-fout\""))
    let weak = try await here.send(path, ["oud": ServedSite.password, "nieuw": "mohaddou"])
    #expect(weak.status == 422 && weak.read.contains("Dit wachtwoord is te makkelijk te raden."))
    #expect(try await elsewhere.get("/mijn-gegevens").status == 200)
    let changed = try await here.send(
      path, ["oud": ServedSite.password, "nieuw": "Kantbank-en-koffie-12", "naar": "/mijn-gegevens?gewijzigd"])
    #expect(changed.location == "/mijn-gegevens?gewijzigd")
    #expect(try await here.get("/mijn-gegevens?gewijzigd").read.contains("Je wachtwoord is gewijzigd."))
    #expect(try await elsewhere.get("/mijn-gegevens").status == 303)
    let again = site.guest()
    try await again.get("/aanmelden")
    #expect(try await again.send("/aanmelden/wachtwoord", ["wie": "mo", "wachtwoord": "Kantbank-en-koffie-12"]).status == 303)
  }

  @Test func `signing out everywhere ends every session`() async throws {
    let site = try ServedSite.samples("mo")
    let (here, elsewhere) = (try await site.visit("mo"), try await site.visit("mo"))
    try await here.get("/mijn-gegevens")
    #expect(try await here.send("/mijn-gegevens/afmelden", [:]).location == "/aanmelden")
    #expect(try await elsewhere.get("/mijn-gegevens").status == 303)
  }
}
