import CompetencyCore
import GRDB
import Testing

@testable import CompetencyStore

@Suite struct RouteChangeStoreTests {
  @Test func `a database of version 3 is read as it is, and takes ways and changes of routes once it is written to`() throws {
    let (scratch, facts, rows) = (try ScratchStore(), try SampleFacts(), try SampleRows.all())
    try DatabaseQueue(path: scratch.store.path).write { database in
      for script in [Migration.start] + Migration.scripts.prefix(3) { try database.execute(sql: script) }
      let writer = StoreWriter(session: SQLSession(database))
      for version in 1...3 { try writer.session.run(.add_schema_version, [.integer(version), .integer(0)]) }
      try writer.add(scratch.book(1, .setup))
      try writer.add(rows.map(withoutWays), in: .first)
    }
    try scratch.store.read { reader in
      let ledger = try reader.ledger()
      #expect(ledger.setup.map(\.row) == rows.map(withoutWays) && ledger.routeChanges.isEmpty)
    }

    try scratch.store.write(at: ScratchStore.noon) { writer in
      for change in facts.routeChanges { try writer.add(change, reason: "") }
    }

    try scratch.store.read { reader in
      let ledger = try reader.ledger()
      #expect(ledger.setup.map(\.row) == rows.map(withoutWays) && ledger.routeChanges == facts.routeChanges)
    }
  }

  @Test func `the changes of one route are read without those of others`() throws {
    let (scratch, facts) = (try ScratchStore(), try SampleFacts())
    let change = facts.routeChanges[0]
    let other = RouteChange(
      id: FactID(booking: .first, ordinal: 30), trainee: try #require(TraineeID("t-015")), task: change.task, on: change.on,
      by: change.by, week: .planned(9), way: nil)
    try scratch.store.write(creating: true, at: ScratchStore.noon) { writer in
      try writer.add(scratch.book(1, .replan))
      for change in [change, other] { try writer.add(change, reason: "") }
    }
    try scratch.store.read { reader in
      var family = FormFamily()
      family.trainees = [change.trainee]
      var ledger = try reader.records()
      try reader.add(family, to: &ledger, withConversations: true)
      #expect(ledger.routeChanges == [change])
    }
  }

  @Test func `a change that changes nothing, or a week without saying so, is refused by the tables`() throws {
    let (scratch, facts) = (try ScratchStore(), try SampleFacts())
    try scratch.store.write(creating: true, at: ScratchStore.noon) { writer in
      try writer.add(scratch.book(1, .replan))
      for change in facts.routeChanges { try writer.add(change, reason: "") }
    }
    let queue = try DatabaseQueue(path: scratch.store.path)
    for sql in [
      "update route_change set changes_week = 0", "update route_change set planned_week = 0 where planned_week is not null",
      "update route_change set learning_way = 'afkijken'", "update route_change set learning_way = null where changes_week = 0",
    ] {
      #expect(throws: DatabaseError.self, "\(sql)") { try queue.write { try $0.execute(sql: sql) } }
    }
  }

  private func withoutWays(_ row: SetupRow) -> SetupRow {
    guard case .profile(let profile) = row else { return row }
    let tasks = profile.tasks.map { ProfileTask(task: $0.task, target: $0.target, week: $0.week) }
    return .profile(Profile(id: profile.id, version: profile.version, title: profile.title, tasks: tasks))
  }
}
