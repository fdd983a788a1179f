internal import Wording

/// The view model of `Templates/Pages/task.mustache`.
struct TaskView: Sendable {
  struct Meaning: Sendable {
    let sign, name: String
    let text: String?
  }
  struct Waiting: Sendable {
    let sentence, id, take, leave, who: String
    let fields: HTMLFragment
    /// Whether taking it over lowers the level, which needs a reason.
    let lowers: Bool
    let reason: String
    let problem: String?
  }
  struct Entry: Sendable {
    let day, sign, kind, who, source: String
    let booked, mark, note: String?
    let isUndone: Bool
  }

  let words: [String: String]
  let title, name, traineePath, path, now, group: String
  let isSafety: Bool
  let done: String?
  let undo: HTMLFragment?
  let undoPath: String
  let problems: [String]
  let hasProblems: Bool
  let meanings: [Meaning]
  let waiting: [Waiting]
  let fields: HTMLFragment
  let records: Bool
  let was: String
  let choices: HTMLFragment
  let isOwn, observes: Bool
  let today, day, note, reason: String
  let dayProblem, reasonProblem, seenProblem: String?
  let isSeen: Bool
  let save: String
  let history: [Entry]
  let hasHistory: Bool
}
