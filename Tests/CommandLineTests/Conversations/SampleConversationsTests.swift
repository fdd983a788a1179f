import Foundation
import Testing

/// The year of conversations of the sample company, as `SampleData/Conversations/commands.txt` writes it down.
@Suite struct SampleConversationsTests {
  @Test func `the year of conversations can be written down, and each shows its one thing`() throws {
    let desk = try Self.afterAYear()

    // Sanne: an agreement that was carried, reworded and kept.
    let own = try desk.run("agreement list sanne --all --json --by sanne").document(Agreements.self).agreements
      .filter { $0.source == "conversation" }
    let map = try #require(own.first { $0.id == "a-0003.6" })
    #expect(map.status == "reworded" && map.rewordedInto == "a-0011.5" && map.timesCarried > 2)
    let later = try #require(own.first { $0.id == "a-0011.5" })
    #expect(later.status == "done" && later.lineage == ["a-0003.6"])

    // Daan: a goal that was reached, and one that was changed.
    let goals = try desk.run("goal list daan --all --json --by daan").document(Goals.self).goals
    #expect(goals.map(\.state) == ["reached", "open", "changed"])

    // Youssef: an obstacle that took half a year and is gone.
    #expect(try !desk.run("conversation plan youssef --on 18-12-2099 --by mo").text.isEmpty)
    #expect(try !desk.run("conversation prepare youssef --by mo").text.contains("knelpunt"))

    // Lisa: a record that is shared with the leidinggevende; Femke: one that is not.
    #expect(try desk.run("conversation show lisa --by ineke").text.contains("Lisa werkt zelfstandig"))
    #expect(try !desk.run("conversation show femke --by ineke").text.contains("Femke werkt"))

    // Achraf has no school: what is known of him comes from conversations alone.
    #expect(try desk.run("matrix show achraf").text.contains("ONH-01"))
  }

  @Test(arguments: ["sanne", "femke"]) func `the record is a golden report`(_ who: String) throws {
    let desk = try Self.afterAYear()
    for format in ["txt", "html", "json"] {
      let name = "gesprek-\(who).\(format)"
      try desk.run("report conversation \(who) --by \(who) -o \(name)")
      try expectGolden(try desk.read(name), "Reports/\(name)")
    }
  }

  private struct Agreements: Decodable {
    struct Agreement: Decodable {
      let id, status, source: String
      let rewordedInto: String?
      let lineage: [String]
      let timesCarried: Int
    }
    let agreements: [Agreement]
  }

  private struct Goals: Decodable {
    struct Goal: Decodable { let state: String }
    let goals: [Goal]
  }

  /// A desk at which the whole year was written down.
  static func afterAYear() throws -> Desk {
    let desk = try Desk(.samples)
    let file = Samples.folder.appendingPathComponent("Conversations/commands.txt")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      try desk.run(String(line.dropFirst("vakmatrix ".count)))
    }
    return desk
  }
}
