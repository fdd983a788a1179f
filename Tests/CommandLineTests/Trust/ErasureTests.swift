import Foundation
import Testing

/// After an erasure nothing by which somebody can be known is left, and nothing of others has changed.
@Suite struct ErasureTests {
  /// What is planted of Sanne in every command that takes words.
  private static let planted = [
    "GEHEIM-Zeepaardje", "GEHEIM-Kwikstaart", "GEHEIM-Waterlelie", "GEHEIM-Boterbloem", "GEHEIM-Goudvink", "GEHEIM-Eekhoorn",
  ]
  /// By which Sanne is known; her surname is that of another trainee too.
  private static let known = ["Sanne", "0512345", "00412", "t-014"]

  @Test func `name, numbers and every planted sentence occur nowhere, and the seals are good`() throws {
    let desk = try Self.desk()
    let others = try Self.reportsOfOthers(desk)
    for word in Self.planted + Self.known { #expect(try Self.holds(desk, "", word), "\(word)") }

    let told = try desk.run("privacy erase t-014 --by ria --json").document(Told.self)
    try desk.run("backup kopie.sqlite")
    try desk.run("export uit")
    let log = try desk.run("log --json").text + desk.run("log").text + desk.run("status").text

    #expect(told.cleared && told.trainee == "gewist-2" && told.lostMessages == 0)
    #expect(told.messages >= 10 && told.texts > 100)
    let exported = try desk.files(of: "uit")
    for word in Self.planted + Self.known {
      for file in [Desk.databaseName, Desk.databaseName + "-wal", "kopie.sqlite"] {
        #expect(try !Self.holds(desk, file, word), "\(word) in \(file)")
      }
      #expect(exported.values.allSatisfy { $0.range(of: Data(word.utf8)) == nil }, "\(word) in the export")
      #expect(!log.contains(word), "\(word) in the log")
    }
    #expect(try desk.run("doctor --verify").text.hasSuffix("Alles is in orde.\n"))
    #expect(try Self.reportsOfOthers(desk) == others)
  }

  @Test func `what was counted stays, and the school's old files bring nothing back`() throws {
    let desk = try Desk(.samples)
    let before = try desk.run("trainee show sanne").text
    try desk.run("privacy erase t-014")
    let after = try desk.run("trainee show gewist-1").text
    let count = try #require(before.firstMatch(of: /Beheerst \d+ van \d+/)).0
    #expect(after.contains(count))
    #expect(try desk.run("import SampleData/Forms").text.contains("Al ingelezen, er is niets veranderd."))
    #expect(try !desk.run("trainee list --all").text.contains("Sanne"))
    #expect(try desk.run("export uit").exit == 0)
    try desk.run("restore uit --database terug.sqlite")
    #expect(try desk.run("doctor --verify --database terug.sqlite").text.hasSuffix("Alles is in orde.\n"))
  }

  @Test func `of a message about more people only the one form goes, and the others can be returned`() throws {
    let desk = try Desk(.samples)
    let sql = "select cast(piece_bytes as text) from message_piece where message_id like '%d045f4db%'"
    let before = try desk.tool("sqlite3", Desk.databaseName, sql).text
    try desk.run("privacy erase t-014")
    let after = try desk.tool("sqlite3", Desk.databaseName, sql).text
    #expect(before.contains("0512345") && !after.contains("0512345"))
    #expect(before.split(separator: "<formulier ").count == after.split(separator: "<formulier ").count + 2)
    // Lines keep their numbers, for the places that are told of others.
    #expect(before.utf8.count { $0 == 0x0A } == after.utf8.count { $0 == 0x0A })
    #expect(try desk.run("report school daan --by mo").text.contains("Daan"))
  }

  @Test func `erasing is tried first, asks for the whole id, and cannot be undone`() throws {
    let desk = try Desk(.samples)
    let refused = try desk.run("privacy erase sanne", exit: 64)
    #expect(refused.errorText.contains("Geef: vakmatrix privacy erase t-014."))
    #expect(try desk.run("privacy erase 00412 --dry-run").text.contains("Er is niets opgeslagen."))
    #expect(try desk.run("trainee show sanne").text.contains("Sanne"))
    try desk.run("privacy erase 00412")
    #expect(try desk.run("undo b-0003", exit: 77).errorText.contains("wat gewist is kan niet terug"))
    #expect(try desk.run("privacy erase t-001 --by mo", exit: 77).errorText.contains("kan dit niet doen met de rol"))
    #expect(try desk.run("privacy erase t-999", exit: 66).errorText.contains("t-999"))
  }

  @Test func `two are erased one after the other, and an erasure on top of an erasure holds`() throws {
    let desk = try Desk(.samples)
    for (number, who) in ["t-014", "t-015", "t-004"].enumerated() {
      try desk.run("privacy erase \(who)")
      #expect(try desk.run("doctor --verify").text.hasSuffix("Alles is in orde.\n"))
      #expect(try desk.run("trainee show gewist-\(number + 1)").text.contains("Gewist \(number + 1)"))
    }
    // Whoever changes what is left of it is found as ever.
    try desk.tool("sqlite3", Desk.databaseName, "update reading_line set seen_on = '2020-01-01' where rowid = 200")
    #expect(try desk.run("doctor --verify", exit: 74).text.contains("fout    Zegels van de boekingen"))
  }

  @Test func `while another program reads an older moment the last bytes wait, and somebody is told how to clear them`() throws {
    let desk = try Desk(.samples)
    let reader = try desk.startTool([
      "sqlite3", Desk.databaseName, "begin; select count(*) from booking;",
      ".shell touch leest; for i in $(seq 3000); do [ -e klaar ] && break; sleep 0.1; done", "commit;",
    ])
    while !desk.has("leest") { usleep(20_000) }

    let erased = try desk.run("privacy erase t-014", exit: 3)
    #expect(erased.text.contains("Sanne de Wit is gewist"))
    #expect(erased.errorText.contains("vakmatrix privacy retention --apply"))
    #expect(try !desk.run("trainee list --all").text.contains("Sanne"))

    try desk.write("klaar", "")
    _ = try reader.wait()
    #expect(try desk.run("privacy retention --apply").text.contains("het bestand is opgeruimd"))
    for word in Self.known { #expect(try !Self.holds(desk, "", word), "\(word)") }
  }

  private struct Told: Decodable {
    let trainee: String
    let texts, messages, lostMessages: Int
    let cleared: Bool
  }

  private static func desk() throws -> Desk {
    let desk = try FullDesk.make()
    for line in [
      "matrix set sanne LAS-03=beheerst --by mo --note GEHEIM-Kwikstaart", "agreement add sanne GEHEIM-Waterlelie --by mo",
      "agreement add daan \"Samen met Sanne de Wit oefenen\" --by mo",
      "goal add sanne GEHEIM-Boterbloem --by sanne", "privacy correct sanne --view GEHEIM-Goudvink",
      "matrix set sanne LAS-03=aangeleerd --by mo --reason GEHEIM-Eekhoorn",
    ] { try desk.run(line) }
    return desk
  }

  private static func holds(_ desk: Desk, _ file: String, _ word: String) throws -> Bool {
    let names = file.isEmpty ? [Desk.databaseName, Desk.databaseName + "-wal"] : [file]
    return try names.contains { try desk.has($0) && desk.read($0).range(of: Data(word.utf8)) != nil }
  }

  private static func reportsOfOthers(_ desk: Desk) throws -> [String] {
    // The foot names the newest seal, which is that of the erasure.
    try ["lisa", "youssef", "femke", "t-013"].map { who in
      try desk.run("report trainee \(who) --as-of 2026-11-20").text.replacing(/Zegel b-\d{4} [0-9a-f]{16}\./, with: "")
    }
  }
}
