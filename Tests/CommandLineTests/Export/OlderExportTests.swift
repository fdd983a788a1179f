import Foundation
import Testing

/// What an older version wrote can still be taken out, and an older export put back.
@Suite struct OlderExportTests {
  private static let migrations = Samples.folder.deletingLastPathComponent()
    .appendingPathComponent("Sources/CompetencyStore/SQL/Migrations")
  static let newest =
    ((try? FileManager.default.contentsOfDirectory(atPath: migrations.path)) ?? []).filter { $0.hasSuffix(".sql") }.count - 1

  /// A database as an older version made it, with nothing booked.
  static func database(version: Int, at desk: Desk, _ name: String = Desk.databaseName) throws {
    for number in 0...version {
      let script = try String(contentsOf: migrations.appendingPathComponent("migration_\(number).sql"), encoding: .utf8)
      let row = number == 0 ? "" : "insert into schema_version values (\(number), \(number)000);"
      try #require(try desk.tool("sqlite3", name, input: script + row).exit == 0)
    }
  }

  @Test(arguments: 1...newest) func `a database of any version goes out explained, and comes in as the newest`(version: Int)
    throws
  {
    let desk = try Desk()
    try Self.database(version: version, at: desk)
    try desk.tool("sqlite3", Desk.databaseName, "insert into booking values (1, 77, null, 'beheer', 'setup', null)")
    try desk.run("export uit")
    try expectExplained(
      try desk.columns(), in: String(decoding: try desk.read("uit/README.txt"), as: UTF8.self))

    try desk.run("restore uit --database terug.sqlite")

    let versions = try desk.tool("sqlite3", "terug.sqlite", "select version from schema_version order by version").text
    #expect(versions.split(separator: "\n").count == Self.newest)
    #expect(try desk.run("log --database terug.sqlite --json").document(LogDocument.self).bookings.map(\.booking) == ["b-0001"])
    #expect(try desk.run("doctor --database terug.sqlite").text.hasSuffix("Alles is in orde.\n"))
    // From there on it is as any other.
    try desk.run("export weer --database terug.sqlite")
    try desk.run("restore weer --database derde.sqlite")
    try desk.run("export nog --database derde.sqlite")
    #expect(try desk.files(of: "nog") == desk.files(of: "weer"))
  }

  @Test func `a message of the first version, which held its own bytes, comes in with them`() throws {
    let desk = try Desk()
    try Self.database(version: 1, at: desk)
    try desk.tool(
      "sqlite3", Desk.databaseName,
      """
      insert into booking values (1, 77, null, 'beheer', 'import', null);
      insert into school_message values ('kvk:1', 'm-1', 5, null, 'abc', 'School', 'a.xml', cast('<eerste/>' as blob));
      insert into school_message values ('kvk:1', 'm-2', 6, null, 'abd', 'School', 'b.xml', X'00FF0A');
      """)
    try desk.run("export uit")
    #expect(try desk.read("uit/messages/000001.xml") == Data("<eerste/>".utf8))
    #expect(try desk.read("uit/messages/000002.xml") == Data([0x00, 0xFF, 0x0A]))

    try desk.run("restore uit --database terug.sqlite")

    let pieces = try desk.tool("sqlite3", "terug.sqlite", "select hex(piece_bytes) from message_piece order by message_id").text
    #expect(pieces == "3C6565727374652F3E\n00FF0A\n")
  }
}
