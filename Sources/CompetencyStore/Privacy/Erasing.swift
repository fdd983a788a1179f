public import CompetencyCore
internal import GRDB

/// Takes a trainee out of the tables, within one transaction; what is left is sealed anew.
///
/// Facts are only ever added, but for this: the law asks for it, and a tombstone tells that it was done.
public struct Eraser {
  let order: ErasureOrder
  let session: SQLSession
  private let person: PersonFacts
  private let tables: [PlainTable]
  /// The made-up number for each by which schools know the trainee.
  let participants: [String: String]
  /// The facts of which a row changed or went.
  var changed: Set<FactID> = []
  /// The bookings of which a row changed that is no fact's.
  var changedBookings: Set<Int> = []
  /// How many texts went.
  public private(set) var textCount = 0
  /// How many facts lost something.
  public var factCount: Int { changed.count }

  init(_ order: ErasureOrder, _ session: SQLSession) throws {
    (self.order, self.session) = (order, session)
    person = try PersonFacts(of: order.trainee, order.readings, session)
    // Also those that never leave the database.
    tables = try session.allTables()
    let known = Set(order.participants.map(\.text)).sorted()
    let number = Self.number(of: order.stand)
    participants = Dictionary(
      uniqueKeysWithValues: known.enumerated().map { ($1, "gewist:" + number + ($0 == 0 ? "" : "-\($0 + 1)")) })
    // A message is renamed in all tables before its references are looked at.
    try session.control("PRAGMA defer_foreign_keys = ON")
  }

  /// The messages with forms about the trainee.
  public func messages() throws -> [MessageKey] { try person.messages() }

  /// Whether all forms of a message are about the trainee.
  public func isWholly(_ message: MessageKey) throws -> Bool {
    let own = Set(person.facts)
    return try session.rows(.readings_of_message, message.values) { row in
      guard let booking = BookingNumber(try row.integer(0)) else { throw damaged("form_arrival") }
      return own.contains(FactID(booking: booking, ordinal: try row.integer(1)))
    }.allSatisfy { $0 }
  }

  /// Takes the trainee out of every table, but for the bytes of messages.
  public mutating func run() throws {
    for table in tables { try eraseOwn(table) }
    if order.extent == .person {
      try dropSecrets()
      for table in tables { try eraseMentions(table) }
    }
  }

  /// The rows of the trainee's own facts.
  private mutating func eraseOwn(_ table: PlainTable) throws {
    var rows: [(FactID, Row)] = []
    try person.eachRow(of: table) { rows.append(($0, $1)) }
    for (fact, row) in rows {
      if sameBytes(table.name, "written_text") {
        let kind: String = row["kind"]
        guard order.extent == .person || !Self.names.contains(kind) else { continue }
        try delete(row, of: table)
        textCount += 1
        changed.insert(fact)
      } else if try change(row, of: table, own) {
        changed.insert(fact)
      }
    }
  }

  /// Texts that are names, or about no person: they stay when only words go.
  private static let names: Set<String> = ["participant", "judge", "owner", "task_name", "lesson"]

  /// What becomes of a value of the trainee's own row; nil when it stays.
  private func own(_ value: String, _ column: PlainTable.Column, _ table: PlainTable) -> String? {
    let use = DataRegister.use(of: column.name, in: table.name)
    if use == .digest { return SealedBooking.newSalt() + SealedBooking.newSalt() }
    guard order.extent == .person else { return nil }
    switch use {
    case .identity:
      let isGiven = sameBytes(column.name, "given_name")
      return isGiven ? "Gewist" : sameBytes(column.name, "family_name") ? Self.number(of: order.stand) : ""
    case .text where sameBytes(column.name, "file_name"): return order.stand.text + ".xml"
    default: return nil
    }
  }

  /// The number of the made-up id.
  private static func number(of stand: TraineeID) -> String {
    String(decoding: stand.text.utf8.reversed().prefix { (0x30...0x39).contains($0) }.reversed(), as: UTF8.self)
  }

  /// What somebody signs in with.
  private func dropSecrets() throws {
    for table in tables where table.columns.contains(where: { DataRegister.use(of: $0.name, in: table.name) == .secret }) {
      try session.database.execute(sql: "delete from \(table.name) where person = ?", arguments: [order.trainee.text])
    }
  }

  /// Changes the values of a row for which the closure has others; whether there were any.
  func change(
    _ row: Row, of table: PlainTable, _ value: (String, PlainTable.Column, PlainTable) -> String?
  ) throws -> Bool {
    var changes: [(name: String, value: String)] = []
    for column in table.columns where column.kind == .text {
      if let old: String = row[column.name], let new = value(old, column, table), !sameBytes(old, new) {
        changes.append((column.name, new))
      }
    }
    guard !changes.isEmpty else { return false }
    let key = table.key.map { table.columns[$0].name }
    try session.database.execute(
      sql: "update \(table.name) set \(changes.map { "\($0.name) = ?" }.joined(separator: ", "))"
        + " where \(key.map { "\($0) = ?" }.joined(separator: " and "))",
      arguments: StatementArguments(changes.map(\.value.databaseValue) + key.map { row[$0] as DatabaseValue }))
    return true
  }

  private func delete(_ row: Row, of table: PlainTable) throws {
    let key = table.key.map { table.columns[$0].name }
    try session.database.execute(
      sql: "delete from \(table.name) where \(key.map { "\($0) = ?" }.joined(separator: " and "))",
      arguments: StatementArguments(key.map { row[$0] as DatabaseValue }))
  }

  /// Seals what is left of the bookings that changed, after all changes of the transaction.
  ///
  /// - Parameters:
  ///   - booking: the booking of the erasure.
  ///   - first: the place of the first fact that tells of it.
  /// - Returns: how many bookings were sealed anew, each told by a fact.
  public func seal(in booking: BookingNumber, from first: Int) throws -> Int {
    for fact in changed { try session.run(.set_fact_salt, fact.values + [.text(SealedBooking.newSalt())]) }
    for number in changedBookings {
      try session.run(.set_fact_salt, [.integer(number), .integer(0), .text(SealedBooking.newSalt())])
    }
    let sealed = try SealedTable.all(session)
    let bookings = changedBookings.union(changed.map(\.booking.number)).filter { $0 < booking.number }.sorted()
    for (index, number) in bookings.enumerated() {
      guard let digest = try StoreReader(session: session).sealAnew(of: number, sealed) else { throw damaged("fact_salt") }
      let fact = FactID(booking: booking, ordinal: first + index)
      try session.run(.add_resealed_booking, fact, [.integer(number), .text(digest)])
    }
    return bookings.count
  }
}
