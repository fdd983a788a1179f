import Foundation
import Testing

/// An export in which anything is wrong leaves nothing behind, and each fault is told.
@Suite struct RefusedRestoreTests {
  private static let restore = "restore uit --database nieuw.sqlite"

  @Test(arguments: [
    ("rm uit/booking.jsonl", "missing"), ("rm uit/messages/000001.xml", "missing"), ("rm uit/manifest.json", "no_manifest"),
    ("rm -r uit/messages", "missing"), ("ln -sf /etc/passwd uit/booking.jsonl", "unreadable"),
    ("rm uit/booking.jsonl; mkfifo uit/booking.jsonl", "unreadable"),
    ("echo x >> uit/messages/000001.xml", "changed"), ("truncate -s -1 uit/messages/000002.xml", "changed"),
    ("sed -i 's/bericht/berixht/' uit/messages/000001.xml", "changed"), ("touch uit/messages/000099.xml", "extra"),
    ("touch uit/.verborgen", "extra"), ("mkdir uit/meer", "extra"),
    ("sed -i 's/messages.000002/messages\\/..\\/..\\/vakmatrix/' uit/message_piece.jsonl", "piece"),
    ("sed -i 's/Hadd/Hatt/' uit/person_version.jsonl", "changed"), ("sed -i '3,$d' uit/reading_line.jsonl", "rows"),
    ("truncate -s 100 uit/reading_line.jsonl", "cut"), ("truncate -s 0 uit/reading_line.jsonl", "rows"),
    ("truncate -s 60 uit/manifest.json", "manifest"), ("echo '{}' > uit/manifest.json", "manifest"),
  ])
  func `a folder that is not as it was exported is refused, and leaves nothing`(damage: String, kind: String) throws {
    let desk = try Desk(.samples)
    try desk.run("export uit")
    try desk.tool("sh", "-c", damage)
    try Self.expectRefused(at: desk, kind)
  }

  @Test(arguments: [
    ("[1]", "line"), ("", "line"), ("{}", "column_missing"), ("{\"name\":\"a\",\"setting_value\":\"b\"} x", "line"),
    ("{\"name\":\"a\",\"setting_value\":\"b\",\"extra\":1}", "column_unknown"),
    ("{\"name\":\"a\",\"name\":\"b\"}", "column_double"),
    ("{\"name\":1,\"setting_value\":\"b\"}", "value"), ("{\"name\":true,\"setting_value\":\"b\"}", "value"),
    ("{\"name\":[],\"setting_value\":\"b\"}", "value"), ("{\"name\":null,\"setting_value\":\"b\"}", "empty"),
    ("{\"name\":\"a\\x\",\"setting_value\":\"b\"}", "line"), ("{\"name\":\"\\ud800\",\"setting_value\":\"b\"}", "line"),
    ("{\"name\":\"\\u12\",\"setting_value\":\"b\"}", "line"), ("{\"name\":\"a\tb\",\"setting_value\":\"b\"}", "line"),
    ("{\"name\":\"zone\",\"setting_value\":\"b\"}", "double"), ("{\"name\":\"a\",\"setting_value\":\"b\"", "line"),
    ("{\"name\":\"a\" \"setting_value\":\"b\"}", "line"), ("{\"name\":\"a\",\"setting_value\":\"b\",}", "line"),
  ])
  func `a line that is no row is told by its number`(line: String, kind: String) throws {
    let desk = try Desk(.company)
    try desk.run("export uit")
    let text = String(decoding: try desk.read("uit/company_setting.jsonl"), as: UTF8.self)
    try desk.write("uit/company_setting.jsonl", text + line + "\n")
    let problem = try Self.expectRefused(at: desk, kind)
    #expect(problem.file == "uit/company_setting.jsonl" && problem.line == 2)
  }

  @Test(arguments: ["1.5", "1e3", "9223372036854775808", "-9223372036854775809", "01", "-", "\"1\"", "null"])
  func `a number that is no whole number of the table is no row`(number: String) throws {
    let desk = try Desk(.company)
    try desk.run("export uit")
    let text = String(decoding: try desk.read("uit/schema_version.jsonl"), as: UTF8.self)
    try desk.write("uit/schema_version.jsonl", text + "{\"version\":77,\"applied_at\":\(number)}\n")
    #expect(try Self.refusal(at: desk).problems.map(\.line) == [4].map { _ in text.split(separator: "\n").count + 1 })
  }

  @Test func `bytes that are no UTF-8 are no row`() throws {
    let desk = try Desk(.company)
    try desk.run("export uit")
    let text = try desk.read("uit/company_setting.jsonl")
    let line = Data("{\"name\":\"".utf8) + [0xC3, 0x28] + Data("\",\"setting_value\":\"\"}\n".utf8)
    try desk.write("uit/company_setting.jsonl", text + line)
    try Self.expectRefused(at: desk, "line")
  }

  @Test func `what is wrong with several files is told at once`() throws {
    let desk = try Desk(.samples)
    try desk.run("export uit")
    try desk.tool("sh", "-c", "cd uit; sed -i '$d' booking.jsonl; sed -i 's/ROC/RAC/' school_message.jsonl; echo >> goal.jsonl")
    let problems = try Self.refusal(at: desk).problems
    #expect(problems.map(\.file) == ["uit/booking.jsonl", "uit/goal.jsonl", "uit/school_message.jsonl"])
  }

  @Test func `columns in another order and spaces between them are the same row`() throws {
    let desk = try Desk(.company)
    try desk.run("export uit")
    try desk.write("uit/company_setting.jsonl", "{ \"setting_value\" : \"Europe\\/Amsterdam\" , \"name\" : \"\\u007aone\" }\r\n")
    try Self.mendDigest(of: "company_setting", at: desk)
    try desk.run(Self.restore)
    try desk.run("export weer --database nieuw.sqlite")
    #expect(
      try desk.read("weer/company_setting.jsonl") == Data("{\"name\":\"zone\",\"setting_value\":\"Europe/Amsterdam\"}\n".utf8))
  }

  /// The command is refused for this kind of fault in every way of calling it, and nothing is there that was not before.
  @discardableResult
  private static func expectRefused(
    at desk: Desk, _ kind: String, _ location: SourceLocation = #_sourceLocation
  ) throws -> ProblemDocument {
    let names = try desk.names()
    let said = try desk.run(restore, exit: 65, location).errorText
    #expect(
      try desk.run(restore + " --dry-run", exit: 65, location).errorText == said.replacing(" Er is niets opgeslagen.", with: ""))
    #expect(try desk.names() == names, sourceLocation: location)
    let problems = try refusal(at: desk).problems
    let sentences = try ProblemSentences("nl").sentences(of: "export_faulty/" + kind, in: said)
    #expect(!sentences.isEmpty, "\(kind) is not told: \(said)", sourceLocation: location)
    return try #require(problems.first)
  }

  private static func refusal(at desk: Desk) throws -> ErrorDocument {
    try desk.run(restore + " --json", exit: 65).errorDocument()
  }

  /// Writes the digest of a file that was changed by hand into the manifest.
  private static func mendDigest(of table: String, at desk: Desk) throws {
    let digest = try desk.tool("sha256sum", "uit/\(table).jsonl").text.prefix(64)
    try desk.tool("sed", "-i", "/\"\(table).jsonl/s/[0-9a-f]\\{64\\}/\(digest)/", "uit/manifest.json")
  }
}
