internal import CompetencyCore
internal import CompetencyStore

/// The words of a version: what is new, and what the version before said that stays.
extension ConversationRecording {
  /// What the version before says and this one does not change: putting one topic right leaves the others as they were. Before
  /// the first version it is what was written down step by step.
  func carryOver(_ version: FactID, _ facts: inout FactDraft) throws {
    guard let last = conversation.versions.last else {
      for topic in try desk.saidSoFar(in: conversation) where !draft.topics.contains(where: { sameBytes($0.code, topic.code) }) {
        note(.topic(topic.code), topic.words, version, &facts)
      }
      return
    }
    let before = try ShowConversationJourney.record(last, conversation, desk)
    for topic in before.topics where !draft.topics.contains(where: { sameBytes($0.code, topic.code) }) {
      note(.topic(topic.code), topic.words, version, &facts)
    }
    for compliment in before.compliments { note(.compliment(compliment.task), compliment.words, version, &facts) }
    for feedback in before.feedback where !draft.feedback.contains(where: { $0.from == feedback.from }) {
      self.feedback(feedback.from, feedback.slots, version, &facts)
    }
    for support in before.support where !draft.support.contains(where: { $0.of == support.of }) {
      note(.support(of: support.of), support.words, version, &facts)
    }
    for ambition in before.ambitions where !draft.ambitions.contains(where: { $0.of == ambition.of }) {
      note(.ambition(of: ambition.of), ambition.words, version, &facts)
    }
  }

  private func feedback(
    _ from: ConversationSide, _ slots: [FeedbackSlot: String], _ version: FactID, _ facts: inout FactDraft
  ) {
    facts.add { [conversation, desk] id, writer in
      let note = ConversationNote(
        id: id, conversation: conversation.id, version: version, trainee: desk.trainee.id, kind: .feedback(from: from))
      try writer.add(note, feedback: slots)
    }
  }

  /// What was said, part by part.
  func notes(_ version: FactID, _ facts: inout FactDraft) {
    // A topic without words takes away what an earlier version says of it.
    for topic in draft.topics where !topic.words.value.isEmpty { note(.topic(topic.code), topic.words.value, version, &facts) }
    for compliment in draft.compliments {
      let found = collect { () throws(Refusal) in try desk.task(compliment.task, at: compliment.words.place) }
      if let found { note(.compliment(found?.code), compliment.words.value, version, &facts) }
    }
    for given in draft.feedback where !given.slots.isEmpty { feedback(given.from, given.slots, version, &facts) }
    for support in draft.support { note(.support(of: support.of), support.words.value, version, &facts) }
    for ambition in draft.ambitions { note(.ambition(of: ambition.of), ambition.words.value, version, &facts) }
  }

  func note(_ kind: ConversationNote.Kind, _ words: String, _ version: FactID, _ facts: inout FactDraft) {
    facts.add { [conversation, desk] id, writer in
      let note = ConversationNote(
        id: id, conversation: conversation.id, version: version, trainee: desk.trainee.id, kind: kind)
      try writer.add(note, words: words)
    }
  }
}
