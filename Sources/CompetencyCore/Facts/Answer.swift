/// What is asked about a sender's forms: which trainee, task or level is meant.
public struct QuestionKey: Hashable, Sendable, Comparable {
  /// What is asked.
  public enum Subject: String, Sendable, CaseIterable, Comparable {
    case trainee, task, level
    /// One form id was used for two trainees or days.
    case formReused = "form_reused"
    /// By sender, subject and what is written; bytes count.
    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }
  /// Whose forms ask it.
  public let sender: SenderKey
  /// What is asked.
  public let subject: Subject
  /// What the forms say: a participant's number, a task's code, a level of a scale, a form's id.
  public let written: String

  /// A question from its parts.
  public init(sender: SenderKey, subject: Subject, written: String) {
    (self.sender, self.subject, self.written) = (sender, subject, written)
  }

  /// Equal when the bytes are.
  public static func == (one: Self, other: Self) -> Bool {
    one.sender == other.sender && one.subject == other.subject && sameBytes(one.written, other.written)
  }

  /// Equal bytes, equal hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(sender)
    hasher.combine(subject)
    hasher.combine(MessageID(written))
  }

  /// By sender, subject and what is written; bytes count.
  public static func < (one: Self, other: Self) -> Bool {
    if one.sender != other.sender { return one.sender < other.sender }
    if one.subject != other.subject { return one.subject < other.subject }
    return one.written.utf8.lexicographicallyPrecedes(other.written.utf8)
  }
}

/// A person's answer to a question.
public struct Answer: Hashable, Sendable {
  /// What is meant.
  public enum Meaning: Hashable, Sendable {
    case trainee(TraineeID)
    case task(TaskCode)
    case level(LevelID)
    /// The lines that ask this are left out; of a form id used twice: both stay.
    case skip
  }
  /// Its place among the facts.
  public let id: FactID
  /// What was asked.
  public let question: QuestionKey
  /// What is meant.
  public let meaning: Meaning
  /// Whether later messages of this sender are read with it too.
  public let isRemembered: Bool

  /// An answer from checked parts.
  public init(id: FactID, question: QuestionKey, meaning: Meaning, isRemembered: Bool) {
    (self.id, self.question, self.meaning, self.isRemembered) = (id, question, meaning, isRemembered)
  }
}
