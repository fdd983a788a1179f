public import CompetencyCore
internal import GRDB
internal import Glibc

extension Store {
  /// Fills a database that is not there yet, or in which nothing was booked, from rows; whole or not at all.
  ///
  /// It is made beside its place and put there when it is finished and on the disk, so that whoever looks sees none or all of it.
  /// - Parameters:
  ///   - version: the version of the tables that the rows are of; newer steps follow after them.
  ///   - isRehearsal: whether it is made only to see whether it goes, and nothing is kept.
  ///   - body: adds every row of every table, those of the versions too.
  /// - Throws: ``Refusal`` of the body, or when something was booked in the database already, or it cannot be made.
  public func restore<Value>(
    version: Int, isRehearsal: Bool, at now: Instant, _ body: (PlainWriter) throws -> Value
  ) throws(Refusal) -> Value {
    try refuseBooked()
    var configuration = Configuration()
    // What a row names may come after it; all of it is looked at when everything is in.
    configuration.foreignKeysEnabled = false
    guard !isRehearsal else {
      return try attempt { try fill(DatabaseQueue(path: "", configuration: configuration), version, now, body) }
    }
    let half = try HalfMadeDatabase(for: path, gate)
    defer { half.clear() }
    let value = try attempt {
      let queue = try DatabaseQueue(path: half.path, configuration: configuration)
      let value = try fill(queue, version, now, body)
      try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode=WAL") }
      try queue.close()
      return value
    }
    let turn = try WriterLock(beside: path, holder: holder)
    defer { withExtendedLifetime(turn) {} }
    try refuseBooked()
    try half.sync()
    gate.close()
    try half.putInPlace()
    try? PageSums.make(beside: path)
    return value
  }

  private func fill<Value>(
    _ queue: DatabaseQueue, _ version: Int, _ now: Instant, _ body: (PlainWriter) throws -> Value
  ) throws -> Value {
    try queue.inDatabase { database in
      // Nothing of it is anywhere until it is put in place, so a journal on the disk would protect nothing.
      try database.execute(sql: "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA cache_size=-24576")
      var value: Value?
      try database.inTransaction(.immediate) {
        for script in [Migration.start] + Migration.scripts.prefix(version) { try database.execute(sql: script) }
        let session = SQLSession(database)
        // What a step put into an empty table is among the rows that come.
        for table in try session.plainTables() { try database.execute(sql: "delete from \(table.name)") }
        value = try body(PlainWriter(session))
        return .commit
      }
      try Schema.migrate(database, at: now)
      try PageGeneration.renew(database)
      guard let value else { throw damaged("") }
      return value
    }
  }

  /// Refuses a database in which something was booked, and one that is not ours.
  func refuseBooked() throws(Refusal) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 else { return }
    let isBooked = try attempt(isReading: true) {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      return try DatabaseQueue(path: path, configuration: configuration).read { database in
        if try Schema.isEmpty(database) { return false }
        try Schema.checkReadable(database)
        return try database.tableExists("booking") && !SQLSession(database).rows(.all_bookings) { _ in true }.isEmpty
      }
    }
    if isBooked { throw Refusal(.cannotCreate, .restore_target, at: SourcePlace(file: path), values: ["file": path]) }
  }
}
