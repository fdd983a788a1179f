internal import CompetencyCore
internal import Synchronization

/// Counts wrong guesses, so that who guesses must wait longer and longer.
///
/// It counts per place that the guesses come from and the account they are for, so that nobody can lock another one out
/// from elsewhere; and per place alone, so that one place cannot try every account.
final class GuessCounter: Sendable {
  private struct Count {
    var wrong = 0
    var last = Instant(milliseconds: 0)
  }

  /// How many wrong guesses are free.
  static let free = 5
  /// How many wrong guesses for all accounts together a place has before it waits.
  private static let freeOfPlace = 50
  /// After how long a wrong guess is forgotten, in milliseconds.
  private static let memory: Int64 = 3_600_000
  /// The most places that are kept; beyond it the oldest are forgotten.
  private static let mostKept = 20_000

  private let counts = Mutex<[String: Count]>([:])

  /// How many seconds to wait before the next guess; 0 for none.
  func wait(at now: Instant, from place: String, for account: String) -> Int {
    counts.withLock { counts in
      max(
        Self.wait(counts[place + "\n" + account], free: Self.free, now),
        Self.wait(counts[place], free: Self.freeOfPlace, now))
    }
  }

  /// How many guesses are left without waiting.
  func left(at now: Instant, from place: String, for account: String) -> Int {
    counts.withLock { counts in
      guard let count = counts[place + "\n" + account], now.milliseconds - count.last.milliseconds < Self.memory else {
        return Self.free
      }
      return max(0, Self.free - count.wrong)
    }
  }

  /// Notes a wrong guess.
  func wrong(at now: Instant, from place: String, for account: String) {
    counts.withLock { counts in
      if counts.count > Self.mostKept { counts = counts.filter { now.milliseconds - $0.value.last.milliseconds < Self.memory } }
      for key in [place + "\n" + account, place] {
        var count = counts[key] ?? Count()
        if now.milliseconds - count.last.milliseconds >= Self.memory { count.wrong = 0 }
        count.wrong += 1
        count.last = now
        counts[key] = count
      }
    }
  }

  /// Forgets the wrong guesses for an account from a place, after a right one.
  func right(from place: String, for account: String) { counts.withLock { $0[place + "\n" + account] = nil } }

  private static func wait(_ count: Count?, free: Int, _ now: Instant) -> Int {
    guard let count, count.wrong >= free else { return 0 }
    let passed = now.milliseconds - count.last.milliseconds
    guard passed < memory else { return 0 }
    // 30 seconds after the fifth, then twice as long each time, at most a quarter of an hour.
    let wait = Int64(min(900, 30 << min(5, count.wrong - free))) * 1000
    return passed < wait ? Int((wait - passed + 999) / 1000) : 0
  }
}
