public import CompetencyCore
internal import GRDB

extension StoreReader {
  /// Every row about a trainee, of every table that the register knows; the bytes of messages and secrets stay where they are.
  ///
  /// - Parameter readings: what was read of forms about the trainee.
  /// - Returns: the tables, and how many answers of the other side were left out.
  public func personTables(
    of trainee: TraineeID, readings: [ReadingID]
  ) throws -> (tables: [PersonFile.Table], withheld: Int) {
    let person = try PersonFacts(of: trainee, readings, session)
    var (tables, withheld): ([PersonFile.Table], Int) = ([], 0)
    for table in try session.allTables() {
      guard let kind = DataRegister.kind(of: table.name), kind != .words else { continue }
      var rows: [PersonFile.Row] = []
      try person.eachRow(of: table) { fact, row in
        let isOthers =
          sameBytes(table.name, "preparation_answer") && row["side"] as String == ConversationSide.begeleider.rawValue
        if isOthers { withheld += 1 }
        let position = table.hasColumns(["position"]) ? row["position"] as Int : 0
        let words = isOthers ? [] : try words(beside: fact, position)
        rows.append(PersonFile.Row(booking: fact.booking, values: Self.values(row, table), words: words))
      }
      rows += try mentions(of: trainee, in: table).filter { row in
        !table.hasColumns(["booking", "ordinal"]) || !person.facts.contains { $0 == Self.fact(row) }
      }.map { PersonFile.Row(booking: Self.booking($0, table), values: Self.values($0, table), words: []) }
      if !rows.isEmpty { tables.append(PersonFile.Table(name: table.name, kind: kind, rows: rows)) }
    }
    tables += try messageTable(person)
    return (tables, withheld)
  }

  /// The words beside a fact, and beside a row of it the words of its place.
  private func words(beside fact: FactID, _ position: Int) throws -> [(kind: String, body: String)] {
    let rows = try Row.fetchAll(
      session.database.cachedStatement(
        sql: "select kind, body from written_text where booking = ? and ordinal = ? and position = ? order by kind"),
      arguments: [fact.booking.number, fact.ordinal, position])
    return rows.map { ($0[0], $0[1]) }
  }

  /// Rows in which the trainee is named by id.
  private func mentions(of trainee: TraineeID, in table: PlainTable) throws -> [Row] {
    let people = table.columns.map(\.name).filter { DataRegister.use(of: $0, in: table.name) == .person }
    guard !people.isEmpty else { return [] }
    return try Row.fetchAll(
      session.database, sql: table.reading(where: people.map { "\($0) = ?" }.joined(separator: " or ")),
      arguments: StatementArguments(people.map { _ in trainee.text }))
  }

  /// The messages with forms about the trainee, without their bytes.
  private func messageTable(_ person: PersonFacts) throws -> [PersonFile.Table] {
    let rows = try person.messages().flatMap { message in
      try Row.fetchAll(
        session.database, sql: "select * from school_message where sender = ? and message_id = ?",
        arguments: [message.sender.text, message.id.text])
    }
    guard !rows.isEmpty, let table = try session.allTables().first(where: { sameBytes($0.name, "school_message") }) else {
      return []
    }
    return [
      PersonFile.Table(
        name: table.name, kind: .messages,
        rows: rows.map { PersonFile.Row(booking: nil, values: Self.values($0, table), words: []) })
    ]
  }

  private static func fact(_ row: Row) -> FactID? {
    BookingNumber(row["booking"] as Int).map { FactID(booking: $0, ordinal: row["ordinal"]) }
  }

  private static func booking(_ row: Row, _ table: PlainTable) -> BookingNumber? {
    if table.hasColumns(["booking"]) { return BookingNumber(row["booking"] as Int) }
    return sameBytes(table.name, "booking") ? BookingNumber(row["number"] as Int) : nil
  }

  /// The values of a row, without what ties rows together and without secrets.
  private static func values(_ row: Row, _ table: PlainTable) -> [(column: String, value: PersonFile.Value)] {
    table.columns.compactMap { column in
      let use = DataRegister.use(of: column.name, in: table.name)
      guard use != .key, use != .secret, use != .digest, column.kind != .bytes else { return nil }
      switch column.kind {
      case .integer: return (row[column.name] as Int?).map { (column.name, .integer($0)) }
      case .text, .bytes:
        return (row[column.name] as String?).flatMap { $0.isEmpty ? nil : (column.name, .text($0)) }
      }
    }
  }
}
