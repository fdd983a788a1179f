public import CompetencyCore
internal import GRDB
internal import Glibc

/// What a copy of a database was found to hold when it was looked over.
public struct BackupContent: Sendable {
  /// How many bookings it has.
  public let bookings: Int
  /// The newest seal; nil when nothing was booked, or in a copy from before there were seals.
  public let newest: SealVerdict.Seal?
}

extension Store {
  /// Copies the database as it is at this moment, also while others write, and looks the copy over; whole or not at all.
  ///
  /// It is there only when it has been put back into a scratch place, and every page, reference and seal of that is good.
  /// - Parameter target: a file that is not there yet.
  /// - Throws: ``Refusal`` when the file is there, cannot be made, or the copy is not good.
  public func backUp(to target: String) throws(Refusal) -> BackupContent {
    guard exists else { throw Refusal(.notFound, .database_missing, at: SourcePlace(file: path), values: ["file": path]) }
    guard access(target, F_OK) != 0 else {
      throw Refusal(.cannotCreate, .backup_target, at: SourcePlace(file: target), values: ["file": target])
    }
    let half = try HalfMadeDatabase(for: target, gate)
    defer { half.clear() }
    try copy(path, to: half.path, isLog: false)
    try half.sync()
    let content = try Store(path: target, holder: holder, gate: gate).putBack(half.path, isRehearsal: true, replacing: nil)
    gate.close()
    try half.putInPlace()
    return content
  }

  /// Puts a copy in the place of the database, and lays aside what stands there; whole or not at all.
  ///
  /// - Parameters:
  ///   - file: a copy that ``backUp(to:)`` made.
  ///   - isRehearsal: whether it is only made and looked over beside its place.
  ///   - aside: where what stands there is kept; nil to refuse a database in which something was booked.
  /// - Throws: ``Refusal`` when the copy is not good, the database is in use, or it cannot be made.
  public func putBack(_ file: String, isRehearsal: Bool, replacing aside: String?) throws(Refusal) -> BackupContent {
    let half = try HalfMadeDatabase(for: path, gate)
    defer { half.clear() }
    try copy(file, to: half.path, isLog: true)
    let content = try attempt(isReading: true) { try Self.content(ofCopy: half.path) }
    if isRehearsal { return content }
    let turn = try WriterLock(beside: path, holder: holder)
    defer { withExtendedLifetime(turn) {} }
    if let aside { try layAside(as: aside) } else { try refuseBooked() }
    try half.sync()
    gate.close()
    try half.putInPlace()
    try? PageSums.make(beside: path)
    return content
  }

  /// Copies a database into an empty file, with its pages as they are.
  private func copy(_ file: String, to empty: String, isLog: Bool) throws(Refusal) {
    try Store(path: file, holder: holder, gate: gate).attempt(isReading: true) {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      let source = try DatabaseQueue(path: file, configuration: configuration)
      try source.read { if try !Schema.isEmpty($0) { try Schema.checkReadable($0) } }
      let copy = try DatabaseQueue(path: empty)
      try source.backup(to: copy)
      // A copy that lies somewhere is one file; one that is used has a log.
      try copy.inDatabase {
        try $0.execute(sql: "PRAGMA journal_mode=\(isLog ? "WAL" : "DELETE")")
        // Copying changes the head of the file: a copy is a moment of its own.
        try PageGeneration.renew($0)
      }
      try copy.close()
    }
  }

  /// What a copy holds; refused when a page, a reference or a seal of it is not good.
  private static func content(ofCopy path: String) throws -> BackupContent {
    try DatabaseQueue(path: path).read { database in
      try Schema.checkReadable(database)
      if let fault = try Self.pages(of: database).1 ?? Self.references(in: database).1 {
        throw damaged(fault.values["detail"] ?? "")
      }
      let reader = StoreReader(session: SQLSession(database))
      let bookings = try reader.records().bookings.count
      guard try reader.hasSeals() else { return BackupContent(bookings: bookings, newest: nil) }
      let verdict = try reader.sealVerdict()
      if let (booking, why) = verdict.firstBroken {
        throw Refusal(.ioFailed, .seal_broken, values: ["kind": why.rawValue, "booking": booking.description, "file": ""])
      }
      return BackupContent(bookings: bookings, newest: verdict.seals.last)
    }
  }

  /// Gives the database a second name, under which it stays when another takes its place.
  private func layAside(as aside: String) throws(Refusal) {
    guard exists else { return }
    guard !isOpenSomewhere else {
      throw Refusal(.busy, .restore_in_use, at: SourcePlace(file: path), values: ["file": path])
    }
    try attempt {
      try refuseForeign()
      let queue = try DatabaseQueue(path: path)
      // All that its log holds goes into the file, for the log does not go along.
      try queue.inDatabase { _ = try $0.checkpoint(.truncate) }
      try queue.close()
    }
    guard link(path, aside) == 0 else { throw refusal(forSystemError: errno, file: aside) }
    syncFolder(of: aside)
  }
}
