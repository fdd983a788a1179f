import Foundation
import Testing

/// What one side prepares is for that side alone, until both are ready or the conversation begins.
@Suite struct SealTests {
  private static let secrets = ["sanne": "GEHEIM-Zeepaardje", "mo": "GEHEIM-Nijlpaard"]
  private static let people = ["sanne", "mo", "ineke", "hatice", "karin", "ria"]

  @Test func `before both are ready only the own side sees what it wrote`() throws {
    // That she is ready opens nothing yet.
    let desk = try Self.desk(sanne: " --ready", mo: "")
    let dump = String(decoding: try desk.dump(), as: UTF8.self)
    for secret in Self.secrets.values { #expect(dump.contains(secret)) }
    for person in Self.people {
      let seen = try Self.seen(by: person, at: desk)
      for (owner, secret) in Self.secrets {
        #expect(seen.contains { $0.text.contains(secret) } == (owner == person), "\(secret) by \(person)")
        #expect(!seen.contains { $0.errorText.contains(secret) }, "\(secret) by \(person)")
      }
    }
    let nobody = try Self.lines.map { try desk.start($0).wait() }
    #expect(!nobody.contains { ($0.text + $0.errorText).contains("GEHEIM") })
  }

  @Test func `when both are ready, both see both, and nobody else does`() throws {
    let desk = try Self.desk(sanne: " --ready", mo: " --ready")
    try Self.expectOpen(at: desk)
  }

  @Test func `once it has begun both see both, ready or not, and nobody else does`() throws {
    let desk = try Self.desk(sanne: " --ready", mo: "")
    let told = try desk.run("conversation hold sanne --by mo")
    for secret in Self.secrets.values { #expect(told.text.contains(secret)) }
    try Self.expectOpen(at: desk)
    // What was prepared cannot be rewritten with the other side's words in view.
    try desk.run("conversation prepare sanne --by sanne --answer tevreden=Anders", exit: 64)
  }

  @Test func `a dry run of holding or of being ready breaks no seal`() throws {
    let desk = try Self.desk(sanne: " --ready", mo: "")
    for line in ["conversation hold sanne --by mo --dry-run", "conversation prepare sanne --ready --by mo --dry-run"] {
      for line in [line, line + " --json"] {
        let told = try desk.run(line)
        #expect(!told.text.contains(Self.secrets["sanne"] ?? ""), "\(line)")
      }
    }
  }

  @Test func `a leader who does not hold it cannot break the seal, nor write for the one who does`() throws {
    let desk = try Self.desk(sanne: " --ready", mo: "")
    let dump = try desk.dump()
    for more in ["--ready", "--answer goed=Ik", "--answer goed=Ik --ready"] {
      try desk.run("conversation prepare sanne --by ineke \(more)", exit: 77)
      try desk.run("conversation prepare sanne --by ineke \(more) --dry-run", exit: 77)
    }
    try desk.run("conversation hold sanne --by ineke", exit: 77)
    try desk.run("conversation record sanne --share --by ineke", exit: 77)
    #expect(try desk.dump() == dump)
    #expect(try desk.prepared(by: "mo").other == nil)
  }

  @Test func `who takes no part in a conversation cannot take it over`() throws {
    let desk = try Self.desk(sanne: " --ready", mo: "")
    let dump = try desk.dump()
    try desk.run("conversation plan sanne --on \(Day.fromToday(6)) --move --holder ineke --by ineke", exit: 77)
    #expect(try desk.dump() == dump)
  }

  @Test func `who takes a conversation over does not break the seal of the trainee`() throws {
    let desk = try Self.desk(sanne: " --ready", mo: "")
    try desk.run("conversation plan sanne --on \(Day.fromToday(6)) --move --holder ineke --by mo")
    let seen = try desk.run("conversation prepare sanne --by ineke").text
    #expect(!seen.contains(Self.secrets["sanne"] ?? ""))
    // Nor what the one before wrote for the same side.
    #expect(!seen.contains(Self.secrets["mo"] ?? ""))
  }

  @Test func `the words of a preparation are read in one place of the program`() throws {
    let sources = Samples.folder.deletingLastPathComponent().appendingPathComponent("Sources")
    let journeys = try Self.files(in: sources.appendingPathComponent("Journeys"), ext: "swift")
    #expect(journeys.count > 20)
    #expect(journeys.flatMap { $0.text.components(separatedBy: "preparationWords(").dropFirst() }.count == 1)
    let sql = try Self.files(in: sources.appendingPathComponent("CompetencyStore/SQL"), ext: "sql")
    #expect(sql.count > 50)
    let reading = sql.filter { file in
      let words = file.text.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: " ")
      guard words.contains("select"), words.contains("written_text") else { return false }
      // Others leave it out, or ask for one kind that is another.
      let asksForOther = words.contains("kind = '") && !words.contains("kind = 'preparation'")
      return !words.contains("kind <> 'preparation'") && !asksForOther
    }
    #expect(reading.map(\.name) == ["preparation_words.sql"])
  }
}

extension SealTests {
  /// Every command that reads.
  private static let lines: [String] = {
    let lines = [
      "conversation prepare sanne", "conversation show sanne", "conversation show c-0003.1", "conversation list",
      "conversation list sanne", "agreement list", "agreement list sanne --all", "goal list sanne", "goal list sanne --all",
      "report conversation sanne", "report conversation sanne --format html", "report conversation sanne --format txt",
      "report trainee sanne", "report trainee sanne --format html", "matrix show sanne", "matrix history sanne LAS-02",
      "trainee show sanne", "log", "status", "inbox list",
    ]
    return lines + lines.filter { !$0.contains("--format") }.map { $0 + " --json" }
  }()

  /// A desk with a conversation that both sides prepared.
  private static func desk(sanne: String, mo: String) throws -> Desk {
    let desk = try Desk(.samples)
    try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo")
    try desk.run("conversation prepare sanne --by sanne --answer tevreden=\(secrets["sanne"] ?? "")\(sanne)")
    try desk.run("conversation prepare sanne --by mo --answer goed=\(secrets["mo"] ?? "")\(mo)")
    return desk
  }

  private static func seen(by person: String, at desk: Desk) throws -> [Outcome] {
    try lines.map { try desk.start($0 + " --by \(person)").wait() }
  }

  private static func expectOpen(at desk: Desk) throws {
    for person in people {
      let seen = try seen(by: person, at: desk)
      for secret in secrets.values {
        #expect(
          seen.contains { $0.text.contains(secret) } == ["sanne", "mo"].contains(person), "\(secret) by \(person)")
        #expect(!seen.contains { $0.errorText.contains(secret) })
      }
    }
  }

  private static func files(in folder: URL, ext: String) throws -> [(name: String, text: String)] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix("." + ext) && !$0.contains("Migrations/") }.map { name in
      (name, try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
    }
  }
}
