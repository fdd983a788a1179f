public import CompetencyCore
internal import CompetencyStore

/// Something that waits for a person: a proposal, a disagreement or a question.
public struct InboxItem: Sendable {
  /// What waits.
  public enum Content: Sendable {
    /// A proposal that says more than the level.
    case proposal(Statement, trainee: Trainee, level: LevelID)
    /// An observation that says less than an earlier one.
    case disagreement(Statement, trainee: Trainee, level: LevelID)
    /// What forms ask, with where they ask it.
    case question(OpenQuestion, sender: String, places: [SourcePlace], participant: String)
  }
  /// A short name that stays the same as long as the content does: `p-4k7m2x9q`.
  public let id: String
  /// What waits.
  public let content: Content
}

/// Gathers what waits for the acting person, in a fixed order: questions, disagreements, proposals.
struct Inbox {
  let items: [InboxItem]

  init(_ situation: Situation) throws {
    let visible = situation.access.visibleTrainees
    let matrix = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: visible)
    var questions: [InboxItem] = []
    if situation.actor.roles.contains(.beheer) {
      let names = try situation.reader.senderNames()
      for question in situation.knowledge.questions {
        questions.append(try Self.item(question, names: names, reader: situation))
      }
    }
    var disagreements: [InboxItem] = []
    var proposals: [InboxItem] = []
    for cell in matrix.cells {
      guard let trainee = situation.company.trainees[cell.key.trainee] else { continue }
      for statement in cell.disagreements {
        let content = InboxItem.Content.disagreement(statement, trainee: trainee, level: cell.level)
        disagreements.append(InboxItem(id: Self.name("d", statement.decisionKey), content: content))
      }
      for statement in cell.proposals {
        let content = InboxItem.Content.proposal(statement, trainee: trainee, level: cell.level)
        proposals.append(InboxItem(id: Self.name("p", statement.decisionKey), content: content))
      }
    }
    items = questions + disagreements + proposals
  }

  /// The item with this name, or a beginning of it that fits one.
  func find(_ text: String) throws(Refusal) -> InboxItem {
    let found = items.filter { $0.id.utf8.starts(with: text.utf8) }
    guard found.count == 1, text.utf8.count >= 3 else {
      throw Refusal(found.isEmpty ? .notFound : .usage, found.isEmpty ? .item_not_found : .item_ambiguous, values: ["item": text])
    }
    return found[0]
  }

  private static func item(
    _ question: OpenQuestion, names: [SenderKey: String], reader situation: Situation
  ) throws -> InboxItem {
    var places: [SourcePlace] = []
    var participant = ""
    for asker in question.askers {
      guard let source = try situation.reader.source(of: asker.reading) else { continue }
      places.append(asker.position.flatMap { source.lines[$0] } ?? source.form)
      if participant.isEmpty {
        participant = try situation.reader.texts(beside: asker.reading).first { $0.kind == .participant }?.body ?? ""
      }
    }
    let key = question.key
    let sender = names[key.sender].flatMap { $0.isEmpty ? nil : $0 } ?? key.sender.text
    let name = name("q", parts: [key.sender.text, key.subject.rawValue, key.written])
    return InboxItem(id: name, content: .question(question, sender: sender, places: places, participant: participant))
  }

  /// The name of what is decided by its content: a proposal (p) or a disagreement (d).
  static func name(_ prefix: String, _ key: DecisionKey?) -> String {
    guard let key else { return prefix }
    return name(
      prefix,
      parts: [key.trainee.text, key.task.text, key.level.text, key.seenOn.iso, key.role.rawValue, key.sender?.text ?? ""])
  }

  /// A short name of some content: FNV-1a over its parts, in letters and digits that are not mistaken for each other.
  private static func name(_ prefix: String, parts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in Array(part.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let letters = Array("23456789abcdefghjkmnpqrstuvwxyz".utf8)
    var name = ""
    for _ in 0..<8 {
      name.unicodeScalars.append(Unicode.Scalar(letters[Int(hash % UInt64(letters.count))]))
      hash /= UInt64(letters.count)
    }
    return prefix + "-" + name
  }
}
