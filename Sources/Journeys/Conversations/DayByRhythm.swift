internal import CompetencyCore

extension ConversationDesk {
  /// The day that the rhythm gives for the next conversation, today at the earliest.
  func dayByRhythm() throws(Refusal) -> CalendarDate {
    guard let rhythm = trainee.rhythm else {
      throw Refusal(.usage, .no_rhythm, values: ["who": trainee.name.full, "trainee": trainee.id.text])
    }
    let last = situation.knowledge.conversationDays(of: trainee.id, upTo: situation.today).last ?? trainee.start
    return max(rhythm.next(after: last), situation.today)
  }
}

extension Rhythm {
  /// The day on which a conversation is due after one.
  func next(after last: CalendarDate) -> CalendarDate {
    switch self {
    case .wekelijks: last.adding(days: 7)
    case .tweewekelijks: last.adding(days: 14)
    case .maandelijks: last.adding(months: 1)
    case .kwartaal: last.adding(months: 3)
    case .weeks(let count): last.adding(days: count * 7)
    }
  }
}
