import CompetencyCore
import Testing

@Suite struct `Whom and what the facts of conversations are about` {
  @Test func `every fact is told once`() throws {
    let sample = try SampleConversations()
    let mentions = sample.ledger.mentions
    // The sample numbers its facts from 1, whatever their kind.
    #expect(mentions.map(\.fact.ordinal).sorted() == Array(1...mentions.count))
  }

  @Test func `with who holds it or takes it up, and the tasks that it names`() throws {
    let ledger = try SampleConversations().ledger
    let (mo, task) = (try #require(PersonID("mo")), try #require(TaskCode("LAS-0e\u{301}")))
    let mentions = Dictionary(ledger.mentions.map { ($0.fact, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(ledger.plans.allSatisfy { mentions[$0.id]?.person == mo })
    #expect(ledger.agreements.allSatisfy { mentions[$0.id]?.person == $0.owner })
    #expect(ledger.obstacles.map { mentions[$0.id]?.person } == [mo, nil])
    #expect(ledger.agreements.map { mentions[$0.id]?.tasks } == [[task], [], []])
    #expect(ledger.goals.map { mentions[$0.id]?.tasks } == [[task, task], []])
    #expect(ledger.notes.filter { mentions[$0.id]?.tasks == [task] }.map(\.kind) == [.compliment(task)])
  }
}
