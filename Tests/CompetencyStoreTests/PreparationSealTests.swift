import CompetencyCore
import GRDB
import Testing

@testable import CompetencyStore

@Suite struct `What is written in preparation is sealed` {
  @Test func `one side's words are read by conversation and side, the emptied ones too`() throws {
    let (scratch, sample) = try stored()
    let conversation = try #require(sample.ledger.answers.first).conversation
    try scratch.store.read { reader in
      let own = try reader.preparationWords(of: conversation, .medewerker)
      #expect(own.map(\.answer) == sample.ledger.answers.filter { $0.side == .medewerker }.map(\.id))
      #expect(own.map(\.question) == ["trots", "trots"])
      #expect(own.map { Array($0.body.utf8) } == [Array(SampleConversations.secret.utf8), []])
      #expect(try reader.preparationWords(of: conversation, .begeleider).map(\.body) == ["Ook geheim."])
      let other = try #require(sample.ledger.plans.first { $0.conversation != conversation }).conversation
      #expect(try reader.preparationWords(of: other, .medewerker).isEmpty)
    }
  }

  @Test func `the texts beside an answer are none`() throws {
    let (scratch, sample) = try stored()
    let answer = try #require(sample.ledger.answers.first)
    #expect(try scratch.store.read { try $0.texts(beside: answer.id) }.isEmpty)
  }

  @Test func `no other statement gives them, whatever it is asked`() throws {
    let (scratch, sample) = try stored()
    let answer = try #require(sample.ledger.answers.first)
    let known: [any DatabaseValueConvertible] = [
      answer.id.booking.number, answer.id.ordinal, answer.conversation.fact.ordinal, answer.trainee.text, "medewerker",
      "trots", "preparation",
    ]
    let giving: [SQLStatement] = try DatabaseQueue(path: scratch.store.path).read { database in
      try SQLStatement.allCases.filter { statement in
        let made = try database.makeStatement(sql: statement.sql)
        guard made.isReadonly else { return false }
        return try values(known, count(of: statement)).contains { try gives(made, $0) }
      }
    }
    #expect(giving == [.preparation_words])
  }

  @Test func `a statement that reads words and is not theirs says that it leaves them out`() {
    for statement in SQLStatement.allCases where statement.sql.contains("written_text") {
      switch statement {
      case .preparation_words, .add_written_text: continue
      // A mark is sealed in the same way, and its statement asks for nothing else.
      case .assessments_of_reading: #expect(statement.sql.contains("kind = 'assessment'"))
      case .lessons_of_profile: #expect(statement.sql.contains("kind = 'lesson'"))
      case .topics_of_reading: #expect(statement.sql.contains("kind = 'topic'"))
      default:
        #expect(statement.sql.contains("kind <> 'preparation'"), "\(statement.name)")
        #expect(statement.sql.contains("kind <> 'assessment'"), "\(statement.name)")
      }
    }
  }

  private func gives(_ statement: GRDB.Statement, _ values: [any DatabaseValueConvertible]) throws -> Bool {
    try Row.fetchAll(statement, arguments: StatementArguments(values)).contains { row in
      row.databaseValues.contains { value in
        let text = String.fromDatabaseValue(value) ?? ""
        return sameBytes(text, SampleConversations.secret)
      }
    }
  }

  private func count(of statement: SQLStatement) -> Int { Set(statement.sql.matches(of: /\$[0-9]+/).map(\.output)).count }

  /// Every way to choose so many of these.
  private func values(_ known: [any DatabaseValueConvertible], _ count: Int) -> [[any DatabaseValueConvertible]] {
    guard count > 0 else { return [[]] }
    return values(known, count - 1).flatMap { start in known.map { start + [$0] } }
  }
}
