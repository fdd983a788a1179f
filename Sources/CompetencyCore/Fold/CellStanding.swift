/// How one cell stands on a day, as far as dates and counts need it: rules 5 to 7 and 11 of the fold, without who saw what.
public struct CellStanding: Sendable, Hashable {
  /// The rank of the level (rule 6).
  public private(set) var rank = 0
  /// The first day on which an observation counts for mastered or more (rule 7).
  public private(set) var beheerstOn: CalendarDate?
  /// The last such day.
  private var lastMasteredOn: CalendarDate?

  /// A cell in which nothing was seen.
  public init() {}

  /// Counts one observation for this rank on this day; in any order, as often as one likes.
  public mutating func see(_ counted: Int, on day: CalendarDate, masteredFrom masteredRank: Int) {
    if counted > rank { rank = counted }
    guard counted >= masteredRank else { return }
    if beheerstOn.map({ day < $0 }) ?? true { beheerstOn = day }
    if lastMasteredOn.map({ $0 < day }) ?? true { lastMasteredOn = day }
  }

  /// Whether it is mastered but was not seen for longer than so many calendar months (rule 11); nil for a task that never gets old.
  public func isStale(after months: Int?, asOf: CalendarDate) -> Bool {
    months.flatMap { months in lastMasteredOn.map { $0.adding(months: months) < asOf } } ?? false
  }
}
