public import CompetencyCore

extension StoreWriter {
  /// Adds a mark of a form, with its words beside it.
  func add(_ mark: FormAssessment, position: Int, of reading: ReadingID) throws {
    try session.run(
      .add_reading_assessment, reading,
      [.integer(position), .text(mark.part), .text(mark.scale), .text(mark.role.rawValue), .text(mark.day.iso)])
    try write(.assessment, mark.value, beside: reading, position: position)
  }
}

extension StoreReader {
  /// The marks in what was read from a form, in its own order.
  ///
  /// They are in no ledger, so that no report can hold one; whether the form counts and who may see them is for the asker
  /// to decide.
  public func assessments(of reading: ReadingID) throws -> [Assessment] {
    guard try Schema.current(session) >= Schema.firstWithConversations else { return [] }
    return try session.rows(.assessments_of_reading, reading.values) { row in
      let stated = FormAssessment(
        part: try row.text(3), value: try row.text(7), scale: try row.text(4),
        role: try row.value(5, Role.init(rawValue:)), day: try row.day(6))
      return Assessment(reading: try row.factID(), position: try row.integer(2), stated: stated)
    }
  }
}
