internal import Wording

/// The view model of `Templates/Pages/step.mustache`.
struct StepView: Sendable {
  struct Step: Sendable {
    let name, path: String
    let isCurrent, isSaid: Bool
  }
  struct Topic: Sendable {
    let code, title, text, was: String
    /// What somebody else wrote meanwhile.
    let now: String?
    let isStale: Bool
  }
  struct Answers: Sendable {
    let name: String
    let lines: [Answer]
    let hasLines: Bool
  }
  struct Answer: Sendable { let question, text: String }

  let words: [String: String]
  let fields: HTMLFragment
  let title, when, path, recordPath: String
  let hasBegun: Bool
  let clock: StepClock?
  let steps: [Step]
  /// `Stap 3 van 5: Knelpunten`
  let heading: String
  let number: Int
  let questions, opener: [String]
  let hasOpener: Bool
  /// The agreements of before, which the first step begins with.
  let earlier: [StepAgreements.Earlier]
  let hasEarlier, isFirst: Bool
  let topics: [Topic]
  let prepared: [Answers]
  let isPreparedOpen: Bool
  /// The tasks that somebody can be asked to look at.
  let busy: [Choice]
  let hasBusy: Bool
  let lookAt: String
  /// The last step: what was agreed until now, room for more, and the end.
  let end: StepAgreements?
  let previous: String?
  let next: String
  let problems: [String]
  let hasProblems: Bool
}
