internal import CompetencyCore
internal import Journeys
internal import Synchronization
internal import Wording

/// Pages that were made, kept for who asks again while nothing has changed: the matrix of a team is looked at far more often than
/// it changes.
///
/// A page is given again to the same person, in the same language, at the same address and within the same quarter of an hour,
/// in which it is one day everywhere, for as long as nothing was written; a page that says of which trainees it tells, for as long
/// as nothing was written of them. What a form must send back is another one each session and each time, and is left open in what
/// is kept.
final class PageKeep: Sendable {
  /// What decides how a page looks.
  struct Key: Hashable, Sendable {
    let person: PersonID
    /// How the person came in, which decides when a device goes back to the names.
    let way: Visitor.Way
    let language: Language
    /// The path with its query, byte for byte.
    let address: [UInt8]
    let quarter: Int64
  }

  /// The state of the database, read before a page was made: what changes while it is made makes it old.
  struct Standing: Sendable {
    let version: Int
    let moment: CompanyMemory.Moment
  }

  private struct Kept {
    let answer: PageAnswer
    let bytes: BarePage
    var standing: Standing
    var usedAt: Int
  }

  /// How much is kept, in bytes.
  private static let most = 32 << 20

  private let state = Mutex<(pages: [Key: Kept], bytes: Int, clock: Int)>(([:], 0, 0))

  /// The page under a key, with what the forms of the session that asks must send; nil when there is none, or none that is good
  /// still. Who looked was noted when it was made: it is the same person on the same day.
  ///
  /// - Parameter memory: what tells whether anything was written of the trainees on it.
  func page(_ key: Key, _ now: Standing, _ memory: CompanyMemory, proof: String) -> PageAnswer? {
    let found = state.withLock { state -> Kept? in
      guard var kept = state.pages[key], Self.isGood(kept, now, memory) else { return nil }
      state.clock += 1
      kept.usedAt = state.clock
      state.pages[key] = kept
      return kept
    }
    guard let found else { return nil }
    var answer = found.answer
    answer.body = found.bytes.filled(proof: proof)
    return answer
  }

  private static func isGood(_ kept: Kept, _ now: Standing, _ memory: CompanyMemory) -> Bool {
    // Where the version cannot be told, nothing is known to be good.
    guard now.version >= 0 else { return false }
    if kept.standing.version == now.version { return true }
    return kept.answer.about.map { !memory.hasChanged($0, since: kept.standing.moment) } ?? false
  }

  /// Keeps a page that was made for a session with this proof; those that were not asked for longest make room.
  func keep(_ answer: PageAnswer, _ key: Key, _ standing: Standing, proof: String) {
    guard answer.body.count < Self.most / 8, answer.status == 200, answer.cookies.isEmpty else { return }
    let (size, page) = (answer.body.count, BarePage(answer.body, proof: proof))
    var bare = answer
    bare.body = []
    let kept = bare
    state.withLock { state in
      if state.bytes + size > Self.most { Self.makeRoom(&state) }
      state.clock += 1
      if let old = state.pages[key] { state.bytes -= old.bytes.count }
      state.pages[key] = Kept(answer: kept, bytes: page, standing: standing, usedAt: state.clock)
      state.bytes += size
    }
  }

  /// Throws away the half that was not asked for longest.
  private static func makeRoom(_ state: inout (pages: [Key: Kept], bytes: Int, clock: Int)) {
    let middle = state.pages.values.map(\.usedAt).sorted()[state.pages.count / 2]
    state.pages = state.pages.filter { $0.value.usedAt > middle }
    state.bytes = state.pages.values.reduce(0) { $0 + $1.bytes.count }
  }
}
