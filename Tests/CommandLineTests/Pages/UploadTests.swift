import Foundation
import Testing

@Suite(.fewAtOnce) struct UploadTests {
  @Test func `Ria sees what a form would change before it is read in, and then reads it in`() async throws {
    let site = try Self.site()
    let ria = try await site.visit("ria")
    _ = try await ria.get("/postvak/inlezen")
    let before = try site.desk.bookings().count
    let plan = try await ria.upload("/postvak/inlezen", [:], files: [try Self.form()])
    #expect(plan.status == 200)
    #expect(plan.read.contains("zouden erbij komen:") || plan.read.contains("zou erbij komen:"))
    #expect(plan.read.contains(Self.name + " · "))
    #expect(try site.desk.bookings().count == before)
    let path = try #require(plan.text.firstMatch(of: /action="(\/postvak\/inlezen\/[a-z2-7]+)"/)).output.1
    let saved = try await ria.send(String(path), [:])
    #expect(saved.location == "/boeking/b-0002")
    #expect(try site.desk.bookings().first?.kind == "import")
    _ = try await ria.get("/postvak/inlezen")
    let again = try await ria.upload("/postvak/inlezen", [:], files: [try Self.form()])
    #expect(again.read.contains("Dit bericht is al ingelezen. Er is niets veranderd."))
    #expect(!again.text.contains("action=\"/postvak/inlezen/"))
  }

  @Test func `a broken file is told by its line, with a text for the school, and the good one can be read in`() async throws {
    let site = try Self.site()
    let ria = try await site.visit("ria")
    _ = try await ria.get("/postvak/inlezen")
    let broken = (field: "bestanden", name: "kapot.xml", bytes: Data("<a>\n<b>\n</a>".utf8))
    let refused = try await ria.upload("/postvak/inlezen", [:], files: [broken])
    #expect(refused.status == 422)
    #expect(refused.read.contains("Geen van de bestanden kan worden ingelezen."))
    #expect(refused.text.contains("<textarea id=\"brief\" rows=\"12\" readonly>"))
    _ = try await ria.get("/postvak/inlezen")
    let plan = try await ria.upload("/postvak/inlezen", [:], files: [broken, try Self.form()])
    #expect(plan.read.contains("kapot.xml"))
    #expect(plan.read.contains("Lees alleen de goede bestanden in"))
    let path = try #require(plan.text.firstMatch(of: /action="(\/postvak\/inlezen\/[a-z2-7]+)"/)).output.1
    #expect(try await ria.send(String(path), [:]).status == 303)
    #expect(try site.desk.bookings().count == 2)
  }

  @Test func `the files of one person are nobody else's, and without files nothing is planned`() async throws {
    let site = try Self.site()
    let ria = try await site.visit("ria")
    _ = try await ria.get("/postvak/inlezen")
    let empty = try await ria.upload("/postvak/inlezen", [:], files: [])
    #expect(empty.status == 422)
    #expect(empty.read.contains("Kies eerst een bestand."))
    let unknown = try await ria.send("/postvak/inlezen/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", [:])
    #expect(unknown.status == 422)
    #expect(unknown.read.contains("De bestanden staan hier niet meer."))
    try site.desk.run("account password mo", input: ServedSite.password + "\n")
    let mo = try await site.visit("mo")
    #expect(try await mo.get("/postvak/inlezen").status == 403)
    _ = try await mo.get("/postvak")
    #expect(try await mo.upload("/postvak/inlezen", [:], files: [try Self.form()]).status == 403)
    #expect(try site.desk.bookings().count == 1)
  }

  static let name = "2024-11-15-voortgangsgesprekken-basistaken.xml"

  /// A form of the samples, as a browser sends it.
  static func form() throws -> (field: String, name: String, bytes: Data) {
    (field: "bestanden", name: name, bytes: try Data(contentsOf: URL(fileURLWithPath: "SampleData/Forms/" + name)))
  }

  /// The sample company without forms.
  static func site() throws -> ServedSite {
    let desk = try Desk(.company)
    try desk.run("account password ria", input: ServedSite.password + "\n")
    return try ServedSite(desk)
  }
}
