internal import CompetencyCore
internal import GRDB

// What others wrote in which the trainee is named, by id, by number or in text.
extension Eraser {
  /// Rows of others in which the trainee is named, by id or in text.
  mutating func eraseMentions(_ table: PlainTable) throws {
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
}
