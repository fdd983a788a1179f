internal import CompetencyCore
internal import GRDB
internal import GRDBSQLite

extension PageSums {
  /// Brings the sums beside a database to its newest moment, at the end of a turn to write.
  ///
  /// From the log where that tells which pages the transaction wrote, and else of every page anew: after a program was ended
  /// between saving and this, or another put a file in the place of the database.
  ///
  /// - Parameters:
  ///   - former: the generation before the transaction.
  ///   - log: how many frames the log has, and how many of them are in the file by now; nil when nobody knows.
  static func keep(of database: Database, since former: Int32, log: (frames: Int, inFile: Int)?) throws {
    guard let connection = database.sqliteConnection, let log, let path = path(of: connection) else { return }
    let current = try PageGeneration.current(connection)
    if current == PageGeneration.none { return }
    let sums = PageSums(beside: path)
    if let sums, sums.generation == current { return }
    if let sums, former != PageGeneration.none, sums.generation == former,
      let newest = PageLog(beside: path, pageSize: sums.pageSize)?.newest(of: log.frames)
    {
      let now = sums.sums(with: newest.sums, pageCount: newest.pageCount)
      PageSums(generation: current, pageSize: sums.pageSize, sums: now)
        .write(beside: path, changed: newest.sums.keys.map { $0 - 1 })
    } else if log.frames == log.inFile, let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size"),
      let pageCount = try Int.fetchOne(database, sql: "PRAGMA page_count"),
      let found = PageFile(connection, pageSize: pageSize)?.sums(of: pageCount)
    {
      PageSums(generation: current, pageSize: pageSize, sums: found).write(beside: path)
    }
  }

  /// Makes the sums of a database that nobody else uses yet, and whose log holds nothing.
  static func make(beside path: String) throws {
    try DatabaseQueue(path: path).inDatabase {
      try keep(of: $0, since: PageGeneration.none, log: (frames: 0, inFile: 0))
    }
  }

  /// These sums with those of what was written since.
  private func sums(with newest: [Int: UInt64], pageCount: Int) -> [UInt64] {
    var sums = Array(self.sums.prefix(pageCount))
    sums += [UInt64](repeating: Self.unknown, count: pageCount - sums.count)
    for (page, sum) in newest where page <= pageCount { sums[page - 1] = sum }
    return sums
  }

  /// The pages that are neither in the file nor in the log as they were written; nil when these sums are of another moment.
  func changedPages(of connection: OpaquePointer) throws -> [Int]? {
    guard generation == (try PageGeneration.current(connection)), let path = Self.path(of: connection) else { return nil }
    guard let found = PageFile(connection, pageSize: pageSize)?.sums(of: sums.count) else { throw damaged("xRead") }
    let differing = sums.indices.filter { sums[$0] != Self.unknown && sums[$0] != found[$0] }
    if differing.isEmpty { return [] }
    let logged = PageLog(beside: path, pageSize: pageSize)?.sums(of: Set(differing.map { $0 + 1 })) ?? []
    return differing.filter { !logged.contains(PageLog.PageAndSum(page: $0 + 1, sum: sums[$0])) }.map { $0 + 1 }
  }

  /// Where the database is, whatever name led to it; there its log is too.
  static func path(of connection: OpaquePointer) -> String? {
    sqlite3_db_filename(connection, "main").map { String(cString: $0) }
  }
}
