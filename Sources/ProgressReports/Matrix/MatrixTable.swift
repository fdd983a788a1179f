public import CompetencyCore

/// The matrix laid out for people: tasks as rows under their groups, trainees as columns.
public struct MatrixTable: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// Whose it is.
    public let trainee: TraineeID
    /// The name at its head: the first name, longer where two are alike.
    public let shortName: String
    /// How many tasks of the profile are mastered.
    public let mastered: Int
    /// How many tasks the profile has.
    public let inProfile: Int
    /// How many of them were mastered at the end of each of the last twelve weeks, the day of the table last.
    public let course: [Int]
  }
  /// One row.
  public struct Row: Sendable {
    /// The task.
    public let task: TaskCode
    /// What people call it.
    public let title: String
    /// A cell a column; nil where the task does not belong to the trainee.
    public let cells: [MatrixCell?]
    /// How the team stands for this task; nil when it is not counted.
    public let coverage: TaskCoverage?
  }
  /// The tasks of one group.
  public struct Group: Sendable {
    /// What people call it; empty for tasks without a group.
    public let title: String
    /// Its tasks in the order of the company's list.
    public let rows: [Row]
  }

  /// The day that it shows.
  public let asOf: CalendarDate
  /// The team whose table it is; nil for people of several teams or a part of one.
  public let team: String?
  /// The columns.
  public let columns: [Column]
  /// The rows, in groups.
  public let groups: [Group]
  /// The coverage of the team; nil for a part of it.
  let coverage: [TaskCoverage]?
  /// What people call everybody of the table, also those whose columns stand in another part of it.
  let names: [TraineeID: String]
  /// The levels.
  public let scale: MasteryScale

  /// The table of these trainees, of one group of tasks or of all of them.
  ///
  /// Coverage is told only of a whole team: of a part of it the count would mislead.
  ///
  /// - Parameter routes: the routes of these trainees, for who has them already.
  public init(
    of matrix: CompetencyMatrix, trainees: [Trainee], team: String? = nil, group: String? = nil,
    routes known: [TraineeID: Route]? = nil
  ) {
    let routes = known ?? matrix.routes(of: trainees)
    let company = matrix.knowledge.company
    let names = ShortNames(trainees.map { ($0.id, $0.name) })
    let columns = trainees.map { trainee in
      let route = routes[trainee.id]
      let mastered = route?.masteredDays ?? []
      return Column(
        trainee: trainee.id, shortName: names[trainee.id], mastered: route?.masteredCount ?? 0,
        inProfile: route?.stops.count ?? 0,
        course: (0..<12).reversed().map { week in
          let day = matrix.asOf.adding(days: -7 * week)
          return mastered.count { $0 <= day }
        })
    }
    let shown = Set(trainees.map(\.id))
    let isWhole = team.map { team in company.currentTrainees(ofTeam: team).allSatisfy { shown.contains($0.id) } }
    coverage = isWhole == true ? team.map { matrix.coverage(ofTeam: $0, routes: routes) } : nil
    let byTask = Dictionary((coverage ?? []).map { ($0.task, $0) }, uniquingKeysWith: { first, _ in first })
    var used: Set<TaskCode> = []
    for trainee in trainees { for cell in matrix.cells(of: trainee.id) { used.insert(cell.key.task) } }
    let listed = company.tasksInOrder.filter { used.contains($0.code) }
    let unlisted = used.subtracting(listed.map(\.code)).sorted()
      .map { WorkTask(code: $0, title: "", group: "", needed: nil, repeatMonths: nil, isSafety: false) }

    let grouped = Self.grouped(listed + unlisted).filter { title, _ in group.map { Self.fits(title, $0) } ?? true }
    groups = grouped.map { title, tasks in
      Group(
        title: title,
        rows: tasks.map { task in
          Row(
            task: task.code, title: task.title, cells: trainees.map { matrix[$0.id, task.code] }, coverage: byTask[task.code])
        })
    }
    (asOf, scale, self.columns) = (matrix.asOf, company.scale, columns)
    self.names = Dictionary(columns.map { ($0.trainee, $0.shortName) }, uniquingKeysWith: { first, _ in first })
    self.team = isWhole == true ? team : nil
  }

  private init(_ whole: MatrixTable, columns: Range<Int>, groups: [Group]) {
    (asOf, team, scale, names, coverage) = (whole.asOf, whole.team, whole.scale, whole.names, whole.coverage)
    (self.columns, self.groups) = (Array(whole.columns[columns]), groups)
  }

  /// The table in parts that are no wider than so many columns, as even as they can be; the coverage stands in the last.
  func parts(ofColumns most: Int) -> [MatrixTable] {
    let count = max((columns.count + most - 1) / most, 1)
    return (0..<count).map { part in
      let range = columns.count * part / count..<columns.count * (part + 1) / count
      let isLast = part == count - 1
      return MatrixTable(
        self, columns: range,
        groups: groups.map { group in
          Group(
            title: group.title,
            rows: group.rows.map { row in
              Row(
                task: row.task, title: row.title, cells: Array(row.cells[range]), coverage: isLast ? row.coverage : nil)
            })
        })
    }
  }

  /// Every row.
  var rows: [Row] { groups.flatMap(\.rows) }

  /// The names of the groups that a company's tasks stand under, in its own order.
  public static func groupTitles(of company: Company) -> [String] {
    grouped(company.tasksInOrder).map(\.0).filter { !$0.isEmpty }
  }

  /// The tasks under their groups; a group stands where its first task stands.
  private static func grouped(_ tasks: [WorkTask]) -> [(String, [WorkTask])] {
    var order: [GroupKey] = []
    var members: [GroupKey: [WorkTask]] = [:]
    for task in tasks {
      let key = GroupKey(text: task.group)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(task)
    }
    return order.map { ($0.text, members[$0] ?? []) }
  }

  /// Whether a group is the one that was asked for, or is under the kerntaak that was.
  private static func fits(_ title: String, _ wanted: String) -> Bool {
    let (title, wanted) = (NameMatching.plain(title), NameMatching.plain(wanted))
    return sameBytes(title, wanted) || title.utf8.starts(with: (wanted + " /").utf8)
  }

  private struct GroupKey: ExactText { let text: String }
}
