public import CompetencyCore
internal import CompetencyStore

/// Who somebody is, asked by the pages before anything else.
public enum SignInJourney {
  /// Somebody of the company, as pages know them.
  public struct Account: Sendable, Hashable {
    /// The id.
    public let id: PersonID
    /// The name as people say it.
    public let name: PersonName
    /// What the person is to trainees; a trainee has `student`.
    public let roles: [Role]
    /// The team; empty without one.
    public let team: String
  }

  /// Whoever has this id and may still come in: somebody of the company, or a trainee whose training has not ended; nil else.
  public static func account(_ context: JourneyContext, _ id: PersonID) throws(Refusal) -> Account? {
    try context.store.read { try account(id, in: context.company($0)) }
  }

  /// The account under what was typed, an id or a personeelsnummer, with the hash to hold the secret against; nil when there is none.
  public static func claim(
    _ context: JourneyContext, typed: String, _ kind: SecretKind
  ) throws(Refusal) -> (account: Account, hash: String)? {
    try context.store.read { reader in
      let company = try context.company(reader)
      guard let account = try account(typed: typed, in: company), let hash = try reader.secretHash(of: account.id, kind) else {
        return nil
      }
      return (account, hash)
    }
  }

  /// Whose badge or calendar address this is; nil when it is nobody's.
  public static func bearer(_ context: JourneyContext, of token: String, _ kind: SecretKind) throws(Refusal) -> Account? {
    try context.store.read { reader in
      let id = try reader.person(withSecret: SecretHash.plain(of: token), kind)
      return try id.flatMap { account($0, in: try context.company(reader)) }
    }
  }

  /// The team that shares the device which shows this token; nil for a device that is not known, or no longer.
  public static func team(_ context: JourneyContext, ofDevice token: String) throws(Refusal) -> String? {
    try context.store.read { reader in
      let hash = SecretHash.plain(of: token)
      return try reader.sharedDevices().first { sameBytes($0.hash, hash) }?.team
    }
  }

  /// Who may sign in with a code on a device that a team shares, by name.
  public static func people(_ context: JourneyContext, ofTeam team: String) throws(Refusal) -> [Account] {
    try context.store.read { reader in
      let company = try context.company(reader)
      return try reader.keptSecrets().filter { $0.kind == .pin }.compactMap { account($0.person, in: company) }
        .filter { sameBytes($0.team, team) }
        .sorted { $0.name.full.utf8.lexicographicallyPrecedes($1.name.full.utf8) }
    }
  }

  /// An exact id, or an exact personeelsnummer that one person has; a name is never enough to sign in with.
  private static func account(typed: String, in company: Company) throws -> Account? {
    if let id = PersonID(typed), let account = account(id, in: company) { return account }
    let numbers =
      company.people.values.map { ($0.id, $0.personnelNumber) } + company.trainees.values.map { ($0.id, $0.personnelNumber) }
    let found = numbers.filter { !$0.1.isEmpty && sameBytes($0.1, typed) }
    return found.count == 1 ? account(found[0].0, in: company) : nil
  }

  private static func account(_ id: PersonID, in company: Company) -> Account? {
    if let person = company.people[id] {
      return Account(id: id, name: person.name, roles: person.roles, team: person.team)
    }
    guard let trainee = company.trainees[id], trainee.status.isCurrent else { return nil }
    return Account(id: id, name: trainee.name, roles: [.student], team: trainee.team)
  }
}

extension JourneyContext {
  /// The set-up as it is known now.
  func company(_ reader: StoreReader) throws -> Company { try (memory?.look(reader) ?? CompanyMemory.read(reader)).frame.company }
}
