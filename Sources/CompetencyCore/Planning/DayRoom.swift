/// How many conversations each day still has room for.
struct DayRoom {
  private let days: WorkingDays
  private let mostPerHolder: Int
  private let mostPerDay: Int
  private var taken: [CalendarDate: [PersonID: Int]] = [:]

  init(_ scheduling: ConversationScheduling, _ members: [ConversationScheduling.Member]) {
    days = WorkingDays(closed: scheduling.closed)
    (mostPerHolder, mostPerDay) = (scheduling.mostPerHolder, scheduling.mostPerDay)
    for (holder, days) in scheduling.standing { for day in days { take(day, holder) } }
    for member in members { for day in member.planned { take(day, member.holder) } }
  }

  /// Why there is no room on a day; nil when there is.
  func hindrance(on day: CalendarDate, _ holder: PersonID) -> ConversationScheduling.Reason? {
    if let rest = days.rest(on: day) { return .rest(rest) }
    let taken = taken[day] ?? [:]
    if taken[holder, default: 0] >= mostPerHolder { return .holderIsFull }
    return taken.values.reduce(0, +) >= mostPerDay ? .dayIsFull : nil
  }

  mutating func take(_ day: CalendarDate, _ holder: PersonID) { taken[day, default: [:]][holder, default: 0] += 1 }
}
