public import CompetencyCore

extension StoreWriter {
  /// Adds what was learned of a profile in the training of somebody.
  public func add(lesson: String, of profile: ProfileID, version: Int, from trainee: TraineeID, as id: FactID) throws {
    try session.run(.add_profile_lesson, id, [.text(profile.text), .integer(version), .text(trainee.text)])
    try add(.lesson, lesson, beside: id)
  }
}

extension StoreReader {
  /// What was learned of a profile, in the order in which it was written; whose training taught it is not told.
  public func lessons(of profile: ProfileID) throws -> [(id: FactID, version: Int, words: String)] {
    guard try Schema.current(session) >= Schema.firstWithConversations else { return [] }
    return try session.rows(.lessons_of_profile, [.text(profile.text)]) { row in
      (try row.factID(), try row.integer(2), try row.text(3))
    }
  }
}
