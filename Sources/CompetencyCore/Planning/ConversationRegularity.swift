/// How regularly conversations are held: whether one is overdue, and how far they are from the rhythm that was agreed.
///
/// A conversation that comes when it was promised can be prepared; one that comes at random is a surprise.
public struct ConversationRegularity: Hashable, Sendable {
  /// The day on which the next conversation is due.
  public let dueOn: CalendarDate
  /// How many days that is past; 0 when it is not.
  public let overdueDays: Int
  /// How far the conversations were from the rhythm; nil below three conversations, of which nothing can be said yet.
  public let deviation: Deviation?

  /// How many days conversations were too early or too late, each counted from the one before it.
  public struct Deviation: Hashable, Sendable {
    /// The mean of the days, in tenths of a day, rounded to the nearest.
    public let meanInTenths: Int
    /// The largest number of days.
    public let largest: Int
  }

  /// The regularity on a day.
  ///
  /// - Parameters:
  ///   - rhythm: how often a conversation is agreed.
  ///   - held: the days on which conversations were held, in any order; a day twice is one conversation.
  ///   - start: the day from which the rhythm counts until a conversation was held.
  ///   - today: the day on which it is asked.
  public init(_ rhythm: Rhythm, held: [CalendarDate], start: CalendarDate, asOf today: CalendarDate) {
    let days = Set(held.filter { $0 <= today }).sorted()
    dueOn = rhythm.next(after: days.last ?? start)
    overdueDays = max(0, today.dayNumber - dueOn.dayNumber)
    let off = zip(days, days.dropFirst()).map { abs($1.dayNumber - rhythm.next(after: $0).dayNumber) }
    guard days.count >= 3, let largest = off.max() else {
      deviation = nil
      return
    }
    deviation = Deviation(meanInTenths: (off.reduce(0, +) * 20 + off.count) / (2 * off.count), largest: largest)
  }
}
