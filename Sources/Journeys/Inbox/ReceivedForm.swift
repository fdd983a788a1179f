public import CompetencyCore

/// The name of a form that was read in, `f-0031.2`.
public struct ReceivedFormID: FactName {
  /// The letter before the number.
  public static let letter = "f"
  /// What was read from it.
  public let fact: FactID
  /// The name of the form of this reading.
  public init(_ fact: FactID) { self.fact = fact }
}

/// A form that counts as it stands beside what is known now, for a list.
public struct ReceivedForm: Sendable {
  /// Its name.
  public let id: ReceivedFormID
  /// The id that the school gave it.
  public let formID: FormID
  /// Who sent it, as the sender calls itself.
  public let sender: String
  /// The day of the conversation.
  public let heldOn: CalendarDate
  /// Whom it is about; nil while that is asked.
  public let trainee: Trainee?
  /// How many lines it has.
  public let lineCount: Int
  /// How many of its lines wait for a decision.
  public let waiting: Int
  /// How many questions it asks.
  public let questions: Int
  /// Who read it to the end, and on which day; nil while nobody did.
  public let read: (name: String, day: CalendarDate)?

  /// Whether nothing in it waits for anybody.
  public var isSettled: Bool { waiting == 0 && questions == 0 }
}

/// A form with each of its lines.
public struct ReceivedFormContent: Sendable {
  /// How a line of a form stands beside what is known now.
  public enum Standing: Sendable {
    /// It waits for a decision.
    case waits(InboxItem, mayAccept: Bool)
    /// It waits for the answer to a question; nil for who does not answer questions.
    case asked(InboxItem?)
    /// Somebody decided about it.
    case decided(Decision.Verdict, by: String)
    /// It says the level that is known.
    case equal
    /// It says less, and nobody is asked.
    case lower
    /// It says more, and nobody is asked: it is of a later day, or was taken back.
    case higher
    /// It gives no level.
    case without(AbsenceReason)
    /// It was left out by an answer.
    case leftOut
  }

  /// A line of a form.
  public struct Line: Sendable {
    /// The task: ours, or as the school wrote it when that is asked.
    public let task: String
    /// The level that is known now; nil when it is not known whose task it is.
    public let now: LevelID?
    /// The level that the line says; nil when there is none, or it is asked.
    public let said: LevelID?
    /// Who says it, as a role.
    public let role: Role
    /// The day on which it was seen.
    public let seenOn: CalendarDate
    /// Where the form says it.
    public let place: SourcePlace?
    /// The name under which it waits or waited for a decision; nil for what never does.
    public let item: String?
    /// How it stands.
    public let standing: Standing
  }

  /// An agreement in the form, with its words, for who may read them.
  public struct Agreed: Sendable {
    /// How it stands.
    public let agreement: StandingAgreement
    /// Its words; empty when they were erased.
    public let words: String
  }

  /// The form.
  public let form: ReceivedForm
  /// The participant as the form names it; empty when it gives no name.
  public let participant: String
  /// Where the form stands.
  public let place: SourcePlace?
  /// Its lines, in its own order.
  public let lines: [Line]
  /// The questions about the form as a whole: whose it is.
  public let questions: [InboxItem]
  /// How many agreements it states.
  public let agreementCount: Int
  /// The same with their words; empty for who may not read them.
  public let agreements: [Agreed]
}
