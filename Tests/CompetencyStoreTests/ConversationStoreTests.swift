import CompetencyCore
import GRDB
import Testing

@testable import CompetencyStore

@Suite struct `Conversations are kept as they were written` {
  @Test func `every kind of fact, as a whole and by trainee`() throws {
    let (scratch, sample) = try stored()
    try scratch.store.read { reader in
      let all = try reader.conversationLedger()
      expectEqual(all, sample.ledger)
      expectEqual(try reader.ledger().conversations, sample.ledger)
      expectEqual(try reader.conversationLedger(of: [sample.sanne, sample.youssef]), sample.ledger)
      expectEqual(try reader.conversationLedger(of: [sample.youssef]), part(of: sample.ledger, about: sample.youssef))
      expectEqual(try reader.conversationLedger(of: []), ConversationLedger())
    }
  }

  @Test func `what is read of a family has them only when they are asked for`() throws {
    let (scratch, sample) = try stored()
    try scratch.store.read { reader in
      var family = FormFamily()
      family.trainees = [sample.youssef]
      var (with, without) = (try reader.records(), try reader.records())
      try reader.add(family, to: &with, withConversations: true)
      try reader.add(family, to: &without, withConversations: false)
      expectEqual(with.conversations, part(of: sample.ledger, about: sample.youssef))
      expectEqual(without.conversations, ConversationLedger())
    }
  }

  @Test func `words stand beside their fact to the code point`() throws {
    let (scratch, sample) = try stored()
    let answers = Set(sample.ledger.answers.map(\.id))
    try scratch.store.read { reader in
      for (fact, words) in sample.words where !answers.contains(fact) && !isFeedback(fact, sample) {
        #expect(try reader.texts(beside: fact).map(\.body).map { Array($0.unicodeScalars) } == [Array(words.unicodeScalars)])
      }
      let kinds = try sample.ledger.agreementEvents.map { try reader.texts(beside: $0.id).map(\.kind) }
      #expect(kinds == [[.step], [], [.reason], [], [.reason]])
      let note = try #require(sample.ledger.notes.first { isFeedback($0.id, sample) })
      let slots = try reader.texts(beside: note.id)
      #expect(slots.map(\.kind) == [.feedback_positief, .feedback_gedrag])
      #expect(slots.map(\.position) == [1, 3])
      #expect(slots.map { Array($0.body.utf8) } == [.positief, .gedrag].map { Array((sample.feedback[$0] ?? "").utf8) })
    }
  }

  @Test func `a change without what belongs to it is refused by the database`() throws {
    let (scratch, _) = try stored()
    let queue = try DatabaseQueue(path: scratch.store.path)
    let wrong = [
      "update conversation_event set side = null where change_kind = 'ready'",
      "update conversation_event set is_shared = 2 where change_kind = 'recorded'",
      "update conversation_event set version_ordinal = null where change_kind = 'seen'",
      "update conversation_event set version_ordinal = 999 where change_kind = 'seen'",
      "update conversation_note set topic_code = null where note_kind = 'topic'",
      "update agreement_event set sender = null where sender is not null",
      "update agreement_event set sender = 's', participant = 'p', agreement_id = 'i' where agreement_booking is not null",
      "update agreement_event set moved_to = null where change_kind = 'moved'",
      "update agreement set follows_sender = 's', follows_participant = 'p', follows_id = 'i' where follows_booking is not null",
      "update goal_key_result set due_on = null where result_kind = 'day'",
      "update conversation_plan set planned_time = 1440",
    ]
    for sql in wrong {
      #expect(throws: DatabaseError.self, "\(sql)") { try queue.write { try $0.execute(sql: sql) } }
    }
  }

  @Test func `a database of version 2 keeps its facts, and has no conversations until it is written to`() throws {
    let scratch = try ScratchStore()
    let facts = try SampleFacts()
    try DatabaseQueue(path: scratch.store.path).write { database in
      for script in [Migration.start] + Migration.scripts.prefix(2) { try database.execute(sql: script) }
      let writer = StoreWriter(session: SQLSession(database))
      for version in 1...2 { try writer.session.run(.add_schema_version, [.integer(version), .integer(0)]) }
      try writer.add(scratch.book(1, .set))
      for record in facts.records { try writer.add(record, note: "netjes") }
      try writer.add(facts.withdrawal, reason: "toch niet alleen")
    }
    try scratch.store.read { reader in
      let ledger = try reader.ledger()
      #expect(ledger.records == facts.records)
      expectEqual(ledger.conversations, ConversationLedger())
    }
    #expect(faultyTables(of: scratch.store).isEmpty)

    try scratch.store.write(at: ScratchStore.noon) { _ in }

    try scratch.store.read { reader in
      #expect(try Schema.current(reader.session) == Migration.newest)
      let ledger = try reader.ledger()
      #expect(ledger.records == facts.records && ledger.withdrawals == [facts.withdrawal])
      #expect(try reader.texts(beside: facts.withdrawal.id).map(\.body) == ["toch niet alleen"])
      expectEqual(ledger.conversations, ConversationLedger())
    }
    #expect(faultyTables(of: scratch.store).isEmpty)
  }

  /// What is wrong with the tables and their rows; the file and its journal are as the test made them.
  private func faultyTables(of store: Store) -> [String] {
    store.checkups(isThorough: false) { _ in [] }.filter { !$0.isGood && !["journal", "rights"].contains($0.name) }.map(\.name)
  }

  private func isFeedback(_ fact: FactID, _ sample: SampleConversations) -> Bool {
    sample.ledger.notes.contains { $0.id == fact && $0.kind == .feedback(from: .begeleider) }
  }

  /// The facts of a ledger about one trainee.
  private func part(of ledger: ConversationLedger, about trainee: TraineeID) -> ConversationLedger {
    var part = ConversationLedger()
    part.plans = ledger.plans.filter { $0.trainee == trainee }
    part.events = ledger.events.filter { $0.trainee == trainee }
    part.answers = ledger.answers.filter { $0.trainee == trainee }
    part.notes = ledger.notes.filter { $0.trainee == trainee }
    part.agreements = ledger.agreements.filter { $0.trainee == trainee }
    part.agreementEvents = ledger.agreementEvents.filter { $0.trainee == trainee }
    part.goals = ledger.goals.filter { $0.trainee == trainee }
    part.goalReviews = ledger.goalReviews.filter { $0.trainee == trainee }
    part.obstacles = ledger.obstacles.filter { $0.trainee == trainee }
    part.obstacleEnds = ledger.obstacleEnds.filter { $0.trainee == trainee }
    return part
  }

  private func expectEqual(_ one: ConversationLedger, _ other: ConversationLedger) {
    #expect(one.plans == other.plans)
    #expect(one.events == other.events)
    #expect(one.answers == other.answers)
    #expect(one.notes == other.notes)
    #expect(one.agreements == other.agreements)
    #expect(one.agreementEvents == other.agreementEvents)
    #expect(one.goals == other.goals)
    #expect(one.goalReviews == other.goalReviews)
    #expect(one.obstacles == other.obstacles)
    #expect(one.obstacleEnds == other.obstacleEnds)
  }
}

/// A database with every kind of fact of conversations.
func stored() throws -> (scratch: ScratchStore, sample: SampleConversations) {
  let (scratch, sample) = (try ScratchStore(), try SampleConversations())
  try scratch.store.write(creating: true, at: ScratchStore.noon) { writer in
    try writer.add(scratch.book(1, .conversation))
    try sample.write(by: writer)
  }
  return (scratch, sample)
}
