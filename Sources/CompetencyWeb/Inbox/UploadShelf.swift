internal import CompetencyCore
internal import Journeys
internal import Synchronization

/// Keeps the files that somebody sent until the plan was read, so that they need not be chosen twice. In memory alone.
final class UploadShelf: Sendable {
  private struct Pile {
    let person: PersonID
    let files: [SentFile]
    let putAt: Instant
    var size: Int { files.reduce(0) { $0 + $1.bytes.count } }
  }

  /// How long files are kept, in milliseconds: a quarter of an hour.
  private static let memory: Int64 = 900_000
  /// How many bytes are kept in all; the oldest go first.
  private static let most = 64 << 20

  private let piles = Mutex<[String: Pile]>([:])

  /// Keeps files of somebody; the key under which they are found.
  func put(_ files: [SentFile], of person: PersonID, at now: Instant) -> String {
    let key = SecretHash.token()
    piles.withLock { piles in
      piles = piles.filter { now.milliseconds - $0.value.putAt.milliseconds < Self.memory }
      piles[key] = Pile(person: person, files: files, putAt: now)
      var size = piles.values.reduce(0) { $0 + $1.size }
      for (old, pile) in piles.sorted(by: { $0.value.putAt < $1.value.putAt }) where size > Self.most && !sameBytes(old, key) {
        piles[old] = nil
        size -= pile.size
      }
    }
    return key
  }

  /// The files under a key, for who sent them; nil when they are not here any more.
  func files(_ key: String, of person: PersonID, at now: Instant) -> [SentFile]? {
    piles.withLock { piles in
      guard let pile = piles[key], pile.person == person, now.milliseconds - pile.putAt.milliseconds < Self.memory else {
        return nil
      }
      return pile.files
    }
  }

  /// Forgets the files under a key.
  func drop(_ key: String) { piles.withLock { $0[key] = nil } }
}
