public import CompetencyCore
internal import GRDB
internal import Glibc

/// The database of one company: facts that are only ever added.
///
/// Readers see one moment and never wait; writers take turns over all processes. What ``write(creating:_:)`` has returned
/// from is on the disk (`synchronous=FULL`, read back at every opening) and in the file itself (checkpointed).
public struct Store: Sendable {
  /// The database's file as the person gave it.
  public let path: String
  /// Decides between a Ctrl-C and a commit.
  public let gate: CommitGate
  /// What others are told when they wait for this program.
  let holder: String
  /// Connections that stay open between readings; nil for a program that reads once.
  let readers: ReaderPool?

  /// The store in this file; nothing is opened yet.
  public init(path: String, holder: String, gate: CommitGate, readers: ReaderPool? = nil) {
    (self.path, self.holder, self.gate, self.readers) = (path, holder, gate, readers)
  }

  /// The version of the tables that this program makes.
  public static var newestTablesVersion: Int { Migration.newest }

  /// Whether the database's file is there.
  public var exists: Bool { access(path, F_OK) == 0 }

  /// Reads within one moment of the database.
  ///
  /// - Throws: ``Refusal`` when the database is missing, damaged, newer than the program or not ours.
  public func read<Value>(_ body: (StoreReader) throws -> Value) throws(Refusal) -> Value {
    guard exists else { throw Refusal(.notFound, .database_missing, at: SourcePlace(file: path), values: ["file": path]) }
    return try attempt(isReading: true) {
      let connection = try readers?.take() ?? ReadingConnection(path: path)
      let value = try connection.read(body)
      // After a failure nobody knows what state a connection is in.
      readers?.give(connection)
      return value
    }
  }

  /// Runs a transaction on a copy of the database that is gone afterwards; nobody waits for it, and it for nobody.
  ///
  /// - Throws: ``Refusal`` of the body, or when the database is missing, damaged or newer than the program.
  public func rehearse<Value>(_ body: (StoreWriter) throws -> Value) throws(Refusal) -> Value {
    guard exists else { throw Refusal(.notFound, .database_missing, at: SourcePlace(file: path), values: ["file": path]) }
    return try attempt {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      // A file without a name is on disk when it is large, is nobody else's, and goes away by itself.
      let copy = try DatabaseQueue(path: "")
      try DatabaseQueue(path: path, configuration: configuration).backup(to: copy)
      return try copy.inDatabase { database in
        try Schema.migrate(database, at: Instant(milliseconds: 0))
        return try transaction(database, isRehearsal: true) { try body(StoreWriter(session: SQLSession(database))) }
      }
    }
  }

  /// Runs one writing transaction; when the body throws, nothing of it is kept.
  ///
  /// - Parameter creating: whether a missing database is made.
  /// - Throws: ``Refusal`` of the body, or when the database is missing, busy, damaged, full or newer than the program.
  public func write<Value>(creating: Bool = false, at now: Instant, _ body: (StoreWriter) throws -> Value) throws(Refusal)
    -> Value
  {
    try write(creating: creating, at: now, erases: false, body)
  }

  private func write<Value>(
    creating: Bool = false, at now: Instant, erases: Bool, _ body: (StoreWriter) throws -> Value
  ) throws(Refusal) -> Value {
    guard creating || exists else {
      throw Refusal(.notFound, .database_missing, at: SourcePlace(file: path), values: ["file": path])
    }
    let turn = try WriterLock(beside: path, holder: holder)
    defer { withExtendedLifetime(turn) {} }
    return try attempt {
      try makePrivateFile()
      try refuseForeign()
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.inDatabase { database in
        try Durability.set(on: database, file: path)
        if erases { try database.execute(sql: "PRAGMA secure_delete = ON") }
        try Schema.migrate(database, at: now)
        let session = SQLSession(database)
        let (generation, changes) = (try PageGeneration.current(of: database), database.totalChangesCount)
        let value = try transaction(database, isRehearsal: false) {
          let value = try body(StoreWriter(session: session))
          try session.sealBookings(session.written(of: try SealedTable.ofNewest(session)))
          if database.totalChangesCount != changes { try PageGeneration.renew(database) }
          return value
        }
        // Within the same turn, so that no other connection writes or checkpoints meanwhile. What is committed is kept
        // whether or not the checkpoint gets through, which a reader may hold up; it must not be told as a failure.
        let log = try? database.checkpoint(.passive)
        try? PageSums.keep(
          of: database, since: generation, log: log.map { ($0.walFrameCount, $0.checkpointedFrameCount) })
        return value
      }
    }
  }

  /// Runs one writing transaction that erases, and takes what it erased out of the bytes of the database and its log.
  ///
  /// - Returns: what the body gave, and whether nothing is left in the bytes; not so while somebody reads an older moment.
  /// - Throws: ``Refusal`` as ``write(creating:at:_:)`` does.
  public func erase<Value>(
    at now: Instant, _ body: (StoreWriter) throws -> Value
  ) throws(Refusal) -> (value: Value, isCleared: Bool) {
    let value = try write(at: now, erases: true, body)
    return (value, (try? clear()) ?? false)
  }

  /// Makes the database anew from what is in it, so that no page and no log holds what is gone.
  private func clear() throws(Refusal) -> Bool {
    let turn = try WriterLock(beside: path, holder: holder)
    defer { withExtendedLifetime(turn) {} }
    return try attempt {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.inDatabase { database in
        try Durability.set(on: database, file: path)
        try database.execute(sql: "PRAGMA secure_delete = ON")
        // Before, for a program that is ended in between must not leave sums that seem to be of the new pages.
        try database.inTransaction(.immediate) {
          try PageGeneration.renew(database)
          return .commit
        }
        try database.execute(sql: "VACUUM")
        let cleared = try? database.checkpoint(.truncate)
        try? PageSums.keep(
          of: database, since: PageGeneration.none, log: cleared.map { ($0.walFrameCount, $0.checkpointedFrameCount) })
        var log = stat()
        return stat(path + "-wal", &log) != 0 || log.st_size == 0
      }
    }
  }

  private func transaction<Value>(_ database: Database, isRehearsal: Bool, _ body: () throws -> Value) throws -> Value {
    try database.beginTransaction(.immediate)
    do {
      let value = try body()
      if isRehearsal {
        try database.rollback()
        return value
      }
      gate.close()
      do {
        try database.commit()
      } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_IOERR_FSYNC {
        // What was written may be there or not once the database is opened again; a sync is not tried twice.
        throw Refusal(.ioFailed, .save_unconfirmed, at: SourcePlace(file: path), values: ["file": path])
      }
      return value
    } catch {
      try? database.rollback()
      throw error
    }
  }

  /// A database is for its owner alone from its first byte.
  ///
  /// A file that is there is never opened here: closing it would let go of the locks of every connection of this process (POSIX),
  /// and another program, seeing none, would throw the log away under a server's hands.
  private func makePrivateFile() throws(Refusal) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      // The mask of the account may have taken rights away, and not given any.
      fchmod(descriptor, 0o600)
      close(descriptor)
    } else if errno == EEXIST {
      guard access(path, R_OK | W_OK) == 0 else { throw refusal(forSystemError: errno, file: path) }
      var status = stat()
      if stat(path, &status) == 0, status.st_size == 0 { chmod(path, 0o600) }
    } else {
      throw refusal(forSystemError: errno, file: path)
    }
  }

  /// Another program's database is refused before anything of it is changed, its journal too.
  func refuseForeign() throws {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 else { return }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    try DatabaseQueue(path: path, configuration: configuration).read { database in
      if try !Schema.isEmpty(database) { try Schema.checkReadable(database) }
    }
  }

  /// What the body reads, with what the database says against it as a refusal.
  public func telling<Value>(_ body: () throws -> Value) throws(Refusal) -> Value { try attempt(isReading: true, body) }

  /// What the body does, with what the database says as a refusal.
  func attempt<Value>(isReading: Bool = false, _ body: () throws -> Value) throws(Refusal) -> Value {
    do { return try body() } catch { throw refusal(for: error, file: path, isReading: isReading) }
  }
}

/// What a writing connection must be set to before it may write.
enum Durability {
  /// How much of the database a writer keeps in memory, in KiB: with SQLite's own 2 MB a large import writes pages out and
  /// reads them back several times before it commits.
  private static let cacheKiB = 24 << 10

  /// Sets it, and reads back whether it is so.
  ///
  /// GRDB is not asked for the log: on each opening it would then write and sync a transaction of its own, and with NORMAL.
  static func set(on database: Database, file: String) throws {
    // Asking for the log of a database that has one changes nothing.
    if try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") != "wal" { try turnToLog(database) }
    try database.execute(sql: "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-\(cacheKiB)")
    let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
    let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
    guard synchronous == 2, journal == "wal" else {
      throw Refusal(.configuration, .not_durable, at: SourcePlace(file: file), values: ["file": file])
    }
  }

  /// Tries once more to keep a log, after finding out what was in the way.
  ///
  /// SQLite answers with the old kind of journal when it cannot turn to a log, and keeps to itself that the disk is full or
  /// broken. A small write says so.
  private static func turnToLog(_ database: Database) throws {
    try database.inTransaction(.immediate) {
      try PageGeneration.renew(database)
      return .commit
    }
    _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
  }
}
