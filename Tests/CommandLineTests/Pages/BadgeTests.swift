import Foundation
import Testing

/// A badge as a camera reads it: from the picture on the page to being signed in.
@Suite(.serialized, .fewAtOnce) struct BadgeTests {
  @Test func `a reader of codes that others wrote finds the address on a badge, and that address signs in whose badge it is`()
    async throws
  {
    let site = try ServedSite.samples("ria")
    let desk = try Browser(.desk, in: site.desk)
    try desk.signIn("ria", at: site)
    try desk.open(site.origin + "/beheer/toegang/mo")
    try desk.click("button[name=geef][value=badge]")
    try desk.waitFor("return document.querySelector('svg.qr') !== null && document.readyState === 'complete'")
    try desk.run("document.querySelector('svg.qr').scrollIntoView()")
    try site.desk.write("badge.png", try desk.picture())
    try desk.close()

    let read = try site.desk.tool("zbarimg", "--quiet", "--raw", "badge.png")
    #expect(read.exit == 0, "\(read.errorText)")
    let address = read.text.trimmingCharacters(in: .newlines)
    #expect(address.hasPrefix(site.origin + "/badge/"), "\(address)")

    let camera = site.guest()
    let found = try await camera.get(String(address.dropFirst(site.origin.count)))
    #expect(found.status == 200)
    let token = try #require(found.hidden["badge"])
    #expect(try await camera.send("/aanmelden/badge", ["badge": token]).status == 303)
    #expect(try await camera.get("/").read.contains("Aangemeld als Mo Haddou"))
  }
}
