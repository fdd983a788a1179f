import Foundation
import GRDB
import Testing

@testable import CompetencyStore

/// Every booking is sealed with the one before it: whoever changes the database beside the program is found out.
@Suite struct BookingSealTests {
  @Test func `everything that a booking can write is sealed`() throws {
    let tampered = try SealedCopy(of: try FullDesk.make())

    try tampered.queue.inDatabase { database in
      let session = SQLSession(database)
      let sealed = Set(try SealedTable.all(session).map(\.table.name))
      for table in try session.plainTables() where !sealed.contains(table.name) {
        // What is no part of a booking: the tables' versions, settings, who looked at what, and the bytes of messages, which
        // the doctor reads again and holds against the sealed digest of what they say.
        #expect(
          ["booking_seal", "company_setting", "fact_salt", "message_content", "message_piece", "page_view", "schema_version"]
            .contains(table.name))
      }
      for name in sealed.sorted() {
        #expect(try Int.fetchOne(database, sql: "select count(*) from \(name)") ?? 0 > 0, "\(name) is empty in the test")
      }
      #expect(try StoreReader(session: session).sealVerdict().firstBroken == nil)
    }
  }

  @Test func `a thousand changes behind the program's back are all seen, and the first booking is named`() throws {
    let copy = try SealedCopy(of: try FullDesk.make())
    var chance = SeededChance(Seeds.first)

    for round in 0..<1000 {
      let seen = try copy.tampering(&chance)
      #expect(seen.found == seen.expected, "round \(round): \(seen.what)")
    }
  }

  @Test func `a tail that was cut off shows by a seal that was noted before`() throws {
    let desk = try FullDesk.make()
    let noted = try #require(try desk.run("doctor --verify").text.firstMatch(of: /Nieuwste zegel: (b-\d+) ([0-9a-f]{16})/))
    let number = Int(noted.1.dropFirst(2)) ?? 0

    let names =
      "select m.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.name = 'booking'"
    let tables = try desk.tool("sqlite3", Desk.databaseName, names).text.split(separator: "\n")
    let cuts = tables.map { "delete from \($0) where booking = \(number);" } + ["delete from booking where number = \(number);"]
    try desk.tool("sqlite3", Desk.databaseName, cuts.joined())

    #expect(try desk.run("doctor --verify").text.contains("goed    Zegels van de boekingen"))
    let found = try desk.run("doctor --verify --seal \(noted.2)", exit: 74)
    #expect(found.text.contains("Zegel \(noted.2) staat niet in vakmatrix.sqlite."))
  }

  @Test func `a database from before there were seals is sealed when it is brought to the newest version`() throws {
    let desk = try Desk(.company)
    let old = try desk.shell(
      "sqlite3 vakmatrix.sqlite 'drop table booking_seal; drop table fact_salt; drop table erasure; drop table resealed_booking;"
        + " drop table restriction; drop table own_view; delete from schema_version where version >= 7'")
    #expect(old.exit == 0)

    #expect(try desk.run("doctor --verify", exit: 74).text.contains("fout    Zegels van de boekingen"))
    try desk.run("matrix set sanne LAS-01=aangeleerd --by mo")

    #expect(try desk.run("doctor --verify").text.contains("Nieuwste zegel: b-0002"))
  }
}
