import Foundation
import Testing

/// What people choose first when a password is asked for is refused, wherever it is set.
@Suite(.fewAtOnce) struct CommonPasswordTests {
  @Test func `a password that many people have is refused for that, and one of unrelated words is taken`() throws {
    let desk = try Desk(.company)
    let common = [
      "wachtwoord123!", "W@chtw00rd-2026!", "Welkom01Welkom01", "welkomthuis2026", "2026-Voetbal-2026", "!!P4$$w0rd2026",
      "qwertyuiop12", "1qaz2wsx3edc", "1Q2W-3E4R-5T6Y", "Ik hou van jou!", "Vakmatrix2026!", "@dministrator1", "123123123123",
    ]
    for secret in common {
      let refused = try desk.run("account password mo", exit: 64, input: secret + "\n")
      #expect(refused.errorText.contains("Dit wachtwoord gebruiken veel mensen"), "\(secret)")
    }
    for secret in [ServedSite.password, "fiets paars maandag lepel", "welkom thuis kabeljauw", "ab1qaz2wsx3edc-lorrie"] {
      try desk.run("account password mo", input: secret + "\n")
    }
    #expect(try desk.run("account password mo", exit: 64, input: "Haddou\n").errorText.contains("minstens 12 tekens"))
  }

  @Test func `on the page of one's own it is refused with the reason, and the old one stays`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    _ = try await mo.get("/mijn-gegevens")
    let refused = try await mo.send("/mijn-gegevens/wachtwoord", ["oud": ServedSite.password, "nieuw": "Wachtwoord-2026!"])
    #expect(refused.status == 422)
    #expect(refused.read.contains("Dit wachtwoord gebruiken veel mensen"))
    _ = try await site.visit("mo")
  }
}
