/// The opener of a conversation (gespreksopener): what the facts since the last one give to talk about.
///
/// Every number in it can be recounted: each line names the facts that it was counted from.
public struct Opener: Sendable {
  /// What a line is about; the key of its text.
  public enum Kind: String, Sendable, CaseIterable {
    /// Agreements that were kept, that lapsed or that were reworded since the last conversation.
    case agreements_done, agreements_dropped, agreements_reworded
    /// Agreements that are open, and of those the ones past their day.
    case agreements_open, agreements_overdue
    /// Tasks that became beheerst, or aangeleerd, since the last conversation.
    case mastered, taught
    /// Tasks whose planned week is over and whose target is not reached.
    case behind
    /// Proposals that say more than the level, and disagreements.
    case proposals, disagreements
    /// Tasks that are beheerst but were not seen for too long.
    case stale
    /// Results that no compliment has named yet.
    case unpraised
    /// Goals whose key result is late, and goals that nobody looked at in the last two conversations.
    case goals_late, goals_untouched
    /// There is no goal at all.
    case no_goal
    /// What hinders, with its age.
    case obstacles

    /// The topic under which it is talked over.
    public var topic: String {
      switch self {
      case .agreements_done, .agreements_dropped, .agreements_reworded, .agreements_open, .agreements_overdue: "terugblik"
      case .mastered, .taught, .behind, .proposals, .disagreements, .stale: "voortgang"
      case .unpraised: "feedback"
      case .goals_late, .goals_untouched, .no_goal: "doelen"
      case .obstacles: "knelpunten"
      }
    }
  }
  /// One thing that a line counts.
  public struct Entry: Sendable, Hashable {
    /// What it is.
    public enum Subject: Sendable, Hashable {
      case agreement(AgreementID)
      case task(TaskCode)
      case goal(GoalID)
      case obstacle(ObstacleID)
    }
    /// What it is.
    public let subject: Subject
    /// The day that matters: of closing, of being seen, by which it was due, since which it hinders.
    public let day: CalendarDate?
    /// The names of the facts that it comes from: `a-0031.2`, `b-0002.14:3` (the third line of a form), or a school's id.
    public let facts: [String]
  }
  /// One line: what is counted, and each thing that was.
  public struct Line: Sendable {
    /// What it is about.
    public let kind: Kind
    /// What was counted; empty only for ``Kind/no_goal``.
    public let entries: [Entry]
  }
  /// The day of the last conversation; nil when there was none.
  public let since: CalendarDate?
  /// The lines, in the order of ``Kind``; lines without entries are left out.
  public let lines: [Line]

  /// Whether the facts give nothing to talk about.
  public var isEmpty: Bool { lines.isEmpty }

  /// The opener of the next conversation with a trainee, on the matrix's day.
  public init(of trainee: Trainee, in matrix: CompetencyMatrix) {
    let held = matrix.knowledge.conversationDays(of: trainee.id, upTo: matrix.asOf)
    let counter = OpenerCounter(trainee: trainee, matrix: matrix, held: held)
    since = held.last
    lines = Kind.allCases.compactMap { kind in
      let entries = counter.entries(of: kind)
      let isLine = kind == .no_goal ? counter.hasNoGoal : !entries.isEmpty
      return isLine ? Line(kind: kind, entries: entries) : nil
    }
  }
}
