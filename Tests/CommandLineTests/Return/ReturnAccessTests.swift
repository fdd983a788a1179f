import Foundation
import Testing

/// Who may make a return, and what never goes along.
@Suite struct ReturnAccessTests {
  @Test(arguments: ["mo", "ineke", "ria"]) func `who guides, who leads and the administration make a return`(who: String) throws {
    let desk = try Desk(.samples)
    try desk.run("report school sanne --by \(who) --as-of 2026-11-20 -o retour.xml")
    #expect(desk.has("retour.xml"))
  }

  @Test func `the trainee sees what goes to school, and does not send it`() throws {
    let desk = try Desk(.samples)
    #expect(try desk.run("report school sanne --by sanne --as-of 2026-11-20").text.contains("Voortgang op de werkplek"))
    try desk.run("report school sanne --by sanne --format xml", exit: 77)
    try desk.run("report school sanne --by sanne --own-form", exit: 77)
    try desk.run("report school stef --by sanne", exit: 66)
  }

  @Test func `a whole school is of the trainees that one sees`() throws {
    let desk = try Desk(.samples)
    let seen = try desk.run("report school --school delta --by mo --as-of 2026-11-20 --format xml").text
    #expect(seen.contains("retour-t-014-") && !seen.contains("retour-t-001-"))
    #expect(try desk.run("report school --school delta --as-of 2026-11-20 --format xml").text.contains("retour-t-001-"))
  }

  @Test func `no words of a conversation, no remark, no own view and no personnel number are in any form of it`() throws {
    let desk = try Self.deskWithSecrets()
    for format in ["xml", "html", "txt", "json"] {
      let text = try desk.run("report school sanne --by mo --as-of 2026-11-20 --format \(format)").text
      for secret in ["GEHEIM", "00412", "Wachten op de kantbank"] { #expect(!text.contains(secret), "\(secret) in \(format)") }
      for trace in ["http:", "https:", "src=", "<script"] { #expect(!text.contains(trace), "\(format) fetches nothing") }
      #expect(text.contains("a-0004."), "the agreement itself is told in \(format)")
    }
  }

  @Test func `the words of an agreement that was made here go along only when somebody who reads them shares them`() throws {
    let desk = try Self.deskWithSecrets()
    let line = "report school sanne --as-of 2026-11-20 --share-agreements --format xml"
    #expect(try desk.run(line + " --by mo").text.contains("GEHEIM-afspraak"))
    #expect(try !desk.run(line).text.contains("GEHEIM"))
    // The words of a school's own agreement go back as they came.
    #expect(try desk.run("report school sanne --by mo --as-of 2026-11-20 --format xml").text.contains(">Lasmap bijwerken.<"))
  }

  @Test func `what the school proposed is answered, in the file as on paper`() throws {
    let desk = try Desk(.samples)
    let proposals = try desk.inbox().filter { $0.role == "bpv_begeleider" && $0.trainee == "t-015" }
    for (task, verb) in [("PLA-01", "accept"), ("PLA-05", "refuse")] {
      let item = try #require(proposals.first { $0.task == task }).item
      try desk.run("inbox \(verb) \(item) --by mo")
    }

    let paper = try desk.run("report school youssef --by mo --as-of 2026-11-25").text
    #expect(paper.contains("(PLA-01), beheerst op 25-9-2026: overgenomen. Het niveau is ● beheerst."))
    #expect(paper.contains("(PLA-05), aangeleerd op 25-9-2026: niet overgenomen. Het niveau is ○ nog niet."))
    let file = try desk.run("report school youssef --by mo --as-of 2026-11-25 --format xml").text
    #expect(
      file.contains("taak=\"PLA-01\" voorstel=\"beheerst\" rol=\"bpv_begeleider\" datum=\"2026-09-25\" besluit=\"overgenomen\""))
    #expect(
      file.contains(
        "taak=\"PLA-05\" voorstel=\"aangeleerd\" rol=\"bpv_begeleider\" datum=\"2026-09-25\" besluit=\"niet_overgenomen\""))
    let waiting = try desk.run("report school noor --by mo --as-of 2026-11-25").text
    #expect(waiting.contains("(PLA-03), beheerst op 28-9-2026: nog niet bekeken. Het niveau is ◐ aangeleerd."))
  }

  @Test func `what was known then, and what was seen since, makes the return of another day`() throws {
    let desk = try Desk(.samples)
    let line = "report school sanne --by mo --as-of 2026-11-20 --format xml"
    let before = try desk.run(line).bytes
    try desk.run("matrix set sanne LAS-02=beheerst --on 2026-11-19 --by mo")
    #expect(try desk.run(line).bytes != before)
    #expect(try desk.run(line + " --known-on b-0002").bytes == before)
    try desk.run("undo b-0003 --by mo")
    // What it says is as it was; that it is known later stands in the version of its forms.
    let after = try desk.run(line).text.replacing("versie=\"4\"", with: "versie=\"2\"")
    let id = /urn:uuid:[0-9a-f-]+/
    #expect(after.replacing(id, with: "") == String(decoding: before, as: UTF8.self).replacing(id, with: ""))
  }

  private static func deskWithSecrets() throws -> Desk {
    let desk = try Desk(.samples)
    try desk.run("matrix set sanne LAS-02=beheerst --on 2026-11-19 --note GEHEIM-opmerking --by mo")
    try desk.run(
      "conversation record sanne --unplanned --on 2026-11-19 --topic voortgang=GEHEIM-woorden --agreement \"GEHEIM-afspraak | mo\" --by mo"
    )
    return desk
  }
}
