/// Who masters a task in a team, against how many are needed there.
public struct TaskCoverage: Sendable, Hashable {
  /// How the count stands against the need.
  public enum Standing: String, Sendable {
    /// Nobody masters it.
    case nobody
    /// One person masters it, and everything depends on that person.
    case onePerson = "one_person"
    /// More than one masters it, but fewer than are needed.
    case tooFew = "too_few"
    /// As many as are needed, and more than one.
    case enough
  }
  /// The task.
  public let task: TaskCode
  /// How many are needed in the team.
  public let needed: Int
  /// Who masters it, in the order of their ids.
  public let masteredBy: [TraineeID]
  /// Those of them who were not seen doing it for longer than the task allows.
  public let staleAmong: [TraineeID]
  /// Who was taught it but does not master it yet, in the order of their ids.
  public let taughtTo: [TraineeID]
  /// Who has it still to come on the route, by the planned week, then by id; nobody whose training stands still.
  public let coming: [Coming]

  /// A trainee whose route brings the task.
  public struct Coming: Sendable, Hashable {
    /// Who.
    public let trainee: TraineeID
    /// The last day of the planned week.
    public let plannedBy: CalendarDate
    /// Whether that day is past.
    public let isLate: Bool
  }

  /// The day by which there are enough people when all goes as planned; nil when there are now, or the plan does not say.
  public var enoughBy: CalendarDate? {
    guard standing != .enough else { return nil }
    let (missing, onTime) = (max(needed, 2) - masteredBy.count, coming.filter { !$0.isLate })
    return onTime.count >= missing ? onTime[missing - 1].plannedBy : nil
  }

  /// How the count stands against the need; one person is a risk even where one is enough.
  public var standing: Standing {
    switch masteredBy.count {
    case 0: .nobody
    case 1: .onePerson
    case let count: count < needed ? .tooFew : .enough
    }
  }
}

extension CompetencyMatrix {
  /// The coverage of each task that is counted (`nodig` given and above 0), in the order of the company's list.
  ///
  /// - Parameters:
  ///   - team: the team's name.
  ///   - routes: the routes of the team's trainees, for who has them already.
  public func coverage(ofTeam team: String, routes: [TraineeID: Route]? = nil) -> [TaskCoverage] {
    let scale = knowledge.company.scale
    let trainees = knowledge.company.currentTrainees(ofTeam: team)
    let coming = coming(to: trainees, routes ?? self.routes(of: trainees))
    var byTask: [TaskCode: [(trainee: TraineeID, rank: Int, isStale: Bool)]] = [:]
    for trainee in trainees {
      for cell in cells(of: trainee.id) {
        guard let rank = scale.rank(of: cell.level), rank >= scale.taughtRank else { continue }
        byTask[cell.key.task, default: []].append((trainee.id, rank, cell.isStale))
      }
    }
    return knowledge.company.tasksInOrder.compactMap { task in
      guard let needed = task.needed, needed > 0 else { return nil }
      let ranked = byTask[task.code] ?? []
      let mastered = ranked.filter { $0.rank >= scale.masteredRank }
      return TaskCoverage(
        task: task.code, needed: needed, masteredBy: mastered.map(\.trainee),
        staleAmong: mastered.filter(\.isStale).map(\.trainee),
        taughtTo: ranked.filter { $0.rank < scale.masteredRank }.map(\.trainee),
        coming: coming[task.code] ?? [])
    }
  }

  /// What the routes of these trainees still bring, task by task.
  private func coming(to trainees: [Trainee], _ routes: [TraineeID: Route]) -> [TaskCode: [TaskCoverage.Coming]] {
    let scale = knowledge.company.scale
    var coming: [TaskCode: [TaskCoverage.Coming]] = [:]
    for trainee in trainees where trainee.status == .lopend {
      for stop in routes[trainee.id]?.stops ?? [] where !stop.isReached {
        guard let week = stop.planned.week, scale.rank(of: stop.planned.target) ?? 0 >= scale.masteredRank else { continue }
        coming[stop.planned.task, default: []].append(
          .init(trainee: trainee.id, plannedBy: trainee.end(ofWeek: week), isLate: stop.isDue))
      }
    }
    return coming.mapValues { $0.sorted { ($0.plannedBy, $0.trainee) < ($1.plannedBy, $1.trainee) } }
  }
}
