/// Where the rhythm of one trainee is while conversations are planned.
///
/// It is counted from the last conversation throughout: a conversation on another day does not move those after it.
struct MemberRhythm {
  let member: ConversationScheduling.Member
  /// Whether the conversation that is due was due before the period.
  private(set) var isOverdue = false
  private var count = 1
  private var hasStopped = false
  private var planned: ArraySlice<CalendarDate>

  init(_ member: ConversationScheduling.Member, from first: CalendarDate) {
    self.member = member
    planned = member.planned.filter { $0 > member.last }.sorted()[...]
    // The first conversation that is planned may make up for some that were missed; so may one after a gap.
    if let day = planned.popFirst() { catchUp(on: day) }
    while let due, due < first, let day = planned.popFirst() { catchUp(on: day) }
    isOverdue = due.map { $0 < first } ?? false
  }

  /// The day on which the next conversation is due; nil when the rhythm has stopped.
  var due: CalendarDate? { hasStopped ? nil : ideal(count) }

  /// The day on which the one after that is due.
  var after: CalendarDate { ideal(count + 1) }

  /// Goes on to the next conversation.
  mutating func goOn() {
    count += 1
    passCovered()
  }

  /// Goes on after a conversation that makes up for all that were missed; when the next would be nearer to it than the one
  /// before, it stands for that one too, or two conversations would follow each other in a few days.
  mutating func catchUp(on day: CalendarDate) {
    let missed = count
    while ideal(count) <= day, ideal(count) < .last { count += 1 }
    if ideal(count).dayNumber - day.dayNumber < day.dayNumber - ideal(count - 1).dayNumber { count += 1 }
    (count, isOverdue) = (max(count, missed + 1), false)
    passCovered()
  }

  mutating func stop() { hasStopped = true }

  private func ideal(_ count: Int) -> CalendarDate { member.rhythm.day(count, after: member.last) }

  /// Passes the days for which a conversation is planned: on or after the day that is due, or nearer to it than to the one before.
  private mutating func passCovered() {
    while let day = planned.first, day < after {
      planned.removeFirst()
      let due = ideal(count)
      if due <= day || due.dayNumber - day.dayNumber < day.dayNumber - ideal(count - 1).dayNumber { count += 1 }
    }
    // The calendar ends here; the same day for ever is no rhythm.
    if ideal(count) == .last { hasStopped = true }
  }
}
