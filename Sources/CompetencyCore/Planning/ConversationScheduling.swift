/// Plans the conversations of many trainees over a period: each by its rhythm, spread over working days.
///
/// The same members give the same days, in whatever order they are given.
public struct ConversationScheduling: Sendable {
  /// A trainee with whom conversations are to be planned.
  public struct Member: Sendable {
    /// Who.
    public let trainee: TraineeID
    /// Who holds the conversations.
    public let holder: PersonID
    /// How often.
    public let rhythm: Rhythm
    /// The day of the last conversation, or of the start of the training before there was any.
    public let last: CalendarDate
    /// The day on which the training is to end; no conversation is planned after it.
    public let expectedEnd: CalendarDate?
    /// The days for which a conversation is planned already.
    public let planned: [CalendarDate]

    /// A member from checked parts.
    public init(
      trainee: TraineeID, holder: PersonID, rhythm: Rhythm, last: CalendarDate, expectedEnd: CalendarDate? = nil,
      planned: [CalendarDate] = []
    ) {
      (self.trainee, self.holder, self.rhythm, self.last) = (trainee, holder, rhythm, last)
      (self.expectedEnd, self.planned) = (expectedEnd, planned)
    }
  }

  /// The days on which may be planned.
  public var period: ClosedRange<CalendarDate>
  /// When the company is closed.
  public var closed: [ClosedPeriod] = []
  /// The most conversations that one person holds on a day.
  public var mostPerHolder = 2
  /// The most conversations on a day.
  public var mostPerDay = 2
  /// Other conversations that stand, which take room: who holds them, on which days.
  public var standing: [PersonID: [CalendarDate]] = [:]

  /// A planning of a period with the usual limits.
  public init(period: ClosedRange<CalendarDate>) { self.period = period }

  /// What came of it.
  public struct Outcome: Hashable, Sendable {
    /// The conversations, by day and then by trainee.
    public internal(set) var placed: [Placement] = []
    /// Those for which there was no day.
    public internal(set) var unplaced: [Unplaced] = []
    /// Who was overdue when the period begins.
    public internal(set) var overdue: [Overdue] = []
  }

  /// A conversation with its day.
  public struct Placement: Hashable, Sendable {
    /// With whom.
    public let trainee: TraineeID
    /// Who holds it.
    public let holder: PersonID
    /// Its day.
    public let day: CalendarDate
    /// The day that the rhythm gives; for who was overdue the day on which the conversation had been due.
    public let ideal: CalendarDate
    /// Why it is not on its ideal day; nil when it is.
    public let moved: Reason?
  }

  /// Why a conversation is not on its ideal day.
  public enum Reason: Hashable, Sendable {
    /// That day is no working day.
    case rest(WorkingDays.Rest)
    /// Who holds it has enough conversations that day.
    case holderIsFull
    /// There are enough conversations that day.
    case dayIsFull
    /// It was due before the period.
    case overdue
  }

  /// A conversation that has no day.
  public struct Unplaced: Hashable, Sendable {
    /// With whom.
    public let trainee: TraineeID
    /// Who would hold it.
    public let holder: PersonID
    /// The day that the rhythm gives.
    public let ideal: CalendarDate
    /// What came before a free day did.
    public let why: Limit
  }

  /// What comes before a free day does.
  public enum Limit: String, Sendable, CaseIterable {
    /// The next conversation by the rhythm; two at once are of no use.
    case next
    /// The end of the period.
    case period
    /// The end of the training.
    case training
  }

  /// Somebody whose conversation was due before the period.
  public struct Overdue: Hashable, Sendable {
    /// Who.
    public let trainee: TraineeID
    /// When it was due.
    public let dueOn: CalendarDate
    /// How many days before the period's first day.
    public let days: Int
  }
}
