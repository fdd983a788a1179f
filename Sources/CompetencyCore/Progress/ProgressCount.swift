/// Counts how far every trainee is while the lines of forms go by, without keeping them: the fold of the matrix for who only
/// wants numbers.
///
/// The knowledge is of a ledger whose readings hold no lines; what was recorded by hand and taken back is in it. A cell in which
/// something was taken back keeps its statements, since their order counts then (rule 5); of every other cell only its
/// ``CellStanding`` is kept.
public struct ProgressCount {
  private let knowledge: Knowledge
  private let asOf: CalendarDate
  private let scale: MasteryScale
  /// The standings of the tasks on each trainee's route, one route after another.
  private var standings: [CellStanding] = []
  /// Where the route of each trainee begins among the standings, and which profile it is of.
  private var routes: [TraineeID: (start: Int, profile: Int)] = [:]
  private var profiles: [ProfileKey: Int] = [:]
  /// Where each known task stands in each profile; -1 where it does not.
  private var places: [[Int]] = []
  private var profileTasks: [[TaskCode]] = []
  private var tasks: [TaskCode] = []
  private var ranks: [Int?] = []
  private var levels: [LevelID] = []
  private var capped: [CellKey: CellFacts]
  /// The forms that count, by their readings.
  private var forms: [ReadingID: AttributedForm]
  /// The reading of the last line, and where its route is: the lines of a form come one after another.
  private var last: (reading: ReadingID, form: AttributedForm?, start: Int, profile: Int)?

  private struct ProfileKey: Hashable {
    let id: ProfileID
    let version: Int
  }

  /// A count of nothing but what was recorded by hand.
  public init(_ knowledge: Knowledge, asOf: CalendarDate) {
    (self.knowledge, self.asOf, scale) = (knowledge, asOf, knowledge.company.scale)
    forms = Dictionary(knowledge.attributedForms.map { ($0.form.reading.id, $0) }, uniquingKeysWith: { first, _ in first })
    capped = knowledge.cells.filter { !$0.value.withdrawals.isEmpty }
    for trainee in knowledge.company.trainees.values {
      guard let profile = knowledge.company.profile(of: trainee) else { continue }
      let key = ProfileKey(id: profile.id, version: profile.version)
      if profiles[key] == nil {
        profiles[key] = places.count
        places.append([])
        profileTasks.append(profile.tasks.map(\.task))
      }
      routes[trainee.id] = (standings.count, profiles[key] ?? 0)
      standings.append(contentsOf: repeatElement(CellStanding(), count: profile.tasks.count))
    }
    for (cell, facts) in knowledge.cells where facts.withdrawals.isEmpty {
      for statement in facts.observations where statement.seenOn <= asOf {
        guard let rank = statement.level.flatMap(scale.rank), let route = routes[cell.trainee] else { continue }
        see(rank, on: statement.seenOn, at: route, task: number(of: cell.task))
      }
    }
  }

  /// The number by which lines name a task.
  public mutating func number(of task: TaskCode) -> Int {
    if let known = tasks.firstIndex(of: task) { return known }
    tasks.append(task)
    for profile in places.indices { places[profile].append(profileTasks[profile].firstIndex(of: task) ?? -1) }
    return tasks.count - 1
  }

  /// The number by which lines name a level.
  public mutating func number(of level: LevelID) -> Int {
    if let known = levels.firstIndex(of: level) { return known }
    levels.append(level)
    ranks.append(scale.rank(of: level))
    return levels.count - 1
  }

  /// Counts a level that a line of a role of the leerbedrijf states; one of a form that does not count is passed over.
  public mutating func see(
    _ reading: ReadingID, position: Int, role: Role, task: Int, level: Int, seenOn: CalendarDate
  ) {
    guard let rank = ranks[level], seenOn <= asOf else { return }
    if last?.reading != reading {
      let form = forms[reading]
      let route = form.flatMap { routes[$0.trainee] }
      last = (reading, form, route?.start ?? -1, route?.profile ?? 0)
    }
    guard let last, let form = last.form else { return }
    if !capped.isEmpty {
      let cell = CellKey(trainee: form.trainee, task: tasks[task])
      if capped[cell] != nil {
        let origin = Statement.Origin.form(
          message: form.form.arrival.message, form: form.form.arrival.identity.formID, position: position, reading: reading)
        capped[cell]?.add(
          Statement(cell: cell, judgement: .level(levels[level]), seenOn: seenOn, role: role, by: nil, origin: origin))
        return
      }
    }
    if last.start >= 0 { see(rank, on: seenOn, at: (last.start, last.profile), task: task) }
  }

  /// Counts a line that had to wait for an answer, when it has one.
  public mutating func see(_ line: ReadLine, of reading: ReadingID) {
    guard line.role.observes, let form = forms[reading]?.form.reading,
      let task = knowledge.task(of: line, in: form), case .level(let level) = knowledge.judgement(of: line, in: form)
    else { return }
    see(
      reading, position: line.position, role: line.role, task: number(of: task), level: number(of: level), seenOn: line.seenOn)
  }

  private mutating func see(_ rank: Int, on day: CalendarDate, at route: (start: Int, profile: Int), task: Int) {
    let place = places[route.profile][task]
    guard place >= 0 else { return }
    standings[route.start + place].see(rank, on: day, masteredFrom: scale.masteredRank)
  }

  /// What HR may know of every trainee, as ``CompetencyMatrix/sharedProgress(without:)`` tells it.
  public func sharedProgress() -> [SharedProgress] {
    knowledge.sharedProgress(asOf: asOf) { trainee in
      guard let route = routes[trainee.id], let plan = knowledge.plan(of: trainee, asOf: asOf) else { return nil }
      var tally = RouteTally(week: trainee.week(on: asOf))
      for (place, stop) in plan.enumerated() {
        let task = stop.inForce
        let standing = standing(of: task.task, trainee.id) ?? standings[route.start + place]
        let months = knowledge.company.tasks[task.task]?.repeatMonths
        tally.count(
          task, rank: standing.rank, beheerstOn: standing.beheerstOn, isStale: standing.isStale(after: months, asOf: asOf), scale)
      }
      return tally
    }
  }

  /// How a cell stands in which something was taken back; nil for another.
  private func standing(of task: TaskCode, _ trainee: TraineeID) -> CellStanding? {
    guard !capped.isEmpty, let facts = capped[CellKey(trainee: trainee, task: task)] else { return nil }
    return CountedObservation.standing(of: CountedObservation.all(of: facts, scale: scale, asOf: asOf), scale: scale)
  }
}
