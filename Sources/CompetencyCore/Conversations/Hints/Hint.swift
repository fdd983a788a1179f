/// Something to think about once more in what was written (*wenk*); never an objection, and nothing waits for it.
public struct Hint: Hashable, Sendable {
  /// What to think about; the key of its text (`hint.<code>`).
  public enum Code: String, Sendable, CaseIterable {
    /// Feedback is told from oneself.
    case begin_with_ik
    /// A word judges instead of telling what was seen.
    case judging_word
    /// The first thing said is something good.
    case begin_positive
    /// An agreement says who, what and when.
    case agreement_who, agreement_what, agreement_when
    /// The words judge the person; that belongs in an assessment.
    case reads_as_judgement
  }
  /// What to think about.
  public let code: Code
  /// The word that gave rise to it, as it was written; empty when it is about what is not there.
  public let word: String

  /// A hint, with the word that gave rise to it.
  public init(_ code: Code, word: String = "") { (self.code, self.word) = (code, word) }
}
