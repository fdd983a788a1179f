internal import CompetencyCore
internal import Journeys
internal import Wording

/// What people sign in with: giving it, and taking it away. A new secret is shown once and cannot be read again.
enum AccessPages {
  static let routes: [Route] = [
    .get("/beheer/toegang") { try list($0) },
    .get("/beheer/toegang/{person}") { try person($0) },
    .post("/beheer/toegang/{person}", desk: .secrets) { try change($0) },
  ]

  /// The view model of `Templates/Pages/access-list.mustache`.
  struct ListView: Sendable {
    struct Person: Sendable { let name, path, what: String }
    let words: [String: String]
    let title: String
    let people: [Person]
  }

  /// The view model of `Templates/Pages/access.mustache`.
  struct View: Sendable {
    struct Kept: Sendable {
      let kind, name, since: String
      let fields: HTMLFragment
    }
    let words: [String: String]
    let fields: HTMLFragment
    let title, path, signInName: String
    let said: String?
    let kept: [Kept]
    let hasKept: Bool
  }

  /// The view model of `Templates/Pages/access-given.mustache`.
  struct GivenView: Sendable {
    let words: [String: String]
    let title, what, path, name: String
    let secret: String?
    let badge: HTMLFragment?
  }

  private static func list(_ request: PageRequest) throws -> PageAnswer {
    let standings = try SecretJourney.list(request.context)
    let texts = request.texts
    let people = standings.map { standing in
      let kinds = standing.secrets.map { texts.say("secret." + $0.kind.rawValue) }
      let roles = texts.list(standing.account.roles.map { texts.role($0) })
      return ListView.Person(
        name: standing.account.name.full, path: path(of: standing.account.id),
        what: roles + " · " + (kinds.isEmpty ? texts.say("page.access.nothing") : texts.list(kinds)))
    }
    let title = texts.say("page.access_title")
    return try request.page(
      "access-list", ListView(words: request.words, title: title, people: people), title: title, section: "/beheer")
  }

  private static func person(_ request: PageRequest, said: String? = nil) throws -> PageAnswer {
    let standing = try standing(of: request)
    let texts = request.texts
    let view = View(
      words: request.words, fields: request.formFields, title: standing.account.name.full, path: path(of: standing.account.id),
      signInName: standing.account.id.text, said: said,
      kept: standing.secrets.map { secret in
        View.Kept(
          kind: secret.kind.rawValue, name: texts.say("secret." + secret.kind.rawValue),
          since: texts.say("page.since", ["date": texts.date(request.day(of: secret.madeAt))]), fields: request.formFields)
      }, hasKept: !standing.secrets.isEmpty)
    return try request.page("access", view, title: view.title, section: "/beheer")
  }

  /// Exactly this person; a piece of a name is no address.
  private static func standing(of request: PageRequest) throws -> SecretJourney.Standing {
    let id = try request.parameter("person")
    guard let standing = try SecretJourney.list(request.context).first(where: { sameBytes($0.account.id.text, id) }) else {
      throw Refusal(.notFound, .person_not_found, values: ["who": id])
    }
    return standing
  }

  private static func path(of id: PersonID) -> String { "/beheer/toegang/" + Fields.encoded(id.text) }

  private static func change(_ request: PageRequest) throws -> PageAnswer {
    let account = try standing(of: request).account
    if let kind = request.form["neem"].flatMap(SecretKind.init(rawValue:)) {
      _ = try SecretJourney.take(request.context, kind, from: account.id.text)
      request.site.sessions.endAll(of: account.id)
      let what = request.texts.say("secret." + kind.rawValue)
      guard account.id != request.visitor?.account.id else { return .redirect("/aanmelden") }
      return try person(request, said: request.texts.say("page.access.taken", ["what": what]))
    }
    switch SecretKind(rawValue: request.form["geef"] ?? "") {
    case .password:
      let secret = startPassword()
      return try give(.password, secret, hash: SecretHash.make(of: secret), to: account, request)
    case .pin:
      let code = PasswordRule.code()
      return try give(.pin, code, hash: SecretHash.make(of: code), to: account, request)
    case .badge:
      let token = SecretHash.token()
      return try give(.badge, token, hash: SecretHash.plain(of: token), to: account, request)
    case .calendar, nil: return .redirect(path(of: account.id))
    }
  }

  private static func give(
    _ kind: SecretKind, _ secret: String, hash: String?, to account: SignInJourney.Account, _ request: PageRequest
  ) throws -> PageAnswer {
    guard let hash else { throw Refusal(.failed, .unexpected, values: ["detail": "crypt"]) }
    _ = try SecretJourney.give(request.context, kind, to: account.id.text, hash: hash)
    request.site.sessions.endAll(of: account.id)
    let badge =
      kind == .badge ? QRCode(request.site.origin + "/badge/" + secret)?.drawing(named: account.name.full) : nil
    let view = GivenView(
      words: request.words, title: account.name.full, what: request.texts.say("page.access.given." + kind.rawValue),
      path: path(of: account.id), name: account.id.text, secret: kind == .badge ? nil : secret, badge: badge)
    return try request.page("access-given", view, title: view.title, section: "/beheer")
  }

  /// A password to begin with, in four groups that can be read aloud: 80 bits.
  private static func startPassword() -> String {
    let signs = Array(SecretHash.token().utf8)
    return stride(from: 0, to: 16, by: 4).map { String(decoding: signs[$0..<$0 + 4], as: UTF8.self) }.joined(separator: "-")
  }
}
