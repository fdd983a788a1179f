/// What is known before a conversation is written down: it stands in the file that a person fills in.
public struct RecordSheet: Sendable {
  /// Something that is open: an agreement, a goal or an obstacle.
  public struct Open: Sendable {
    /// Its name, as it is typed.
    public let id: String
    /// Its words, and what belongs to them, as people read it.
    public let words: String

    /// Something that is open.
    public init(id: String, words: String) { (self.id, self.words) = (id, words) }
  }
  /// A step of the conversation.
  public struct Section: Sendable {
    /// What it is called.
    public let title: String
    /// What it is about.
    public let topics: [ConversationTopic]
    /// Questions that may be asked.
    public let questions: [String]

    /// A step of the conversation.
    public init(title: String, topics: [ConversationTopic], questions: [String]) {
      (self.title, self.topics, self.questions) = (title, topics, questions)
    }
  }
  /// What the comments of the file tell; the words of each are given with the sheet.
  public enum Note: String, Sendable, CaseIterable {
    case head, answers, earlier_agreements, other_topics, compliments, feedback, support, ambitions, levels, agreements
    case current_goals, goals, current_obstacles, obstacles
    case positief, ik, gedrag, effect, suggestie, reactie, afspraak
  }

  /// The first line: which conversation, with whom, when.
  public let title: String
  /// The day on which it was held.
  public let heldOn: CalendarDate
  /// When the next conversation is planned, as people read it; empty when it is not.
  public let next: String
  /// The open agreements.
  public let agreements: [Open]
  /// The open goals.
  public let goals: [Open]
  /// What hinders.
  public let obstacles: [Open]
  /// The steps of the conversation, in their order.
  public let sections: [Section]
  /// The words of the comments; a note without words is left out.
  public let notes: [Note: String]

  /// A sheet from what is known.
  public init(
    title: String, heldOn: CalendarDate, next: String = "", agreements: [Open] = [], goals: [Open] = [],
    obstacles: [Open] = [], sections: [Section] = [], notes: [Note: String] = [:]
  ) {
    (self.title, self.heldOn, self.next, self.agreements) = (title, heldOn, next, agreements)
    (self.goals, self.obstacles, self.sections, self.notes) = (goals, obstacles, sections, notes)
  }
}
