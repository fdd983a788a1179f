/// What the row of a trainee said of profile and status from one booking on.
public struct TraineeTurn: Sendable {
  /// The booking that said so; nil for what was said first.
  public let since: BookingNumber?
  /// The profile that is followed.
  public let profile: ProfileID
  /// The version of it.
  public let profileVersion: Int
  /// Where the training stands.
  public let status: Trainee.Status

  init(_ trainee: Trainee, since: BookingNumber?) {
    (self.since, profile, profileVersion, status) = (since, trainee.profile, trainee.profileVersion, trainee.status)
  }

  func isSame(as other: TraineeTurn) -> Bool {
    profile == other.profile && profileVersion == other.profileVersion && status == other.status
  }
}

/// What changed of a training as a whole, on the days on which it became known.
public struct TrainingHistory: Sendable {
  /// How many tasks the route had from each day on; one entry, since the start, when that never changed.
  public let scope: [(since: CalendarDate, tasks: Int)]
  /// The days on which the training stood still, each up to the day on which it went on; nil for one that still does.
  public let pauses: [(first: CalendarDate, until: CalendarDate?)]

  /// Days of a training without turns.
  public static let none = TrainingHistory(scope: [], pauses: [])

  /// How many days there are from one day to another on which the training did not stand still.
  public func days(from one: CalendarDate, to other: CalendarDate) -> Int {
    pauses.reduce(other.dayNumber - one.dayNumber) { days, pause in
      let (first, end) = (max(pause.first, one), min(pause.until ?? .last, other))
      return days - max(0, end.dayNumber - first.dayNumber)
    }
  }

  /// Whether the training stands still on a day.
  public func isPaused(on day: CalendarDate) -> Bool {
    pauses.contains { $0.first <= day && $0.until.map { day < $0 } ?? true }
  }
}

extension Company {
  /// What changed of a trainee's training; the closure gives the day of a booking.
  public func history(of trainee: Trainee, day: (BookingNumber) -> CalendarDate?) -> TrainingHistory {
    let turns = turns[trainee.id] ?? [TraineeTurn(trainee, since: nil)]
    var scope: [(since: CalendarDate, tasks: Int)] = []
    var pauses: [(first: CalendarDate, until: CalendarDate?)] = []
    for turn in turns {
      let since = turn.since.flatMap(day) ?? trainee.start
      if let count = profile(turn.profile, version: turn.profileVersion)?.tasks.count, scope.last?.tasks != count {
        scope.append((since, count))
      }
      let stands = pauses.last.map { $0.until == nil } ?? false
      if turn.status == .gepauzeerd, !stands { pauses.append((since, nil)) }
      if turn.status != .gepauzeerd, stands { pauses[pauses.count - 1].until = since }
    }
    return TrainingHistory(scope: scope, pauses: pauses)
  }
}
