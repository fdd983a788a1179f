import Foundation
import Testing

/// What keeps strangers out of the pages, and one visitor out of another's.
@Suite(.fewAtOnce) struct StrangersTests {
  @Test func `a guest is shown the way in and comes back to what was asked`() async throws {
    let site = try ServedSite.samples("mo")
    let guest = site.guest()
    #expect(try await guest.get("/trainee/t-014/afvinken").location == "/aanmelden?naar=%2Ftrainee%2Ft-014%2Fafvinken")
    _ = try await guest.get("/aanmelden?naar=%2Ftrainee%2Ft-014%2Fafvinken")
    let back = try await guest.send(
      "/aanmelden/wachtwoord", ["wie": "mo", "wachtwoord": ServedSite.password, "naar": "/trainee/t-014/afvinken"])
    #expect(back.location == "/trainee/t-014/afvinken")
  }

  @Test(arguments: ["//elders.example/", "https://elders.example/", "/\\elders.example", "javascript:alert(1)", "/a b", "/\u{1}"])
  func `nobody is sent to another site after signing in`(_ place: String) async throws {
    let site = try ServedSite.samples("mo")
    let guest = site.guest()
    _ = try await guest.get("/aanmelden")
    let answer = try await guest.send("/aanmelden/wachtwoord", ["wie": "mo", "wachtwoord": ServedSite.password, "naar": place])
    #expect(answer.status == 303 && answer.location == "/")
  }

  @Test func `every answer tells the browser what it may do, a refusal too`() async throws {
    let site = try ServedSite.samples("mo")
    let guest = site.guest()
    for path in ["/aanmelden", "/", "/bestaat-niet", "/stijl.css", "/gezond", "/trainee/t-014/afvinken"] {
      let headers = try await guest.get(path).headers
      let policy = try #require(headers["content-security-policy"], "\(path)")
      for part in ["default-src 'none'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
        #expect(policy.contains(part), "\(path)")
      }
      #expect(!policy.contains("unsafe"))
      #expect(headers["x-content-type-options"] == "nosniff")
      #expect(headers["referrer-policy"] == "no-referrer")
      #expect(headers["cross-origin-opener-policy"] == "same-origin")
      #expect(headers["cache-control"] == "no-store", "\(path)")
      #expect(headers["server"] == nil)
    }
    let sent = try await guest.post("/aanmelden/wachtwoord", [:])
    #expect(sent.status == 403 && sent.headers["content-security-policy"] != nil)
  }

  @Test func `a form without its proof, with another's, or from another site changes nothing`() async throws {
    let site = try ServedSite.samples("mo", "ineke")
    let (mo, ineke) = (try await site.visit("mo"), try await site.visit("ineke"))
    let sheet = try await mo.get("/trainee/t-014/afvinken")
    let others = try await ineke.get("/trainee/t-014/afvinken").hidden
    let task = try TickingTests.firstTasks(1, of: sheet)[0]
    let count = try site.desk.bookings().count
    let ticks = TickingTests.ticks([task], "beheerst", sheet)
    let proof = sheet.hidden.filter { ["bewijs", "sleutel"].contains($0.key) }
    let whole = ticks.merging(proof) { one, _ in one }
    let path = "/trainee/t-014/afvinken"
    #expect(try await mo.post(path, ticks).status == 403)
    #expect(try await mo.post(path, whole.merging(["bewijs": others["bewijs"] ?? ""]) { _, other in other }).status == 403)
    #expect(try await mo.post(path, whole, headers: ["Origin": "https://elders.example"]).status == 403)
    #expect(try await mo.post(path, whole, headers: ["Origin": "null"]).status == 403)
    #expect(try await mo.post(path, whole, headers: ["Sec-Fetch-Site": "cross-site"]).status == 403)
    #expect(try await site.guest().post(path, whole).status == 401)
    #expect(try site.desk.bookings().count == count)
    #expect(try await mo.post(path, whole).status == 200)
    #expect(try site.desk.bookings().count == count + 1)
  }

  @Test func `a request that was meant for another name is not answered`() async throws {
    let site = try ServedSite.samples("mo")
    let answer = try await site.guest().get("/aanmelden", headers: ["Host": "elders.example"])
    #expect(answer.status == 421 && answer.bytes.isEmpty)
  }

  @Test func `who guesses a password waits, and who knows it on a device of one's own does not`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    let guesser = site.guest()
    _ = try await guesser.get("/aanmelden")
    for _ in 1...5 {
      let refused = try await guesser.send("/aanmelden/wachtwoord", ["wie": "mo", "wachtwoord": "Iets-anders-1234"])
      #expect(refused.status == 422)
    }
    let right = try await guesser.send("/aanmelden/wachtwoord", ["wie": "mo", "wachtwoord": ServedSite.password])
    #expect(right.status == 422 && right.text.contains("seconden"), "even the right one, from where it was guessed")
    _ = try await mo.get("/")
    _ = try await mo.send("/afmelden", [:])
    _ = try await mo.get("/aanmelden")
    #expect(try await mo.send("/aanmelden/wachtwoord", ["wie": "mo", "wachtwoord": ServedSite.password]).status == 303)
  }

  @Test func `somebody who is not there is refused with the same words as a wrong password`() async throws {
    let site = try ServedSite.samples("mo")
    let guest = site.guest()
    _ = try await guest.get("/aanmelden")
    let wrong = try await guest.send("/aanmelden/wachtwoord", ["wie": "ineke", "wachtwoord": "Iets-anders-1234"])
    let nobody = try await guest.send("/aanmelden/wachtwoord", ["wie": "bestaat-niet", "wachtwoord": "Iets-anders-1234"])
    #expect(wrong.read == nobody.read && wrong.status == nobody.status)
  }

  @Test func `a session is over after signing out, and when the person is let in no more`() async throws {
    let site = try ServedSite.samples("mo", "karin")
    let mo = try await site.visit("mo")
    let old = mo.cookies
    _ = try await mo.get("/")
    #expect(try await mo.send("/afmelden", [:]).headers["clear-site-data"] != nil)
    let thief = site.guest()
    #expect(
      try await thief.get("/", headers: ["Cookie": old.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")]).status == 303)
    let karin = try await site.visit("karin")
    #expect(try await karin.get("/hulp").text.contains("Karin"))
    try site.desk.copyCompany(to: "anders", changing: "mensen.csv") { $0.replacing("hr", with: "beheer") }
    try site.desk.run("setup anders --by ria")
    #expect(try await karin.get("/").location == "/aanmelden")
  }

  @Test func `a form that is too large, broken or of another make is refused before it is read`() async throws {
    let site = try ServedSite.samples("mo")
    let mo = try await site.visit("mo")
    _ = try await mo.get("/")
    #expect(try await mo.send("/trainee/t-014/afvinken", ["reden": String(repeating: "x", count: 300_000)]).status == 413)
    let large = ["tekst": String(repeating: "x", count: 100_000)]
    #expect(try await site.guest().post("/postvak/inlezen", large).status == 413, "a guest sends nothing large")
    #expect(try await mo.send("/postvak/inlezen", large).status == 403, "who has signed in is told")
    let odd = ["Content-Type": "multipart/form-data; boundary=x"]
    #expect(try await mo.send("/trainee/t-014/afvinken", [:], headers: odd).status == 400)
    #expect(try await mo.get("/").status == 200)
  }

  @Test func `it stops when it is told to, and what was asked before is answered`() async throws {
    let site = try ServedSite.samples("mo")
    #expect(try await site.guest().get("/gezond").read == "ok")
    site.server.terminate()
    let outcome = try site.server.wait()
    #expect(outcome.exit == 0)
    #expect(!outcome.errorText.contains("Mo") && !outcome.errorText.contains("Haddou"))
  }
}
