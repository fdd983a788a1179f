public import CompetencyCore

/// What the management team reads on one page: counts a team of who is in training now, without names of trainees.
///
/// A team that is so small that its counts tell of persons does not stand by itself. The small ones stand together, and when
/// they are too few for that too, the next smallest joins them: otherwise the total less the teams shown would tell of them.
public struct HRSummary: Sendable {
  /// The size below which a team does not stand by itself, unless another is set.
  public static let usualSmallestGroup = 5
  /// The least size that can be set: below three a count is a person.
  public static let leastSmallestGroup = 3

  /// One line: a team, the small ones together, or all.
  public struct Line: Sendable, Hashable {
    /// The team; nil for several together.
    public let team: String?
    /// How many are in training.
    public let people: Int
    /// How many have mastered what was planned, or more.
    public let onPlan: Int
    /// How many have a rhythm of conversations.
    public let withRhythm: Int
    /// How many of them had their conversation in time.
    public let conversationsOnTime: Int
    /// How many agreements are past their day.
    public let agreementsOverdue: Int
    /// How many tasks their profiles have together.
    public let tasks: Int
    /// How many of them were mastered at the end of each month of the last twelve, the day of the report last: 13 counts.
    public let course: [Int]
  }

  /// The day of the numbers.
  public let asOf: CalendarDate
  /// The size below which a team does not stand by itself.
  public let smallestGroup: Int
  /// The teams by name, then those that stand together.
  public let lines: [Line]
  /// Everybody who is in training.
  public let total: Line
  /// The days of ``Line/course``.
  public let courseDays: [CalendarDate]

  /// The summary of a report.
  public init(_ report: HRReport, smallestGroup: Int = usualSmallestGroup) {
    let current = report.rows.filter { $0.status == .lopend }
    let days = (0...12).reversed().map { report.asOf.adding(months: -$0) }
    let byTeam = Dictionary(grouping: current) { TeamName(text: $0.teamName) }
    let (shown, together) = Self.parted(byTeam.mapValues(\.count), smallest: smallestGroup)
    var lines = shown.map { team in Line(byTeam[team] ?? [], team: team.text, days: days) }
    if !together.isEmpty { lines.append(Line(together.flatMap { byTeam[$0] ?? [] }, team: nil, days: days)) }
    (asOf, self.smallestGroup, self.lines, courseDays) = (report.asOf, smallestGroup, lines, days)
    total = Line(current, team: nil, days: days)
  }

  /// The teams that may stand by themselves, and those that stand together.
  private static func parted(_ sizes: [TeamName: Int], smallest: Int) -> (shown: [TeamName], together: [TeamName]) {
    let bySize = sizes.keys.sorted { (sizes[$0] ?? 0, $0.text) < (sizes[$1] ?? 0, $1.text) }
    var together = bySize.prefix { (sizes[$0] ?? 0) < smallest }
    while !together.isEmpty, together.count < bySize.count, together.reduce(0, { $0 + (sizes[$1] ?? 0) }) < smallest {
      together = bySize.prefix(together.count + 1)
    }
    return (bySize.dropFirst(together.count).sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }, Array(together))
  }

  private struct TeamName: ExactText { let text: String }
}

extension HRSummary.Line {
  fileprivate init(_ rows: [SharedProgress], team: String?, days: [CalendarDate]) {
    (self.team, people) = (team, rows.count)
    onPlan = rows.count { $0.tasksMastered >= $0.tasksPlannedMastered }
    withRhythm = rows.count { $0.conversationIsOverdue != nil }
    conversationsOnTime = rows.count { $0.conversationIsOverdue == false }
    agreementsOverdue = rows.reduce(0) { $0 + $1.agreementsOverdue }
    tasks = rows.reduce(0) { $0 + $1.tasksInProfile }
    course = days.map { day in rows.reduce(0) { $0 + $1.masteredDays.count { $0 <= day } } }
  }
}
