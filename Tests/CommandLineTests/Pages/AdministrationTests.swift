import Foundation
import Testing

@Suite(.fewAtOnce) struct AdministrationTests {
  @Test func `a new start password is shown once and lets somebody in`() async throws {
    let site = try ServedSite.samples("ria")
    let ria = try await site.visit("ria")
    _ = try await ria.get("/beheer/toegang/mo")
    let given = try await ria.send("/beheer/toegang/mo", ["geef": "password"])
    let secret = String(try #require(given.text.firstMatch(of: /class="secret">([a-z2-7-]{19})</)).output.1)
    #expect(!(try await ria.get("/beheer/toegang/mo")).text.contains(secret))
    let mo = site.guest()
    _ = try await mo.get("/aanmelden")
    #expect(try await mo.send("/aanmelden/wachtwoord", ["wie": "mo", "wachtwoord": secret]).status == 303)
  }

  @Test func `a badge is drawn, and taking it away ends what was begun with it`() async throws {
    let site = try ServedSite.samples("ria", "mo")
    let (ria, mo) = (try await site.visit("ria"), try await site.visit("mo"))
    _ = try await ria.get("/beheer/toegang/mo")
    let given = try await ria.send("/beheer/toegang/mo", ["geef": "badge"])
    #expect(given.text.contains("<svg viewBox=\"0 0 "))
    #expect(try await mo.get("/").status == 303)
    _ = try await ria.get("/beheer/toegang/mo")
    let taken = try await ria.send("/beheer/toegang/mo", ["neem": "badge"])
    #expect(taken.read.contains("Afgenomen: badge. Deze persoon is overal afgemeld."))
  }

  @Test func `on a device that a team shares people choose their name and type their code`() async throws {
    let site = try ServedSite.samples("ria")
    let ria = try await site.visit("ria")
    _ = try await ria.get("/beheer/toegang/mo")
    let given = try await ria.send("/beheer/toegang/mo", ["geef": "pin"])
    let code = String(try #require(given.text.firstMatch(of: /class="secret">(\d{6})</)).output.1)
    _ = try await ria.get("/beheer/toestel")
    #expect(try await ria.send("/beheer/toestel", [:]).status == 422)
    #expect(try await ria.send("/beheer/toestel", ["team": "Werkplaats Noord"]).status == 303)
    #expect(try await ria.get("/beheer/toestel").read.contains("dit toestel"))
    #expect(try await ria.send("/afmelden", [:]).status == 303)
    #expect(try await ria.get("/aanmelden").text.contains("/aanmelden/code/mo"))
    _ = try await ria.get("/aanmelden/code/mo")
    #expect(try await ria.send("/aanmelden/code/mo", ["code": code]).status == 303)
    #expect(try await ria.get("/").read.contains("Mo Haddou"))
  }

  @Test func `the log tells who saved what, and opens the booking with its undo`() async throws {
    let site = try ServedSite.samples("ria")
    try site.desk.run("matrix set t-014 LAS-05=beheerst --by mo")
    let ria = try await site.visit("ria")
    let log = try await ria.get("/beheer/logboek")
    #expect(log.read.contains("b-0003 1 niveau vastgelegd (Sanne de Wit)"))
    #expect(try await ria.get("/boeking/b-0003").text.contains("/boeking/b-0003/ongedaan"))
  }

  @Test(arguments: ["/beheer", "/beheer/toegang", "/beheer/toegang/mo", "/beheer/toestel"])
  func `the administration is for who has it`(path: String) async throws {
    let site = try ServedSite.samples("mo", "ineke", "t-014")
    for person in ["mo", "ineke", "t-014"] {
      #expect(try await (try await site.visit(person)).get(path).status == 403, "\(person)")
    }
  }
}
