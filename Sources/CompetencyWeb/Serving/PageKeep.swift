internal import CompetencyCore
internal import Journeys
internal import Synchronization
internal import Wording

/// Pages that were made, kept for who asks again while nothing has changed: the matrix of a team is looked at far more often than
/// it changes.
///
/// A page is given again to the same person, in the same language, at the same address, at the same state of the database and
/// within the same quarter of an hour, in which it is one day everywhere. What a form must send back is another one each session,
/// and is left open in what is kept.
final class PageKeep: Sendable {
  /// What decides how a page looks.
  struct Key: Hashable, Sendable {
    let person: PersonID
    /// How the person came in, which decides when a device goes back to the names.
    let way: Visitor.Way
    let language: Language
    /// The path with its query, byte for byte.
    let address: [UInt8]
    /// The state of the database, read before the page was made: what changes while it is made makes it old.
    let version: Int
    let quarter: Int64
  }

  private struct Kept {
    let answer: PageAnswer
    /// The page without the proof of the session, cut where it stands.
    let pieces: [ArraySlice<UInt8>]
    var usedAt: Int
  }

  /// How much is kept, in bytes.
  private static let most = 32 << 20

  /// What every form has that may be sent once: a page with it is another one each time.
  private static let once = Array("name=\"sleutel\"".utf8)

  private let state = Mutex<(pages: [Key: Kept], bytes: Int, clock: Int)>(([:], 0, 0))

  /// The page under a key, with the proof of the session that asks. Who looked was noted when it was
  /// made: it is the same person on the same day.
  func page(_ key: Key, proof: String) -> PageAnswer? {
    let found = state.withLock { state -> Kept? in
      guard var kept = state.pages[key] else { return nil }
      state.clock += 1
      kept.usedAt = state.clock
      state.pages[key] = kept
      return kept
    }
    guard let found else { return nil }
    var answer = found.answer
    answer.body = Array(found.pieces.joined(separator: proof.utf8))
    return answer
  }

  /// Keeps a page that was made for a session with this proof; those that were not asked for longest make room.
  func keep(_ answer: PageAnswer, _ key: Key, proof: String) {
    guard answer.body.count < Self.most / 8, answer.status == 200, answer.cookies.isEmpty,
      answer.body[...].place(of: Self.once) == nil
    else {
      return
    }
    let proof = Array(proof.utf8)
    var (pieces, rest): ([ArraySlice<UInt8>], ArraySlice<UInt8>) = ([], answer.body[...])
    while let found = rest.place(of: proof) {
      pieces.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    pieces.append(rest)
    var bare = answer
    bare.body = []
    let (size, all, kept) = (answer.body.count, pieces, bare)
    state.withLock { state in
      if state.bytes + size > Self.most { Self.makeRoom(&state) }
      state.clock += 1
      if let old = state.pages[key] { state.bytes -= Self.size(old) }
      state.pages[key] = Kept(answer: kept, pieces: all, usedAt: state.clock)
      state.bytes += size
    }
  }

  /// Throws away the half that was not asked for longest.
  private static func makeRoom(_ state: inout (pages: [Key: Kept], bytes: Int, clock: Int)) {
    let middle = state.pages.values.map(\.usedAt).sorted()[state.pages.count / 2]
    state.pages = state.pages.filter { $0.value.usedAt > middle }
    state.bytes = state.pages.values.reduce(0) { $0 + size($1) }
  }

  private static func size(_ kept: Kept) -> Int { kept.pieces.reduce(0) { $0 + $1.count } }
}
