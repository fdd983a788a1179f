public import CompetencyCore
internal import CompetencyStore

/// Closing a profile: plan against actual, what it took, lessons for who follows it next, and what could come after it.
public enum EvaluateJourney {
  /// The evaluation of one trainee's profile.
  public struct Outcome: Sendable {
    /// The booking; nil when no lesson was written.
    public let booking: BookingNumber?
    /// Whose training.
    public let trainee: Trainee
    /// The profile.
    public let profile: Profile
    /// The evaluation.
    public let evaluation: ClosingEvaluation
    /// What was learned of the profile, by whoever followed it.
    public let lessons: [String]
    /// What the trainee and the organisation said that they want, latest last.
    public let ambitions: [(of: ConversationSide, words: String)]
    /// The set-up, for names.
    public let company: Company
  }

  /// Shows the evaluation, and keeps a lesson with the profile when there is one.
  public static func run(_ context: JourneyContext, who: String, lesson: String) throws(Refusal) -> Outcome {
    guard !lesson.isEmpty else {
      return try context.meet(who, "conversation evaluate") { desk in try outcome(desk, nil, adding: "") }
    }
    let (booking, saved) = try context.write(about: who, "conversation evaluate", .conversation) { desk, facts in
      guard desk.side == .begeleider else { throw desk.situation.access.refusal }
      let found = try Self.outcome(desk, nil, adding: lesson)
      facts.add { id, writer in
        try writer.add(lesson: lesson, of: found.profile.id, version: found.profile.version, from: found.trainee.id, as: id)
      }
      return found
    }
    return Outcome(
      booking: booking, trainee: saved.trainee, profile: saved.profile, evaluation: saved.evaluation, lessons: saved.lessons,
      ambitions: saved.ambitions, company: saved.company)
  }

  private static func outcome(
    _ desk: ConversationDesk, _ booking: BookingNumber?, adding lesson: String
  ) throws -> Outcome {
    let situation = desk.situation
    guard let profile = situation.company.profile(of: desk.trainee),
      let evaluation = ClosingEvaluation(of: desk.trainee, in: desk.matrix)
    else { throw Refusal(.notFound, .profile_not_found, values: ["profile": desk.trainee.profile.text]) }
    let lessons = try situation.reader.lessons(of: profile.id)
      .filter { situation.knowledge.live.contains($0.id.booking) }.map(\.words)
    let told = Set(desk.conversations.filter(desk.readsWords).map(\.id))
    let ambitions = try situation.knowledge.conversations.notes.compactMap { note -> (ConversationSide, String)? in
      guard note.trainee == desk.trainee.id, told.contains(note.conversation), case .ambition(let side) = note.kind else {
        return nil
      }
      return try situation.reader.texts(beside: note.id).first.map { (side, $0.body) }
    }
    return Outcome(
      booking: booking, trainee: desk.trainee, profile: profile, evaluation: evaluation,
      lessons: lessons + (lesson.isEmpty ? [] : [lesson]), ambitions: ambitions, company: situation.company)
  }

  /// The quality of a team's conversations, quarter by quarter.
  public struct TeamQuality: Sendable {
    /// The team.
    public let team: String
    /// Each quarter that has five conversations or more, the earliest first.
    public let quarters: [(first: CalendarDate, last: CalendarDate, quality: ConversationQuality)]
    /// How many conversations were written down in the last four quarters.
    public let count: Int
  }

  /// The quality of the conversations of a team in the last four quarters, for who sees the whole team; counts only.
  public static func quality(_ context: JourneyContext, team: String) throws(Refusal) -> TeamQuality {
    try context.look(.seeReports) { situation in
      let team = try TeamFinder.find(team, among: situation.access.wholeTeams)
      let trainees = situation.company.trainees.values.filter { sameBytes($0.team, team) }
      let today = situation.today
      let quarters = (0..<4).reversed().map { back -> (CalendarDate, CalendarDate) in
        let end = today.adding(months: -3 * back)
        return (end.adding(months: -3).adding(days: 1), end)
      }
      let first = quarters.first?.0 ?? today
      let held = trainees.flatMap { situation.knowledge.conversations(with: $0.id) }.compactMap(\.heldOn)
      return TeamQuality(
        team: team,
        quarters: quarters.compactMap { first, last in
          ConversationQuality(of: trainees, in: situation.knowledge, from: first, through: last).map { (first, last, $0) }
        }, count: held.count { first <= $0 && $0 <= today })
    }
  }
}
