/// What goes back to a school about one of its trainees (retour): levels with their days, answers to what the school
/// proposed, agreements, and that a conversation was held.
///
/// It has no place for the words of a conversation, for remarks, for what the trainee thinks of the own level or for a
/// personnel number, so there is nothing to leave out.
public struct SchoolReturn: Sendable {
  /// One task of the matrix of which anything was seen.
  public struct Row: Sendable {
    /// The task by our code.
    public let task: TaskCode
    /// What it is called; empty when it has no title.
    public let title: String
    /// The school's own code for it, when it writes another than ours.
    public let schoolCode: TaskCode?
    /// The level, and why there is none.
    public let cell: MatrixCell
    /// What both rest on, by day; at least one.
    public let grounds: [CellGround]
    /// The level on the day of the last conversation before this return, where it was another.
    public let before: LevelID?

    /// The day on which the level, or why there is none, was established.
    public var establishedOn: CalendarDate? {
      cell.without == nil ? cell.named?.seenOn : grounds.last { if case .without = $0.judgement { true } else { false } }?.seenOn
    }
  }
  /// What became of something that the school proposed.
  public struct Answer: Sendable {
    /// What became of it.
    public enum Outcome: String, Sendable, CaseIterable {
      case taken_over, not_taken_over, reached, waiting
    }
    /// What was proposed.
    public let proposal: Statement
    /// The level that was proposed.
    public let level: LevelID
    /// What became of it.
    public let outcome: Outcome
    /// The level that the task has.
    public let current: LevelID
  }
  /// An agreement with what of it goes along.
  public struct Agreement: Sendable {
    /// How it stands.
    public let standing: StandingAgreement
    /// Who keeps it, as a role.
    public let owner: Role
    /// The name of who keeps it when that is none of the three around the trainee.
    public let ownerName: String?
    /// Its words, or what stands for words that stay here.
    public let words: String
  }
  /// That a conversation was held, and no word of it.
  public struct HeldConversation: Sendable {
    /// The day.
    public let heldOn: CalendarDate
    /// What kind of conversation.
    public let kind: FormKind
    /// Whether it was written down here, so that it can be seen.
    public let isRecordedHere: Bool
    /// The day on which the trainee saw what was written down; nil when that did not happen.
    public let seenOn: CalendarDate?
    /// The day on which it was written down, and what whoever did it is to the trainee.
    public let recorded: (on: CalendarDate, by: Role)?
  }
  /// Whom it is about.
  public let trainee: Trainee
  /// The school that it goes to.
  public let school: School
  /// The day that it shows.
  public let asOf: CalendarDate
  /// The last booking that it knows of, which makes a later return of the same day the later version.
  public let version: BookingNumber
  /// The levels of the company.
  public let scale: MasteryScale
  /// The day of the last conversation before it, which differences are told since; nil when there was none.
  public let since: CalendarDate?
  /// The tasks of which anything was seen, in the order of the company's list.
  public let rows: [Row]
  /// What became of what the school proposed, by day.
  public let answers: [Answer]
  /// The agreements of this school and our own, as they stand.
  public let agreements: [Agreement]
  /// The last conversation that was held; nil when there was none.
  public let conversation: HeldConversation?
  /// The newest message of the school about the trainee, which it answers; nil when there is none.
  public let answered: MessageKey?
}
