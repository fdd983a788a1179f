import CompetencyCore
import Foundation
import Testing

@Suite struct ForecastTests {
  private static let today = date(20_261_120)

  @Test(arguments: [1, 2, 4]) func `the range holds the truth for eight of ten trainees whose pace is known`(shape: Int) {
    var dice = SplitMix64(seed: UInt64(shape))
    var (held, early, late) = (0, 0, 0)
    for number in 0..<1000 {
      let road = Road(shape: shape, &dice)
      guard case .range(let range) = Forecast(road.pace, others: [], asOf: Self.today, seed: UInt64(number), draws: 400) else {
        Issue.record("no range for a trainee with \(road.pace.dwells.count) moments")
        continue
      }
      if road.arrival < range.earliest { early += 1 } else if road.arrival > range.latest { late += 1 } else { held += 1 }
    }
    #expect((750...850).contains(held), "\(held) of 1000, \(early) before it, \(late) after it")
    #expect(early > 50 && late > 50, "\(early) before it, \(late) after it: the range leans to one side")
  }

  @Test(arguments: [1, 2]) func `with too few own moments the routes of others hold the truth as well`(shape: Int) {
    var dice = SplitMix64(seed: 77 + UInt64(shape))
    var held = 0
    for number in 0..<1000 {
      let (road, others) = Road.early(shape: shape, &dice)
      guard case .range(let range) = Forecast(road.pace, others: others, asOf: Self.today, seed: UInt64(number), draws: 400)
      else {
        Issue.record("no range from \(others.count) routes of others")
        continue
      }
      #expect(range.otherRoutes == others.count)
      if (range.earliest...range.latest).contains(road.arrival) { held += 1 }
    }
    #expect((750...850).contains(held), "\(held) of 1000")
  }

  @Test func `the same facts give the same range, another day another`() throws {
    let pace = Self.pace(moments: 10)
    let seed = Forecast.seed(.sanne, Self.today)
    let one = Forecast(pace, others: [], asOf: Self.today, seed: seed)
    #expect(one == Forecast(pace, others: [], asOf: Self.today, seed: seed))
    #expect(seed == 9_606_185_312_901_451_579)
    #expect(seed != Forecast.seed(.bram, Self.today) && seed != Forecast.seed(.sanne, Self.today.adding(days: 1)))
  }

  @Test func `it takes eight weeks and six moments, or three routes of others that went further`() {
    func forecast(_ pace: Pace, _ others: [Pace] = []) -> Forecast {
      Forecast(pace, others: others, asOf: Self.today, seed: 1, draws: 50)
    }
    func isRange(_ forecast: Forecast) -> Bool { if case .range = forecast { true } else { false } }
    let other = Self.pace(moments: 20)
    #expect(forecast(Self.pace(moments: 6, days: 55)) == .tooLittle)
    #expect(isRange(forecast(Self.pace(moments: 6, days: 56))))
    #expect(forecast(Self.pace(moments: 5)) == .tooLittle)
    #expect(forecast(Self.pace(moments: 5), [other, other]) == .tooLittle)
    #expect(isRange(forecast(Self.pace(moments: 5), [other, other, other])))
    #expect(isRange(forecast(Self.pace(moments: 0), [other, other, other])))
    // Who is not further shows nothing of the road ahead.
    #expect(forecast(Self.pace(moments: 5), Array(repeating: Self.pace(moments: 5), count: 9)) == .tooLittle)
  }

  @Test func `who has arrived or stands still gets no range`() {
    let (day, moments) = (date(20_260_601), Self.pace(moments: 8).dwells)
    let arrived = Pace(dwells: moments, waiting: 9, remaining: 0, days: 300, lastReached: day)
    #expect(Forecast(arrived, others: [], asOf: Self.today, seed: 1) == .arrived(on: day))
    #expect(Forecast(arrived, others: [], asOf: Self.today, isPaused: true, seed: 1) == .arrived(on: day))
    #expect(Forecast(Self.pace(moments: 8), others: [], asOf: Self.today, isPaused: true, seed: 1) == .paused)
    let nothing = Pace(dwells: [], waiting: 90, remaining: 0, days: 90, lastReached: nil)
    #expect(Forecast(nothing, others: [], asOf: Self.today, seed: 1) == .tooLittle)
  }

  @Test func `a range lies ahead, also when it was waited for longer than ever`() {
    let pace = Pace(
      dwells: Array(repeating: Pace.Dwell(days: 7, tasks: 1), count: 8), waiting: 400, remaining: 1, days: 456,
      lastReached: nil)
    guard case .range(let range) = Forecast(pace, others: [], asOf: Self.today, seed: 1) else {
      Issue.record("no range")
      return
    }
    #expect(range.earliest > Self.today && range.earliest <= range.latest)
  }

  private static func pace(moments: Int, days: Int = 300) -> Pace {
    Pace(
      dwells: (0..<moments).map { Pace.Dwell(days: 9 + $0 % 4 * 5, tasks: 1 + $0 % 2) }, waiting: 5, remaining: 9, days: days,
      lastReached: nil)
  }
}

/// A trainee who was made up, with the day of arrival that the forecast does not know.
private struct Road {
  let pace: Pace
  let arrival: CalendarDate

  /// A road that was looked at somewhere between eight weeks and its end, with at least six moments.
  init(shape: Int, _ dice: inout SplitMix64) {
    while true {
      let (days, tasks) = Road.days(shape: shape, mean: 8 + 22 * dice.share(), count: 18 + dice.below(19), &dice)
      let looked = 56 + Int(dice.share() * Double(days[days.count - 1] - 56))
      if let road = Road(days, tasks, lookedOn: looked), road.pace.dwells.count >= 6 { self = road; return }
    }
  }

  /// A road that was looked at early, and three to eight of others whose paces lie up to a third apart from the middle.
  static func early(shape: Int, _ dice: inout SplitMix64) -> (Road, [Pace]) {
    while true {
      let count = 18 + dice.below(19)
      func made() -> (days: [Int], tasks: [Int]) {
        Road.days(shape: shape, mean: 16 * (0.7 + 0.6 * dice.share()), count: count, &dice)
      }
      let own = made()
      guard let road = Road(own.days, own.tasks, lookedOn: 56 + dice.below(40)), (1...5).contains(road.pace.dwells.count)
      else { continue }
      let others = (0..<3 + dice.below(6)).map { _ in made() }.compactMap { other in
        Road(other.days, other.tasks, lookedOn: other.days[other.days.count - 2])?.pace
      }
      return (road, others)
    }
  }

  private init?(_ days: [Int], _ tasks: [Int], lookedOn looked: Int) {
    guard looked >= 56, looked < days[days.count - 1] else { return nil }
    let seen = days.filter { $0 <= looked }
    var last = 0
    let dwells = zip(seen, tasks).map { day, tasks in
      defer { last = day }
      return Pace.Dwell(days: day - last, tasks: tasks)
    }
    pace = Pace(
      dwells: dwells, waiting: looked - last, remaining: tasks.dropFirst(seen.count).reduce(0, +), days: looked,
      lastReached: nil)
    arrival = date(20_261_120).adding(days: days[days.count - 1] - looked)
  }

  /// The days of the moments, at a steady pace: the more of a shape, the steadier. One moment in five brings two tasks.
  private static func days(
    shape: Int, mean: Double, count: Int, _ dice: inout SplitMix64
  ) -> (days: [Int], tasks: [Int]) {
    var day = 0
    let days = (0..<count).map { _ in
      let dwell = (0..<shape).reduce(0.0) { sum, _ in sum - log(1 - dice.share()) * mean / Double(shape) }
      day += max(1, Int(dwell.rounded(.up)))
      return day
    }
    return (days, (0..<count).map { _ in dice.chance(20) ? 2 : 1 })
  }
}

extension SplitMix64 {
  /// A number from 0 up to, not including, 1.
  fileprivate mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
