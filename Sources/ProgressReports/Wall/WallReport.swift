public import CompetencyCore

/// The matrix of a team as it hangs on the wall: levels and how many can do a task, and nothing that puts a person on show.
///
/// The type has no place for plans, delays, proposals, shares or who was not seen for long, so none can hang there.
public struct WallReport: Sendable {
  /// The paper that it is laid out for.
  public enum Paper: String, CaseIterable, Sendable {
    /// A3 on its side: the whole team where it fits.
    case a3 = "A3"
    /// A4 upright: a sheet for each group of tasks.
    case a4 = "A4"

    /// How many lines of tasks and headings one sheet has room for; a scale of more levels takes more lines under the table.
    func lines(_ scale: MasteryScale) -> Int { self == .a3 ? (scale.levels.count > 3 ? 41 : 43) : 13 }
    /// How many people one sheet has room for.
    var people: Int { self == .a3 ? 16 : 8 }
  }
  /// What one cell shows.
  public enum Mark: Sendable, Hashable {
    /// The task is not one of this person's.
    case none
    case level(LevelID)
    /// The task cannot be done here, or does not apply.
    case without(AbsenceReason)
  }
  /// One row.
  public struct Row: Sendable {
    /// What people call the task.
    public let title: String
    /// A mark for each person.
    public let marks: [Mark]
    /// How many master it, and how many are needed; nil where that is not counted.
    public let coverage: (mastered: Int, needed: Int)?
  }
  /// The tasks of one group.
  public struct Group: Sendable {
    /// What people call it; empty for tasks without a group.
    public let title: String
    /// Its tasks.
    public let rows: [Row]
  }
  /// One sheet of paper.
  public struct Sheet: Sendable {
    /// The names at the heads of the columns.
    public let names: [String]
    /// The tasks in their groups.
    public let groups: [Group]
    /// How many lines it has, headings of groups included.
    var lines: Int { groups.reduce(0) { $0 + $1.rows.count + 1 } }
  }

  /// The team.
  public let team: String
  /// The day that it shows.
  public let asOf: CalendarDate
  /// The day of the next print: four weeks later.
  public var nextPrint: CalendarDate { asOf.adding(days: 28) }
  /// The paper.
  public let paper: Paper
  /// The sheets in the order in which they hang.
  public let sheets: [Sheet]
  /// The levels.
  public let scale: MasteryScale
  /// The day on which it was talked over with the team.
  public let discussedOn: CalendarDate

  /// The wall of a team whose every current trainee is shown, of the tasks that may hang there.
  public init(
    ofTeam team: String, trainees: [Trainee], in matrix: CompetencyMatrix, paper: Paper, names: WallNames,
    discussedOn: CalendarDate
  ) {
    let tasks = matrix.knowledge.company.tasks
    let table = MatrixTable(of: matrix, trainees: trainees, team: team)
    let numbers = Dictionary(trainees.map { ($0.id, $0.personnelNumber) }, uniquingKeysWith: { first, _ in first })
    let heads = ShortNames(trainees.map { ($0.id, $0.name) }) { names.forms($0, $1, number: numbers[$1] ?? "") }
    let groups = table.groups.map { group in
      Group(
        title: group.title,
        rows: group.rows.filter { tasks[$0.task]?.isOnWall ?? false }.map { row in
          Row(
            title: row.title.isEmpty ? row.task.text : row.title, marks: row.cells.map(Mark.init),
            coverage: row.coverage.map { ($0.masteredBy.count, $0.needed) })
        })
    }.filter { !$0.rows.isEmpty }
    (self.team, asOf, self.paper, scale) = (team, matrix.asOf, paper, table.scale)
    self.discussedOn = discussedOn
    sheets =
      WallSheets(
        names: trainees.map { heads[$0.id] }, groups: groups, lines: paper.lines(scale), people: paper.people,
        isGroupAlone: paper == .a4
      ).sheets
  }
}

extension WallReport.Mark {
  init(_ cell: MatrixCell?) {
    guard let cell else { self = .none; return }
    self = cell.without.map { cell.level == .nogNiet ? .without($0) : .level(cell.level) } ?? .level(cell.level)
  }
}
