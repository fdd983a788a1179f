public import CompetencyCore
internal import CompetencyStore

/// The planning: when the conversations of one's trainees are, and how regularly they come.
public enum ScheduleJourney {
  /// A trainee in the planning.
  public struct Row: Sendable {
    /// Who.
    public let trainee: Trainee
    /// The conversations that are planned and not written down yet, by day.
    public let planned: [(conversation: Conversation, holderName: String)]
    /// How regularly they come; nil without a rhythm.
    public let regularity: ConversationRegularity?
  }

  /// The planning of a trainee, or of everybody whose conversations the acting person takes part in.
  public static func show(_ context: JourneyContext, who: String?) throws(Refusal) -> (rows: [Row], today: CalendarDate) {
    try context.requirePerson("schedule show")
    return try context.look(.converse, who.map(ConversationDesk.scope) ?? .readable) { situation in
      let desks = try ConversationDesk.all(situation, who: who)
      return (desks.map(row), situation.today)
    }
  }

  private static func row(_ desk: ConversationDesk) -> Row {
    let (trainee, today) = (desk.trainee, desk.situation.today)
    let regularity = trainee.rhythm.flatMap { rhythm in
      trainee.status.isCurrent
        ? ConversationRegularity(
          rhythm, held: desk.situation.knowledge.conversationDays(of: trainee.id, upTo: today), start: trainee.start, asOf: today)
        : nil
    }
    return Row(
      trainee: trainee, planned: desk.conversations.filter(\.isAhead).map { ($0, desk.name(of: $0.plan.holder)) },
      regularity: regularity)
  }
}

extension Conversation {
  /// Whether it has a day and nothing was written down of it yet.
  var isAhead: Bool {
    switch state {
    case .planned, .started: true
    case .recorded, .cancelled: false
    }
  }
}

extension ConversationDesk {
  /// The desk of a trainee, or those of everybody whose words the acting person may read.
  static func all(_ situation: Situation, who: String?) throws -> [ConversationDesk] {
    if let who { return [try ConversationDesk(situation, who: who)] }
    return try situation.company.trainees.values.sorted { $0.id < $1.id }
      .filter { situation.access.readsWords(of: $0) }.map { try ConversationDesk(situation, who: $0.id.text) }
  }
}
