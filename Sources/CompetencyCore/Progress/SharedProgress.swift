/// What HR reports are made of: names, dates and counts of one trainee.
///
/// There is no field for the words of a conversation, a remark, a task or a reason, so none can leak. The only texts
/// that a person typed are names: of people, of the team, of the school and of the training.
public struct SharedProgress: Sendable, Hashable {
  /// The trainee's name in three parts.
  public let name: PersonName
  /// The employer's number; zeros count.
  public let personnelNumber: String
  /// The team's name.
  public let teamName: String
  /// The name of the leidinggevende; nil when there is none.
  public let lineManagerName: PersonName?
  /// The name of the werkplekbegeleider; nil when there is none.
  public let mentorName: PersonName?
  /// The name of the training.
  public let programmeName: String
  /// The pathway; nil when it is not told.
  public let pathway: Trainee.Pathway?
  /// The name of the school; nil when there is none.
  public let schoolName: String?
  /// The first day.
  public let start: CalendarDate
  /// The expected last day; nil when it is open.
  public let expectedEnd: CalendarDate?
  /// Where the training stands, without a reason.
  public let status: Trainee.Status
  /// The day of the numbers.
  public let asOf: CalendarDate
  /// How many tasks the profile has.
  public let tasksInProfile: Int
  /// How many of them are taught but not mastered.
  public let tasksTaught: Int
  /// How many of them are mastered.
  public let tasksMastered: Int
  /// How many of them were planned to be mastered by that day.
  public let tasksPlannedMastered: Int
  /// How many of them are stale.
  public let tasksStale: Int
  /// The last conversation on or before that day; nil when there was none.
  public let lastConversation: CalendarDate?
  /// The next conversation that was agreed; nil when none was.
  public let nextConversation: CalendarDate?
  /// How many conversations were held in the twelve months up to that day.
  public let conversationsInTwelveMonths: Int
  /// Whether a conversation is due and was not held, by the trainee's rhythm; nil without a rhythm.
  public let conversationIsOverdue: Bool?
  /// The days from which the mastered tasks of the profile were mastered, oldest first.
  public let masteredDays: [CalendarDate]
  /// How many agreements are open.
  public let agreementsOpen: Int
  /// How many of them are past their day.
  public let agreementsOverdue: Int

  /// The share of the profile that is mastered, 0 to 1; 0 for a profile without tasks.
  public var shareMastered: Double { tasksInProfile == 0 ? 0 : Double(tasksMastered) / Double(tasksInProfile) }
}

extension CompetencyMatrix {
  /// What HR may know of every trainee, ended ones too, by family name, then by given name.
  ///
  /// The matrix must hold every trainee, not the current ones alone.
  ///
  /// - Parameter hidden: whose data may only be kept, also where that was not known yet.
  public func sharedProgress(without hidden: Set<TraineeID> = []) -> [SharedProgress] {
    knowledge.sharedProgress(asOf: asOf, without: hidden) { route(of: $0)?.tally }
  }
}

extension Knowledge {
  /// What HR may know of every trainee, from what was counted along each route.
  ///
  /// Of whom the data may only be kept, HR knows nothing.
  func sharedProgress(
    asOf day: CalendarDate, without hidden: Set<TraineeID> = [], _ tally: (Trainee) -> RouteTally?
  ) -> [SharedProgress] {
    let hidden = hidden.union(company.restricted)
    return company.trainees.values.filter { !hidden.contains($0.id) }.map { trainee in
      let name = trainee.name
      let key = [NameMatching.plain(name.family), NameMatching.plain(name.given), trainee.personnelNumber]
      return (key, sharedProgress(of: trainee, tally(trainee), asOf: day))
    }.sorted { one, other in
      one.0 != other.0 && one.0.lexicographicallyPrecedes(other.0) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }.map(\.1)
  }

  private func sharedProgress(of trainee: Trainee, _ tally: RouteTally?, asOf: CalendarDate) -> SharedProgress {
    let conversations = conversationDays(of: trainee.id, upTo: asOf)
    let agreements = agreements(of: trainee.id, asOf: asOf)
    let yearAgo = asOf.adding(months: -12)
    return SharedProgress(
      name: trainee.name, personnelNumber: trainee.personnelNumber, teamName: trainee.team,
      lineManagerName: trainee.lineManager.flatMap(company.name), mentorName: trainee.mentor.flatMap(company.name),
      programmeName: trainee.programme.isEmpty ? company.profile(of: trainee)?.title ?? "" : trainee.programme,
      pathway: trainee.pathway, schoolName: trainee.school.flatMap { company.schools[$0]?.name }, start: trainee.start,
      expectedEnd: trainee.expectedEnd, status: trainee.status, asOf: asOf, tasksInProfile: tally?.tasks ?? 0,
      tasksTaught: tally?.taught ?? 0, tasksMastered: tally?.mastered ?? 0, tasksPlannedMastered: tally?.planned ?? 0,
      tasksStale: tally?.stale ?? 0, lastConversation: conversations.last,
      nextConversation: nextConversation(of: trainee.id, asOf: asOf),
      conversationsInTwelveMonths: conversations.filter { $0 > yearAgo }.count,
      conversationIsOverdue: trainee.rhythm.map { rhythm in
        ConversationRegularity(rhythm, held: conversations, start: trainee.start, asOf: asOf).overdueDays > 0
      },
      masteredDays: tally?.masteredDays.sorted() ?? [], agreementsOpen: agreements.filter(\.isOpen).count,
      agreementsOverdue: agreements.filter { $0.isOverdue(on: asOf) }.count)
  }
}
