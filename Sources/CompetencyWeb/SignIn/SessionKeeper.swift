internal import CompetencyCore
internal import Journeys
internal import Synchronization
internal import Wording

/// Who has signed in, known by what their browser shows. It is kept in memory alone: a server that stops has nobody.
final class SessionKeeper: Sendable {
  private struct Session {
    var visitor: Visitor
    let startedAt: Instant
    var usedAt: Instant
    /// At which state of the database the account was last looked at.
    var checkedAt: Int
  }

  /// However much it is used, a session ends after this: 12 hours, in milliseconds.
  private static let longest: Int64 = 12 * 3_600_000
  /// The most sessions that one account may have: a phone, a desk, a shared device or two.
  private static let mostPerAccount = 8

  private let sessions = Mutex<[String: Session]>([:])

  /// Begins a session; what the browser is to show from now on.
  func begin(_ account: SignInJourney.Account, _ way: Visitor.Way, _ language: Language, at now: Instant, version: Int) -> String
  {
    let token = SecretHash.token()
    let visitor = Visitor(account: account, way: way, formToken: SecretHash.token(), language: language)
    sessions.withLock { sessions in
      sessions = sessions.filter { !Self.isOver($0.value, now) }
      let own = sessions.filter { $0.value.visitor.account.id == account.id }.sorted { $0.value.usedAt < $1.value.usedAt }
      for old in own.prefix(max(0, own.count - Self.mostPerAccount + 1)) { sessions[old.key] = nil }
      sessions[SecretHash.plain(of: token)] = Session(visitor: visitor, startedAt: now, usedAt: now, checkedAt: version)
    }
    return token
  }

  /// Who shows this; nil for a session that is over or was never begun.
  ///
  /// - Parameters:
  ///   - version: the state of the database.
  ///   - account: looks an account up again, when the database has changed; an account that is gone or has other roles ends
  ///     its sessions.
  func visitor(
    showing token: String, at now: Instant, version: Int, account: (PersonID) throws -> SignInJourney.Account?
  ) rethrows -> Visitor? {
    let key = SecretHash.plain(of: token)
    let found = sessions.withLock { sessions -> Session? in
      guard let session = sessions[key], !Self.isOver(session, now) else {
        sessions[key] = nil
        return nil
      }
      sessions[key]?.usedAt = now
      return session
    }
    guard let found, found.checkedAt != version else { return found?.visitor }
    let known = found.visitor.account
    let current = try account(known.id)
    return sessions.withLock { sessions -> Visitor? in
      guard let current, current.roles == known.roles, current.team == known.team else {
        sessions[key] = nil
        return nil
      }
      sessions[key]?.checkedAt = version
      return found.visitor
    }
  }

  /// Whether somebody shows a session that was begun; it may be over.
  func isKnown(_ token: String) -> Bool { sessions.withLock { $0[SecretHash.plain(of: token)] != nil } }

  /// Ends a session.
  func end(showing token: String) { sessions.withLock { $0[SecretHash.plain(of: token)] = nil } }

  /// Ends every session of somebody, as when a password is changed.
  func endAll(of person: PersonID) { sessions.withLock { $0 = $0.filter { $0.value.visitor.account.id != person } } }

  /// Sets the language of a session.
  func set(_ language: Language, showing token: String) {
    sessions.withLock { $0[SecretHash.plain(of: token)]?.visitor.language = language }
  }

  private static func isOver(_ session: Session, _ now: Instant) -> Bool {
    now.milliseconds - session.usedAt.milliseconds > session.visitor.idleLimit
      || now.milliseconds - session.startedAt.milliseconds > longest
  }
}
