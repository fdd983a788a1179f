internal import Wording

/// The view model of `Templates/Pages/agreement.mustache`.
struct AgreementView: Sendable {
  struct Step: Sendable {
    let words: String
    let isDone: Bool
  }
  let words: [String: String]
  let title, text, who, owner, due: String
  let state: String?
  let fields: HTMLFragment
  let path: String
  let isOpen: Bool
  let was, day, reason, needed: String
  let moved: String?
  let asksWhatIsNeeded: Bool
  let steps: [Step]
  let hasSteps: Bool
  let problems: [String]
  let hasProblems: Bool
  let dayProblem, neededProblem, reasonProblem: String?
}
