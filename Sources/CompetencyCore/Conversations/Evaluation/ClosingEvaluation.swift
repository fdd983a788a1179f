/// The closing evaluation of a profile: plan against actual per task, what it took, and what could come next.
public struct ClosingEvaluation: Sendable {
  /// What one task took.
  public struct Effort: Sendable {
    /// The task.
    public let task: TaskCode
    /// The last day of its planned week; nil when it was not planned.
    public let plannedOn: CalendarDate?
    /// The day on which it was taught; nil when nobody said.
    public let aangeleerdOn: CalendarDate?
    /// The day on which it was mastered; nil when it was not.
    public let beheerstOn: CalendarDate?
    /// The day on which its target level was reached; nil when it was not.
    public let reachedOn: CalendarDate?
    /// How many observations were made of it.
    public let observations: Int
    /// Days from the start of the training to its being taught.
    public let daysToAangeleerd: Int?
    /// Days from its being taught, or from the start when nobody said, to its being mastered.
    public let daysToBeheerst: Int?

    /// Days after the plan; negative is ahead. Nil without a plan or a day.
    public var daysLate: Int? {
      reachedOn.flatMap { reached in plannedOn.map { reached.dayNumber - $0.dayNumber } }
    }
  }
  /// A profile that could come next.
  public struct NextProfile: Sendable {
    /// The profile.
    public let profile: ProfileID
    /// What it is called.
    public let title: String
    /// How many of its tasks have reached their target already.
    public let reached: Int
    /// The tasks that are still to be learned.
    public let gap: [TaskCode]
  }
  /// The day on which the last target of the profile was reached; nil while something is left.
  public let reachedOn: CalendarDate?
  /// Each task of the profile, in its order.
  public let tasks: [Effort]
  /// The tasks whose target is not reached.
  public let remaining: [TaskCode]
  /// Up to five tasks that took longest from being taught, or from the start, to being mastered.
  public let longest: [Effort]
  /// How many conversations were held since the start.
  public let conversations: Int
  /// Profiles that could come next, those with the smallest gap first.
  public let next: [NextProfile]

  /// The evaluation of a trainee on the matrix's day; nil for one whose profile is not known.
  public init?(of trainee: Trainee, in matrix: CompetencyMatrix) {
    let (knowledge, company) = (matrix.knowledge, matrix.knowledge.company)
    guard let plan = knowledge.plan(of: trainee, asOf: matrix.asOf) else { return nil }
    func reachedOn(_ task: ProfileTask) -> CalendarDate? { matrix.reachedOn(task, by: trainee.id) }
    tasks = plan.map(\.inForce).map { planned in
      let cell = matrix[trainee.id, planned.task]
      let facts = knowledge.cells[CellKey(trainee: trainee.id, task: planned.task)]
      let begin = cell?.aangeleerdOn ?? trainee.start
      return Effort(
        task: planned.task, plannedOn: planned.week.map(trainee.end(ofWeek:)),
        aangeleerdOn: cell?.aangeleerdOn, beheerstOn: cell?.beheerstOn, reachedOn: reachedOn(planned),
        observations: facts?.observations.count { $0.seenOn <= matrix.asOf } ?? 0,
        daysToAangeleerd: cell?.aangeleerdOn.map { $0.dayNumber - trainee.start.dayNumber },
        daysToBeheerst: cell?.beheerstOn.map { $0.dayNumber - begin.dayNumber })
    }
    remaining = tasks.filter { $0.reachedOn == nil }.map(\.task)
    self.reachedOn = remaining.isEmpty ? tasks.compactMap(\.reachedOn).max() : nil
    longest = Array(
      tasks.filter { $0.daysToBeheerst != nil }
        .sorted { ($1.daysToBeheerst ?? 0, $0.task) < ($0.daysToBeheerst ?? 0, $1.task) }.prefix(5))
    conversations = knowledge.conversationDays(of: trainee.id, upTo: matrix.asOf).count { $0 >= trainee.start }
    next = company.profiles.filter { $0.id != trainee.profile }.map { other in
      let gap = other.tasks.filter { reachedOn($0) == nil }
      return NextProfile(
        profile: other.id, title: other.title, reached: other.tasks.count - gap.count, gap: gap.map(\.task))
    }.filter { !$0.gap.isEmpty }.sorted { ($0.gap.count, $0.profile) < ($1.gap.count, $1.profile) }
  }
}
