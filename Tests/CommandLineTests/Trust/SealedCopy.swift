import CompetencyCore
import Foundation
import GRDB

@testable import CompetencyStore

/// A copy of a database in memory, in which rows are changed past the program, looked at, and put back.
struct SealedCopy {
  let queue: DatabaseQueue
  private let tables: [PlainTable]
  private let sizes: [String: Int]
  /// What somebody noted before anything was changed.
  private let noted: SealVerdict.Seal

  init(of desk: Desk) throws {
    queue = try DatabaseQueue()
    try DatabaseQueue(path: desk.folder.appendingPathComponent(Desk.databaseName).path).backup(to: queue)
    (tables, sizes, noted) = try queue.inDatabase { database in
      // Who tampers does not mind rules.
      try database.execute(sql: "pragma foreign_keys = off; pragma ignore_check_constraints = on")
      let session = SQLSession(database)
      let tables =
        try SealedTable.all(session).map(\.table)
        + session.plainTables().filter { ["booking_seal", "fact_salt"].contains($0.name) }
      let sizes = try tables.map { ($0.name, try Int.fetchOne(database, sql: "select count(*) from \($0.name)") ?? 0) }
      guard let noted = try StoreReader(session: session).newestSeal() else { throw CocoaError(.featureUnsupported) }
      return (tables, Dictionary(uniqueKeysWithValues: sizes), noted)
    }
  }

  struct Seen {
    let what: String
    /// The first booking that is named, and the one that must be.
    let found, expected: Int?
  }

  /// Changes something by chance, asks for the verdict, and puts it back.
  func tampering(_ chance: inout SeededChance) throws -> Seen {
    try queue.inDatabase { database in
      while true {
        try database.execute(sql: "begin")
        defer { try? database.execute(sql: "rollback") }
        guard let (what, expected) = try tamper(database, &chance) else { continue }
        let verdict = try StoreReader(session: SQLSession(database)).sealVerdict()
        let isCut = verdict.firstBroken == nil && !verdict.seals.contains { sameBytes($0.hex, noted.hex) }
        let found = isCut ? (verdict.seals.last?.booking.number ?? 0) + 1 : verdict.firstBroken?.booking.number
        return Seen(what: what, found: found, expected: expected)
      }
    }
  }

  /// One change, and the first booking that it concerns; nil when the database cannot hold it or nothing changed.
  private func tamper(_ database: Database, _ chance: inout SeededChance) throws -> (String, Int)? {
    if Int.random(in: 0..<10, using: &chance) == 0 { return try cut(database, &chance) }
    guard let table = tables.randomElement(using: &chance), let row = try row(of: table, database, &chance),
      let column = table.columns.randomElement(using: &chance)
    else { return nil }
    let booking = try booking(of: row, in: table, column.name, database)
    let (id, value) = (row["the_row"] as Int64, row[column.name] as DatabaseValue)
    do {
      switch Int.random(in: 0..<3, using: &chance) {
      case 0:
        let other: DatabaseValue =
          if !value.isNull, !column.isRequired, Bool.random(using: &chance) { .null } else {
            column.kind == .integer
              ? ((Int.fromDatabaseValue(value) ?? 0) + 1).databaseValue
              : ((String.fromDatabaseValue(value) ?? "") + "x").databaseValue
          }
        try set(column, of: table, other, id, database)
        return ("\(table.name) \(row): \(column.name) becomes \(other)", booking)
      case 1:
        try database.execute(sql: "delete from \(table.name) where rowid = ?", arguments: [id])
        return ("\(table.name) \(row) is deleted", try self.booking(of: row, in: table, "digest", database))
      default:
        guard let second = try self.row(of: table, database, &chance) else { return nil }
        let others = second[column.name] as DatabaseValue
        if others == value { return nil }
        try set(column, of: table, value, second["the_row"], database)
        try set(column, of: table, others, id, database)
        let both = min(booking, try self.booking(of: second, in: table, column.name, database))
        return ("\(table.name) \(row) and \(second) swap \(column.name)", both)
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return nil
    }
  }

  /// Cuts off the newest bookings with all that belongs to them.
  private func cut(_ database: Database, _ chance: inout SeededChance) throws -> (String, Int) {
    let first = Int.random(in: 1...noted.booking.number, using: &chance)
    // A booking that was sealed anew by one that is cut off has no seal that fits it any more.
    let anew = try Int.fetchOne(
      database, sql: "select min(resealed) from resealed_booking where booking >= ?", arguments: [first])
    for table in tables where !sameBytes(table.name, "school_message") {
      try database.execute(sql: "delete from \(table.name) where \(Self.number(of: table)) >= ?", arguments: [first])
    }
    return ("cut from \(first)", min(first, anew ?? first))
  }

  private func set(
    _ column: PlainTable.Column, of table: PlainTable, _ value: DatabaseValue, _ id: Int64, _ database: Database
  ) throws {
    try database.execute(
      sql: "update \(table.name) set \(column.name) = ? where rowid = ?", arguments: [value, id])
  }

  private func row(of table: PlainTable, _ database: Database, _ chance: inout SeededChance) throws -> Row? {
    guard let size = sizes[table.name], size > 0 else { return nil }
    let place = Int.random(in: 0..<size, using: &chance)
    return try Row.fetchOne(database, sql: "select rowid as the_row, * from \(table.name) limit 1 offset \(place)")
  }

  private func booking(of row: Row, in table: PlainTable, _ column: String, _ database: Database) throws -> Int {
    // A seal that was made anew is that of an earlier booking.
    if sameBytes(table.name, "resealed_booking"), ["digest", "resealed"].contains(column) { return row["resealed"] }
    guard sameBytes(table.name, "school_message") else { return row[Self.number(of: table)] }
    let sql = "select min(booking) from message_arrival where sender = ? and message_id = ?"
    return try Int.fetchOne(database, sql: sql, arguments: [row["sender"] as String, row["message_id"] as String]) ?? 0
  }

  private static func number(of table: PlainTable) -> String { sameBytes(table.name, "booking") ? "number" : "booking" }
}
