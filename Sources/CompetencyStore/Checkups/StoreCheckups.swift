public import CompetencyCore
internal import GRDB

extension Store {
  /// Looks the database over without changing it: its file, its pages, its tables, then what the body looks at.
  ///
  /// - Parameters:
  ///   - isThorough: whether every page is held against its sum too.
  ///   - body: looks at the facts; it is not asked when the tables are not those of this program.
  public func checkups(isThorough: Bool, _ body: (StoreReader) -> [Checkup]) -> [Checkup] {
    // Before the database is opened, for opening it makes files beside it.
    let files = [leftovers, rights]
    let bytes = isThorough && exists ? [writtenPages] : []
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    var found: [Checkup] = []
    do throws(Refusal) {
      guard exists else { throw Refusal(.notFound, .database_missing, at: SourcePlace(file: path), values: ["file": path]) }
      try attempt(isReading: true) {
        try DatabaseQueue(path: path, configuration: configuration).read { database in found = look(at: database, body) }
      }
    } catch {
      // SQLite ends the moment of reading itself when it meets damage; what was found until then is told.
      if found.isEmpty { found = [Checkup("database", error)] }
    }
    return found + bytes + files
  }

  private func look(at database: Database, _ body: (StoreReader) -> [Checkup]) -> [Checkup] {
    let version = checkup("version") {
      try Schema.checkReadable(database)
      return try Self.version(of: database)
    }
    // What another program or a newer version made cannot be judged.
    guard version.isGood else { return [version] }
    let pages = [
      checkup("pages") { try Self.pages(of: database) }, checkup("references") { try Self.references(in: database) },
      checkup("tables") { try Self.tables(of: database) }, checkup("journal") { try Self.journal(of: database) },
    ]
    return [version] + pages + body(StoreReader(session: SQLSession(database)))
  }

  /// A checkup of what may refuse to be read; what is found wrong is damage.
  private func checkup(_ name: String, _ look: () throws -> (detail: String, problem: Problem?)) -> Checkup {
    do throws(Refusal) {
      let (detail, problem) = try attempt(isReading: true, look)
      return Checkup(name, detail: detail, problem.map { [naming($0)] } ?? [])
    } catch {
      return Checkup(name, error)
    }
  }

  private func naming(_ problem: Problem) -> Problem {
    Problem(problem.code, at: SourcePlace(file: path), values: problem.values.merging(["file": path]) { $1 })
  }

  /// The steps that the database went through, of which none may lack.
  private static func version(of database: Database) throws -> (String, Problem?) {
    let steps = try SQLSession(database).rows(.schema_versions) { try $0.integer(0) }.sorted()
    guard let newest = steps.last, steps == Array(1...max(1, newest)) else {
      return ("", Problem(.database_damaged, values: ["detail": "schema_version"]))
    }
    return ("\(newest)", nil)
  }

  /// SQLite's own look at every page, every index and every check of a column.
  static func pages(of database: Database) throws -> (String, Problem?) {
    let found = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)")
    guard let first = found.first, !sameBytes(first, "ok") else { return ("ok", nil) }
    let line = first.utf8.split(separator: 0x0A).last.map { String(decoding: $0, as: UTF8.self) } ?? first
    return (line, Problem(.database_damaged, values: ["detail": line]))
  }

  static func references(in database: Database) throws -> (String, Problem?) {
    let found = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
    guard let first = found.first else { return ("ok", nil) }
    let table = String.fromDatabaseValue(first[0]) ?? ""
    return ("\(found.count)", Problem(.database_damaged, values: ["detail": "foreign_key_check: \(table), \(found.count)"]))
  }

  /// The tables as the steps to this version make them, held against those that are there.
  private static func tables(of database: Database) throws -> (String, Problem?) {
    let fresh = try DatabaseQueue()
    let version = try Schema.current(SQLSession(database))
    let expected = try fresh.write { database in
      for script in [Migration.start] + Migration.scripts.prefix(version) { try database.execute(sql: script) }
      return try definitions(in: database)
    }
    let found = try definitions(in: database)
    let wrong = expected.filter { definition in !found.contains { sameBytes($0, definition) } }
    guard wrong.isEmpty else {
      let names = wrong.map { $0.utf8.prefix { $0 != 0x0A } }.map { String(decoding: $0, as: UTF8.self) }
      return (names.joined(separator: ", "), Problem(.database_damaged, values: ["detail": names[0]]))
    }
    return ("\(expected.count)", nil)
  }

  /// The name and the text of each table and index that somebody made, the name first.
  private static func definitions(in database: Database) throws -> [String] {
    let sql = "select name || char(10) || sql from sqlite_master where sql is not null and name not like 'sqlite!_%' escape '!'"
    return try String.fetchAll(database, sql: sql + " order by name")
  }

  /// Every write asks for a write-ahead log; until the next one, a database from elsewhere may have none.
  private static func journal(of database: Database) throws -> (String, Problem?) {
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
    return (mode, sameBytes(mode, "wal") ? nil : Problem(.journal_not_wal, values: ["detail": mode]))
  }
}
