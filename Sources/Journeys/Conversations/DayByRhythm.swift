internal import CompetencyCore

extension ConversationDesk {
  /// The day that the rhythm gives for the next conversation, today at the earliest, or the first working day after it.
  func dayByRhythm() throws(Refusal) -> CalendarDate {
    guard let rhythm = trainee.rhythm else {
      throw Refusal(.usage, .no_rhythm, values: ["who": trainee.name.full, "trainee": trainee.id.text])
    }
    let last = situation.knowledge.conversationDays(of: trainee.id, upTo: situation.today).last ?? trainee.start
    return WorkingDays().first(onOrAfter: max(rhythm.next(after: last), situation.today))
  }
}
