public import CompetencyCore
internal import GRDB

/// What is to be erased of a trainee.
public struct ErasureOrder: Sendable {
  /// Who it is.
  public let trainee: TraineeID
  /// The made-up id that takes the place; the trainee's own when only words go.
  public let stand: TraineeID
  /// How much goes.
  public let extent: Erasure.Extent
  /// What was read of forms about the trainee.
  public let readings: [ReadingID]
  /// By which numbers schools know the trainee.
  public let participants: Set<ParticipantKey>
  /// What the trainee is known by in text.
  public let marks: PersonMarks

  /// An order from checked parts.
  public init(
    trainee: TraineeID, stand: TraineeID, extent: Erasure.Extent, readings: [ReadingID], participants: Set<ParticipantKey>,
    marks: PersonMarks
  ) {
    (self.trainee, self.stand, self.extent) = (trainee, stand, extent)
    (self.readings, self.participants, self.marks) = (readings, participants, marks)
  }
}

/// Takes a trainee out of the tables, within one transaction; what is left is sealed anew.
///
/// Facts are only ever added, but for this: the law asks for it, and a tombstone tells that it was done.
public struct Eraser {
  let order: ErasureOrder
  let session: SQLSession
  private let person: PersonFacts
  private let tables: [PlainTable]
  /// The made-up number for each by which schools know the trainee.
  private let participants: [String: String]
  /// The facts of which a row changed or went.
  private var changed: Set<FactID> = []
  /// The bookings of which a row changed that is no fact's.
  private var changedBookings: Set<Int> = []
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

  /// Rows of others in which the trainee is named, by id or in text.
  private mutating func eraseMentions(_ table: PlainTable) throws {
    let columns = table.columns.filter { $0.kind == .text }.compactMap { column in
      DataRegister.use(of: column.name, in: table.name).map { (column, $0) }
    }
    let people = columns.filter { $0.1 == .person }.map(\.0.name)
    let texts = columns.filter { [.text, .words, .participant, .identity].contains($0.1) }.map(\.0.name)
    guard !people.isEmpty || !texts.isEmpty else { return }
    // The database looks for candidates, so that of a large company few rows are in memory, and never the bytes of messages.
    let looked = order.marks.smallLetters
    let known = participants.keys.sorted()
    let conditions =
      people.map { "\($0) = ?" }
      + texts.flatMap { name in
        looked.map { _ in "instr(lower(\(name)), ?) > 0" } + known.map { _ in "\(name) = ?" }
      }
    let values = people.map { _ in order.trainee.text } + texts.flatMap { _ in looked + known }
    let names = table.columns.filter { $0.kind != .bytes }.map(\.name).joined(separator: ", ")
    let rows = try Row.fetchAll(
      session.database, sql: "select \(names) from \(table.name) where \(conditions.joined(separator: " or "))",
      arguments: StatementArguments(values))
    for row in rows { try note(row, of: table, changed: try change(row, of: table, mention)) }
  }

  private func mention(_ value: String, _ column: PlainTable.Column, _ table: PlainTable) -> String? {
    switch DataRegister.use(of: column.name, in: table.name) {
    case .person: sameBytes(value, order.trainee.text) ? order.stand.text : nil
    case .participant, .text: participants[value] ?? marked(value, column.name, table)
    case .words, .identity: marked(value, column.name, table)
    default: nil
    }
  }

  private func marked(_ value: String, _ column: String, _ table: PlainTable) -> String? {
    let areWords = DataRegister.use(of: column, in: table.name) == .words || sameBytes(column, "file_name")
    return order.marks.replaced(in: value, areWords: areWords)
  }

  /// Notes to whom a row belongs that changed.
  private mutating func note(_ row: Row, of table: PlainTable, changed isChanged: Bool) throws {
    guard isChanged else { return }
    if table.hasColumns(["booking", "ordinal"]), let booking = BookingNumber(row["booking"]) {
      changed.insert(FactID(booking: booking, ordinal: row["ordinal"]))
    } else if sameBytes(table.name, "booking") {
      changedBookings.insert(row["number"])
    } else if table.hasColumns(["booking"]) {
      changedBookings.insert(row["booking"])
    } else if sameBytes(table.name, "school_message") {
      let arrivals = try Int.fetchAll(
        session.database, sql: "select booking from message_arrival where sender = ? and message_id = ?",
        arguments: [row["sender"] as String, row["message_id"] as String])
      changedBookings.formUnion(arrivals)
    }
  }

  /// Changes the values of a row for which the closure has others; whether there were any.
  private func change(
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
