/// A goal (doel) as it stands on one day.
public struct StandingGoal: Sendable {
  /// How it stands.
  public enum State: Hashable, Sendable {
    case open
    case reached(on: CalendarDate)
    case dropped(on: CalendarDate)
    /// Another goal took its place.
    case changed(into: GoalID)
  }
  /// The goal.
  public let goal: Goal
  /// How it stands.
  public let state: State
  /// How it was looked at, the earliest first.
  public let reviews: [GoalReview]

  /// Its name.
  public var id: GoalID { GoalID(goal.id) }
  /// Whether it is open.
  public var isOpen: Bool { state == .open }
  /// The last day on which it was set or looked at.
  public var touchedOn: CalendarDate { reviews.last?.on ?? goal.setOn }
}

/// An obstacle (knelpunt) as it stands on one day.
public struct StandingObstacle: Sendable {
  /// The obstacle.
  public let obstacle: Obstacle
  /// The day on which it was taken away; nil while it hinders.
  public let endedOn: CalendarDate?

  /// Its name.
  public var id: ObstacleID { ObstacleID(obstacle.id) }

  /// How many days it has hindered on this day.
  public func age(on day: CalendarDate) -> Int { (endedOn ?? day).dayNumber - obstacle.firstSeenOn.dayNumber }
}

/// How a key result of a goal stands on one day.
public enum KeyResultState: String, Sendable {
  /// The matrix says that it was reached.
  case reached
  /// It was not reached, and its day is past.
  case late
  /// It was not reached yet.
  case open
  /// Its day has come, and only a person can say whether it was done.
  case asked
}

extension Knowledge {
  /// The goals of a trainee on a day, by priority, then in the order in which they were set.
  public func goals(of trainee: TraineeID, asOf day: CalendarDate) -> [StandingGoal] {
    let goals = conversations.goals.filter { $0.trainee == trainee && $0.setOn <= day }
    return goals.map { goal in
      let reviews = conversations.goalReviews.filter { $0.goal == GoalID(goal.id) && $0.on <= day }
      let successor = goals.first { $0.follows == GoalID(goal.id) }
      let ending = reviews.last { $0.verdict != .keep }
      let state: StandingGoal.State =
        if let successor {
          .changed(into: GoalID(successor.id))
        } else if let ending {
          ending.verdict == .reached ? .reached(on: ending.on) : .dropped(on: ending.on)
        } else {
          .open
        }
      return StandingGoal(goal: goal, state: state, reviews: reviews)
    }.sorted { ($0.goal.priority, $0.goal.id) < ($1.goal.priority, $1.goal.id) }
  }

  /// The obstacles of a trainee on a day, longest ago first.
  public func obstacles(of trainee: TraineeID, asOf day: CalendarDate) -> [StandingObstacle] {
    conversations.obstacles.filter { $0.trainee == trainee && $0.firstSeenOn <= day }.map { obstacle in
      let end = conversations.obstacleEnds.last { $0.obstacle == ObstacleID(obstacle.id) && $0.on <= day }
      return StandingObstacle(obstacle: obstacle, endedOn: end?.on)
    }.sorted { ($0.obstacle.firstSeenOn, $0.obstacle.id) < ($1.obstacle.firstSeenOn, $1.obstacle.id) }
  }
}

extension CompetencyMatrix {
  /// How a key result of a trainee's goal stands on the matrix's day.
  public func state(of result: KeyResult, trainee: Trainee) -> KeyResultState {
    let scale = knowledge.company.scale
    func isAtLeast(_ level: LevelID, _ cell: MatrixCell?) -> Bool {
      (scale.rank(of: cell?.level ?? .nogNiet) ?? 0) >= scale.rank(of: level) ?? .max
    }
    func open(_ day: CalendarDate?) -> KeyResultState { day.map { $0 < asOf } ?? false ? .late : .open }
    switch result {
    case .level(let task, let level, let by): return isAtLeast(level, self[trainee.id, task]) ? .reached : open(by)
    case .count(let number, let level, let by):
      let tasks = knowledge.company.profile(of: trainee)?.tasks ?? []
      return tasks.count { isAtLeast(level, self[trainee.id, $0.task]) } >= number ? .reached : open(by)
    case .day(let day): return day <= asOf ? .asked : .open
    }
  }
}
