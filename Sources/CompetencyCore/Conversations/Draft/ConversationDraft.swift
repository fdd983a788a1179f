/// What somebody wrote down of a conversation, before names and ids in it are held against what is known.
///
/// It has no place for a mark: a score of the conversation or of the person cannot be said in it.
public struct ConversationDraft: Sendable {
  /// Something that was written, with where it stands; without a place it was typed.
  public struct Written<Value: Sendable>: Sendable {
    /// What was written.
    public let value: Value
    /// Where it stands; nil for what was typed as an option.
    public let place: SourcePlace?

    /// Something written at a place.
    public init(_ value: Value, at place: SourcePlace? = nil) { (self.value, self.place) = (value, place) }
  }
  /// An agreement: what, who, by when.
  public struct NewAgreement: Sendable, Hashable {
    /// What is agreed.
    public var words: String
    /// Who keeps it, as it was typed: an id or a piece of a name; empty for the trainee.
    public var owner: String
    /// The day by which it is kept; nil for none.
    public var dueOn: CalendarDate?
    /// The task it is about, as it was typed; empty for none.
    public var task: String
    /// The agreement that it rewords, as it was typed; empty for a new one.
    public var rewords: String

    /// An agreement from what was typed.
    public init(words: String, owner: String = "", dueOn: CalendarDate? = nil, task: String = "", rewords: String = "") {
      (self.words, self.owner, self.dueOn, self.task, self.rewords) = (words, owner, dueOn, task, rewords)
    }
  }
  /// What became of an agreement that was open.
  public struct Closing: Sendable, Hashable {
    /// What became of it.
    public enum Outcome: Sendable, Hashable {
      case done
      case dropped(reason: String)
      case moved(to: CalendarDate)
    }
    /// The agreement, as it was typed.
    public var agreement: String
    /// What became of it.
    public var outcome: Outcome

    /// What became of an agreement.
    public init(agreement: String, outcome: Outcome) { (self.agreement, self.outcome) = (agreement, outcome) }
  }
  /// A level that was seen, with the day of seeing.
  public struct SeenLevel: Sendable, Hashable {
    /// The task, as it was typed.
    public var task: String
    /// The level's id or the reason without one, as it was typed.
    public var word: String
    /// The day on which it was seen; nil for the day of the conversation.
    public var seenOn: CalendarDate?
    /// A remark; empty for none.
    public var note: String

    /// A level that was seen.
    public init(task: String, word: String, seenOn: CalendarDate? = nil, note: String = "") {
      (self.task, self.word, self.seenOn, self.note) = (task, word, seenOn, note)
    }
  }
  /// A goal that is set, or takes the place of another.
  public struct NewGoal: Sendable, Hashable {
    /// The goal in words.
    public var words: String
    /// 1 goes first.
    public var priority: Int
    /// How it shows that it was reached.
    public var keyResults: [KeyResult]
    /// The goal that it takes the place of, as it was typed; empty for a new one.
    public var replaces: String

    /// A goal from what was typed.
    public init(words: String, priority: Int = 1, keyResults: [KeyResult] = [], replaces: String = "") {
      (self.words, self.priority, self.keyResults, self.replaces) = (words, priority, keyResults, replaces)
    }
  }
  /// An obstacle that was named.
  public struct NewObstacle: Sendable, Hashable {
    /// What hinders.
    public var words: String
    /// Since which day; nil for the day of the conversation.
    public var since: CalendarDate?
    /// Who takes it up, as it was typed; empty for nobody yet.
    public var owner: String

    /// An obstacle from what was typed.
    public init(words: String, since: CalendarDate? = nil, owner: String = "") {
      (self.words, self.since, self.owner) = (words, since, owner)
    }
  }

  /// The day on which it was held; nil for today.
  public var heldOn: CalendarDate?
  /// How long it took, in minutes.
  public var minutes: Int?
  /// Whether the leidinggevende is told.
  public var isShared = false
  /// What was said, by the code of a topic of the canonical form.
  public var topics: [(code: String, words: Written<String>)] = []
  /// Compliments, each with the task that it names; empty for none.
  public var compliments: [(task: String, words: Written<String>)] = []
  /// Feedback in its slots, with whose it is.
  public var feedback: [(from: ConversationSide, slots: [FeedbackSlot: String])] = []
  /// What is needed of a side.
  public var support: [(of: ConversationSide, words: Written<String>)] = []
  /// What the trainee (medewerker) or the organisation (begeleider) wants.
  public var ambitions: [(of: ConversationSide, words: Written<String>)] = []
  /// New agreements.
  public var agreements: [Written<NewAgreement>] = []
  /// What became of open ones.
  public var closings: [Written<Closing>] = []
  /// Open agreements that were talked over and stay as they are, as they were typed.
  public var stillRunning: [Written<String>] = []
  /// Levels that were seen.
  public var levels: [Written<SeenLevel>] = []
  /// New goals.
  public var goals: [Written<NewGoal>] = []
  /// Looks at goals, each as it was typed.
  public var goalReviews: [(goal: Written<String>, verdict: GoalReview.Verdict)] = []
  /// New obstacles.
  public var obstacles: [Written<NewObstacle>] = []
  /// Obstacles that were taken away, as they were typed.
  public var endedObstacles: [Written<String>] = []
  /// The day of the next conversation.
  public var next: CalendarDate?
  /// The time of the next conversation.
  public var nextTime: TimeOfDay?
  /// Whether the side that writes found it useful.
  public var wasUseful: Bool?

  /// Nothing written yet.
  public init() {}
}

/// What one side wrote in preparation: an answer a question, by the question's id.
public struct PreparationDraft: Sendable {
  /// The answers in their order; an empty one takes an earlier answer away, or skips the question.
  public var answers: [(question: String, words: ConversationDraft.Written<String>)] = []
  /// Whether this side is ready.
  public var isReady = false

  /// Nothing written yet.
  public init() {}
}
