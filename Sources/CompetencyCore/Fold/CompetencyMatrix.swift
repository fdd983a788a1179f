/// The matrix on one day, as it was known at one booking: every current trainee, each task of the profile and each
/// other task with facts.
public struct CompetencyMatrix: Sendable {
  /// The day that it shows.
  public let asOf: CalendarDate
  /// What it was folded from.
  public let knowledge: Knowledge
  /// The cells, ordered by trainee, then by task.
  public let cells: [MatrixCell]
  private let places: [CellKey: Int]
  /// Where the cells of each trainee stand.
  private let parts: [TraineeID: Range<Int>]

  /// The matrix on this day of the trainees that are current, or of these trainees whether current or not.
  public init(_ knowledge: Knowledge, asOf: CalendarDate, trainees: Set<TraineeID>? = nil) {
    let company = knowledge.company
    var tasksWithFacts: [TraineeID: Set<TaskCode>] = [:]
    for (key, facts) in knowledge.cells where facts.hasFacts(upTo: asOf) {
      tasksWithFacts[key.trainee, default: []].insert(key.task)
    }
    let shown = trainees.map { ids in company.trainees.values.filter { ids.contains($0.id) }.sorted { $0.id < $1.id } }
    var (cells, parts): ([MatrixCell], [TraineeID: Range<Int>]) = ([], [:])
    cells.reserveCapacity(knowledge.cells.count)
    for trainee in shown ?? company.currentTrainees {
      let inProfile = Set(company.profile(of: trainee)?.tasks.map(\.task) ?? [])
      let start = cells.count
      for task in inProfile.union(tasksWithFacts[trainee.id] ?? []).sorted() {
        let key = CellKey(trainee: trainee.id, task: task)
        cells.append(
          MatrixCell(
            key: key, inProfile: inProfile.contains(task), facts: knowledge.cells[key] ?? CellFacts(), knowledge: knowledge,
            asOf: asOf))
      }
      parts[trainee.id] = start..<cells.count
    }
    (self.cells, self.parts) = (cells, parts)
    places = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1.key, $0) })
    (self.asOf, self.knowledge) = (asOf, knowledge)
  }

  /// The cell of a trainee and a task; nil when the task is not of the profile and has no facts.
  public subscript(trainee: TraineeID, task: TaskCode) -> MatrixCell? {
    places[CellKey(trainee: trainee, task: task)].map { cells[$0] }
  }

  /// The cell of a trainee and a task, also one that the matrix does not list: nothing seen, not of the profile.
  public func cell(_ trainee: TraineeID, _ task: TaskCode) -> MatrixCell {
    let key = CellKey(trainee: trainee, task: task)
    return self[trainee, task]
      ?? MatrixCell(key: key, inProfile: false, facts: knowledge.cells[key] ?? CellFacts(), knowledge: knowledge, asOf: asOf)
  }

  /// The cells of one trainee, in the order of the tasks' codes.
  public func cells(of trainee: TraineeID) -> ArraySlice<MatrixCell> {
    parts[trainee].map { cells[$0] } ?? []
  }
}

extension CellFacts {
  /// Whether anything was seen on or before this day.
  func hasFacts(upTo day: CalendarDate) -> Bool {
    observations.contains { $0.seenOn <= day } || proposals.contains { $0.seenOn <= day }
      || withdrawals.contains { $0.on <= day }
  }
}
