/// A task of one trainee's route that was planned anew (*herplanning*): another week, another way of learning, or both.
///
/// The reason is the text of a person and stands beside the first change of its booking.
public struct RouteChange: Hashable, Sendable {
  /// When a task is planned.
  public enum Week: Hashable, Sendable {
    /// In this week of the training, 1 = the week of the start.
    case planned(Int)
    /// In no week any more.
    case unplanned

    /// The week; nil for a task that is not planned.
    public var number: Int? {
      if case .planned(let week) = self { week } else { nil }
    }
  }
  /// Its place among the facts.
  public let id: FactID
  /// Whose route it is.
  public let trainee: TraineeID
  /// The task.
  public let task: TaskCode
  /// The day from which the new plan holds.
  public let on: CalendarDate
  /// Who planned it.
  public let by: PersonID
  /// The new week; nil when it stays as it is.
  public let week: Week?
  /// The new way of learning; nil when it stays as it is.
  public let way: LearningWay?

  /// A change of a route from checked parts.
  public init(
    id: FactID, trainee: TraineeID, task: TaskCode, on: CalendarDate, by: PersonID, week: Week?, way: LearningWay?
  ) {
    (self.id, self.trainee, self.task, self.on) = (id, trainee, task, on)
    (self.by, self.week, self.way) = (by, week, way)
  }
}
