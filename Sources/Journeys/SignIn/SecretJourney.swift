public import CompetencyCore
internal import CompetencyStore

/// Giving people what they sign in with, and taking it away.
public enum SecretJourney {
  /// Somebody with what they sign in with.
  public struct Standing: Sendable {
    /// Who.
    public let account: SignInJourney.Account
    /// What they have.
    public let secrets: [KeptSecret]
  }

  /// Everybody who may come in, by id, with what they sign in with.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` for who has no access to the administration.
  public static func list(_ context: JourneyContext) throws(Refusal) -> [Standing] {
    try context.look(.setUp, .frame) { situation in
      let secrets = Dictionary(grouping: try situation.reader.keptSecrets(), by: \.person)
      return situation.company.accounts.map { Standing(account: $0, secrets: secrets[$0.id] ?? []) }
    }
  }

  /// What the acting person has oneself.
  public static func ofOneself(_ context: JourneyContext) throws(Refusal) -> [KeptSecret] {
    try context.store.read { reader in
      let actor = try Actor(typed: context.actingText, in: context.company(reader))
      return try reader.keptSecrets().filter { $0.person == actor.id }
    }
  }

  /// Gives somebody a secret, of which the hash was made already; the administration may, and everybody for oneself.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the person is not known, or somebody else's.
  public static func give(
    _ context: JourneyContext, _ kind: SecretKind, to who: String, hash: String
  ) throws(Refusal) -> SignInJourney.Account {
    try change(context, of: who) { person, by, writer in
      try writer.set(KeptSecret(person: person, kind: kind, madeAt: context.now, madeBy: by), hash: hash)
    }
  }

  /// Takes somebody's secret away; the administration may, and everybody from oneself.
  public static func take(_ context: JourneyContext, _ kind: SecretKind, from who: String) throws(Refusal)
    -> SignInJourney.Account
  {
    try change(context, of: who) { person, _, writer in try writer.drop(kind, of: person) }
  }

  private static func change(
    _ context: JourneyContext, of who: String, _ body: (PersonID, PersonID?, StoreWriter) throws -> Void
  ) throws(Refusal) -> SignInJourney.Account {
    try context.store.write(at: context.now) { writer in
      let company = try context.company(writer.reader)
      let actor = try Actor(typed: context.actingText, in: company)
      let id = try PersonFinder(company).anyone(who)
      guard actor.id == id || Access(actor, in: company).may(.setUp),
        let account = company.accounts.first(where: { $0.id == id })
      else { throw Refusal(.notFound, .person_not_found, values: ["who": who]) }
      try body(id, actor.id, writer)
      return account
    }
  }
}

extension Company {
  /// Everybody who may come in, by id.
  var accounts: [SignInJourney.Account] {
    let own = people.values.map { SignInJourney.Account(id: $0.id, name: $0.name, roles: $0.roles, team: $0.team) }
    let learning = trainees.values.filter { $0.status.isCurrent && people[$0.id] == nil }
      .map { SignInJourney.Account(id: $0.id, name: $0.name, roles: [.student], team: $0.team) }
    return (own + learning).sorted { $0.id < $1.id }
  }
}
