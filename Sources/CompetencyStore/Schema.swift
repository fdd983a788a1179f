internal import CompetencyCore
internal import GRDB

/// The version of the database's tables, held against the one that this program knows.
enum Schema {
  /// The first version that has the tables of conversations.
  static let firstWithConversations = 3
  /// The first version that has ways of learning and routes planned anew.
  static let firstWithRouteChanges = 4
  /// The first version that knows of walls.
  static let firstWithWalls = 5
  /// The first version that has what pages need.
  static let firstWithPages = 6
  /// The first version that has seals.
  static let firstWithSeals = 7
  /// The first version that knows of erasures and restrictions.
  static let firstWithPrivacy = 8

  /// Brings a database to the newest version, each step in a transaction of its own.
  static func migrate(_ database: Database, at now: Instant) throws {
    if try isEmpty(database) { try database.execute(sql: Migration.start) }
    try checkReadable(database)
    let session = SQLSession(database)
    let version = try current(session)
    for next in version..<Migration.newest {
      try database.inTransaction(.immediate) {
        try database.execute(sql: Migration.scripts[next])
        try session.run(.add_schema_version, [.integer(next + 1), .integer(Int(now.milliseconds))])
        // What was booked before there were seals is sealed as it stands.
        if next + 1 == firstWithSeals { try session.sealBookings(try SealedTable.all(session)) }
        try PageGeneration.renew(database)
        return .commit
      }
    }
  }

  /// Refuses what another program made, and what a newer version of this one made.
  static func checkReadable(_ database: Database) throws {
    let found: Int
    do {
      found = try current(SQLSession(database))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      // The list of tables is read only when the question could not be asked: that takes longer than the question.
      if try database.tableExists("schema_version") { throw error }
      throw Refusal(.ioFailed, .not_a_database, values: ["file": "", "detail": ""])
    }
    guard found <= Migration.newest else {
      throw Refusal(.configuration, .database_newer, values: ["found": "\(found)", "known": "\(Migration.newest)"])
    }
  }

  /// Whether nothing was ever made in the database.
  static func isEmpty(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "select count(*) from sqlite_master") == 0
  }

  /// The version of the tables.
  static func current(_ session: SQLSession) throws -> Int {
    try session.rows(.schema_versions) { try $0.integer(0) }.max() ?? 0
  }
}
