/// A small history before it has booking numbers, so that its messages can arrive in more than one order.
struct FoldCase {
  struct Event {
    let id: Int
    /// What the booking writes; words of forms that nobody understood are asked since 0, until they arrive.
    var acts: [NaiveAct] = []
    /// The event that this one undoes.
    var undoes: Int?
    /// Whether it may arrive at another moment and mean the same.
    var isMovable = false
  }
  let number: Int
  let scale: NaiveScale
  let trainees: [String]
  let tasks: [String]
  /// In the order in which they happened first.
  var events: [Event]
  /// The days on which the bookings were written; never one before another.
  let bookingDays: [Int]

  /// The days on which things are seen: ends of months too, where calendar months clamp.
  static let days = [20_260_130, 20_260_131, 20_260_201, 20_260_228, 20_260_301, 20_260_330, 20_260_331, 20_260_430]
  /// A day after all of them, on which what has to be seen again is stale.
  static let afterAll = 20_260_501

  /// The history in this order of its events.
  func history(_ order: [Event]) -> NaiveHistory {
    var desk = ArrivalDesk(scale: scale)
    for (event, day) in zip(order, bookingDays) { desk.book(event, on: day) }
    return desk.history
  }

  /// The random choices of how to look at it; the same for every test.
  var looks: SplitMix64 { SplitMix64(seed: UInt64(number)) }

  /// The days on which to look at it: after all of it, and two others.
  func daysToLookAt(_ random: inout SplitMix64) -> [Int] { [Self.afterAll, random.pick(Self.days), random.pick(Self.days)] }

  /// The same events with the movable messages at other places, each still before what undoes it.
  func otherOrder(_ random: inout SplitMix64) -> [Event] {
    var order = events.filter { !$0.isMovable }
    for message in random.shuffled(events.filter(\.isMovable)) {
      let undo = order.firstIndex { $0.undoes == message.id } ?? order.count
      // The set-up stays the first booking.
      order.insert(message, at: 1 + random.below(undo))
    }
    return order
  }
}
