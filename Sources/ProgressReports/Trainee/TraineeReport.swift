public import CompetencyCore

/// Where one trainee stands on one day, for the trainee and the people around; without the words of conversations.
public struct TraineeReport: Sendable {
  /// A task with the day that matters in its list.
  public struct Item: Sendable {
    /// The task.
    public let task: TaskCode
    /// What people call it.
    public let title: String
    /// The day: of mastering, of teaching, of the last time it was seen, of the end of the planned week.
    public let day: CalendarDate?
    /// Who saw it.
    let seen: Statement?
  }
  /// How many tasks of a group of the profile stand where.
  public struct GroupCount: Sendable {
    /// What people call the group; empty for tasks without one.
    public let title: String
    /// Tasks that are not taught yet.
    public var notYet = 0
    /// Tasks that are taught but not mastered.
    public var taught = 0
    /// Tasks that are mastered.
    public var mastered = 0
    /// Tasks that cannot be done here or do not apply, and have no level.
    public var without = 0
    /// Tasks whose target is reached.
    var reached = 0
    /// Tasks whose planned week is over and whose target is not reached.
    public var behind = 0
    /// The end of the first planned week of a task that is still to come.
    var nextDay: CalendarDate?
    var total: Int { notYet + taught + mastered + without }

    /// Both groups together, under the title of the first.
    static func + (one: Self, other: Self) -> Self {
      var sum = one
      (sum.notYet, sum.taught) = (one.notYet + other.notYet, one.taught + other.taught)
      (sum.mastered, sum.without) = (one.mastered + other.mastered, one.without + other.without)
      (sum.reached, sum.behind) = (one.reached + other.reached, one.behind + other.behind)
      sum.nextDay = [one.nextDay, other.nextDay].compactMap { $0 }.min()
      return sum
    }
  }
  /// An open agreement.
  public struct OpenAgreement: Sendable {
    /// The words; nil when they may not be shown or were erased.
    public let text: String?
    /// Who keeps it: a person, or a role as a form says it.
    public let owner: StandingAgreement.Owner
    /// The day before which it is kept.
    public let dueOn: CalendarDate?
    /// Whether that day is past.
    public let isOverdue: Bool
  }

  /// The trainee.
  public let trainee: Trainee
  /// The set-up, for names.
  public let company: Company
  /// The day of the report.
  public let asOf: CalendarDate
  /// The route; nil when the profile is not known.
  public let route: Route?
  /// When the trainee will arrive; nil when that is not told.
  public let forecast: Forecast?
  /// What changed of the training as a whole.
  let history: TrainingHistory
  /// The groups of the profile, in its order.
  public let groups: [GroupCount]
  /// The last conversation before the day of the report; nil when there was none.
  public let lastConversation: CalendarDate?
  /// The next conversation that was agreed; nil when none was.
  public let nextConversation: CalendarDate?
  /// The tasks that were mastered after the last conversation, newest first.
  public let newlyMastered: [Item]
  /// The tasks that are taught but not mastered, in the order of the profile.
  public let inProgress: [Item]
  /// The tasks that are mastered but were not seen for too long.
  public let stale: [Item]
  /// The tasks whose planned week is over and whose target is not reached, longest ago first.
  public let behind: [Item]
  /// How many proposals wait for an answer.
  public let openProposals: Int
  /// How many disagreements wait for a person.
  public let openDisagreements: Int
  /// The agreements that are open.
  public let openAgreements: [OpenAgreement]
  /// How many agreements were done.
  public let doneAgreements: Int
  /// How many agreements were dropped.
  public let droppedAgreements: Int
  /// The days on which tasks of the profile were mastered, for the drawing of the route.
  let masteredDays: [CalendarDate]
}
