internal import CompetencyCore
internal import GRDB

/// Which facts are about a trainee, over all tables.
struct PersonFacts {
  /// Every fact, in order.
  let facts: [FactID]
  private let session: SQLSession

  /// - Parameter readings: what was read of forms about the trainee, also what was only later said to be.
  init(of trainee: TraineeID, _ readings: [ReadingID], _ session: SQLSession) throws {
    self.session = session
    var found = Set(readings)
    for table in try session.plainTables() where table.hasColumns(["booking", "ordinal", "trainee_id"]) {
      let rows = try Row.fetchAll(
        session.database, sql: "select booking, ordinal from \(table.name) where trainee_id = ?", arguments: [trainee.text])
      for row in rows { found.insert(try Self.fact(row[0], row[1])) }
    }
    // Who a participant is was answered too, by number or by name.
    let answers = try Row.fetchAll(
      session.database,
      sql: "select booking, ordinal from answer where meaning = 'trainee' and meaning_value = ?", arguments: [trainee.text])
    for row in answers { found.insert(try Self.fact(row[0], row[1])) }
    facts = found.sorted()
  }

  private static func fact(_ booking: Int, _ ordinal: Int) throws -> FactID {
    guard let number = BookingNumber(booking) else { throw damaged("booking") }
    return FactID(booking: number, ordinal: ordinal)
  }

  /// Goes through the rows of these facts in a table.
  func eachRow(of table: PlainTable, _ body: (FactID, Row) throws -> Void) throws {
    guard table.hasColumns(["booking", "ordinal"]) else { return }
    let statement = try session.database.cachedStatement(sql: table.reading(where: "booking = ? and ordinal = ?"))
    for fact in facts {
      let rows = try Row.fetchAll(statement, arguments: [fact.booking.number, fact.ordinal])
      for row in rows { try body(fact, row) }
    }
  }

  /// The messages in which forms about the trainee came.
  func messages() throws -> [MessageKey] {
    let keys = try facts.flatMap { fact in
      try session.rows(.arrivals_of_reading, fact.values) {
        MessageKey(sender: SenderKey(kept: try $0.text(0)), id: MessageID(try $0.text(1)))
      }
    }
    return Set(keys).sorted()
  }
}

extension PlainTable {
  /// Whether it has all of these columns.
  func hasColumns(_ names: [String]) -> Bool {
    names.allSatisfy { name in columns.contains { sameBytes($0.name, name) } }
  }
}
