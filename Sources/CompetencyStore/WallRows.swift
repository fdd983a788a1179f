public import CompetencyCore

extension StoreWriter {
  /// Adds that a wall was talked over with a team.
  public func add(_ talk: WallTalk) throws { try session.run(.add_wall_talk, talk.id, [.text(talk.team)]) }
}

extension StoreReader {
  /// The talks about walls, in the order in which they were written.
  func wallTalks() throws -> [WallTalk] {
    guard try Schema.current(session) >= Schema.firstWithWalls else { return [] }
    return try session.rows(.all_wall_talks) { WallTalk(id: try $0.factID(), team: try $0.text(2)) }
  }

  /// The versions of tasks that may hang on the wall.
  func wallTasks() throws -> Set<FactID> {
    guard try Schema.current(session) >= Schema.firstWithWalls else { return [] }
    return Set(try session.rows(.all_wall_tasks) { try $0.factID() })
  }
}
