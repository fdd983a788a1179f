internal import CompetencyCore
internal import Wording

/// What to think about once more in a record; a hint blocks nothing.
enum RecordHints {
  /// The hints as sentences, each once.
  static func hints(_ draft: ConversationDraft, _ console: Console) -> [String] {
    guard let words = try? console.folders.feedbackHints(console.texts.language) else { return [] }
    var hints: [Hint] = []
    for topic in draft.topics { hints += words.conversation(topic.words.value) }
    for feedback in draft.feedback {
      let first = FeedbackSlot.allCases.compactMap { feedback.slots[$0] }.first ?? ""
      hints += words.feedback(first, isFirst: true, isPositive: feedback.slots[.positief] != nil)
      for slot in [FeedbackSlot.ik, .gedrag, .effect] {
        hints += words.feedback(feedback.slots[slot] ?? "").filter { slot == .ik || $0.code != .begin_with_ik }
      }
    }
    for new in draft.agreements {
      hints += words.agreement(new.value.words, hasOwner: !new.value.owner.isEmpty, hasDay: new.value.dueOn != nil)
    }
    var said: Set<Hint> = []
    return hints.filter { said.insert($0).inserted }.map(console.texts.hint)
  }
}
