internal import Wording

/// The view model of `Templates/Pages/trainee.mustache`.
struct TraineeView: Sendable {
  struct Task: Sendable {
    let title, path, sign, when: String
    let says: String?
  }
  struct Agreement: Sendable {
    let text, owner, due: String
    let isOverdue: Bool
  }
  struct Entry: Sendable {
    let day, sign, title, path, kind, who, source: String
    /// By whom and when it was undone.
    let undone: String?
    let isSeen: Bool
  }

  struct OwnView: Sendable { let day, text: String }

  let words: [String: String]
  let name, training, people: String
  let status: String?
  let path: String
  let tick: String?
  let standing, inShort: String
  let next: [Task]
  let hasNext: Bool
  let seen: [Entry]
  let hasSeen: Bool
  let chart: HTMLFragment?
  let busy: [Task]
  let hasBusy: Bool
  let groups: HTMLFragment
  let agreements: [Agreement]
  let hasAgreements: Bool
  let agreementsPath: String?
  let nextConversation: String
  /// Where the next conversation is prepared, for who takes part in it.
  let preparePath: String?
  /// How the trainee sees what was written.
  let ownViews: [OwnView]
  let hasOwnViews: Bool
  let history: [Entry]
  let hasHistory, isOwn, takesPart: Bool
}
