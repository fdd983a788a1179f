internal import CompetencyCore
internal import Journeys
internal import Wording

/// Coming in and going out: by a password, by a code on a device that a team shares, by a badge.
enum SignInPages {
  static let routes: [Route] = [
    .get("/aanmelden", .anyone) { try show($0) },
    .get("/aanmelden/code/{person}", .anyone) { try askCode($0) },
    .post("/aanmelden/wachtwoord", .anyone, desk: .secrets) { try byPassword($0) },
    .post("/aanmelden/code/{person}", .anyone, desk: .secrets) { try byCode($0) },
    .get("/badge/{token}", .anyone) { try showBadge($0) },
    .post("/aanmelden/badge", .anyone) { try byBadge($0) },
    .post("/afmelden") { try signOut($0) },
    .post("/taal", .anyone) { try setLanguage($0) },
  ]

  /// The view model of `Templates/Pages/sign-in.mustache`.
  struct View: Sendable {
    struct Tile: Sendable { let name, path: String }
    let words: [String: String]
    let fields: HTMLFragment
    let title: String
    let tiles: [Tile]
    let hasTiles: Bool
    let asksPassword: Bool
    let problem: String?
    let who: String
    let next: String
  }

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    if request.visitor != nil { return .redirect("/") }
    return try form(request)
  }

  private static func form(_ request: PageRequest, problem: String? = nil, status: Int = 200) throws -> PageAnswer {
    let team = try team(of: request)
    let people = try team.map { try SignInJourney.people(request.guestContext, ofTeam: $0) } ?? []
    let tiles = people.map { View.Tile(name: $0.name.full, path: "/aanmelden/code/" + Fields.encoded($0.id.text)) }
    let asksPassword = tiles.isEmpty || request.query["wachtwoord"] != nil || request.form["wie"] != nil
    let title = request.texts.say("page.sign_in_title")
    return try request.page(
      "sign-in",
      View(
        words: request.words, fields: request.formFields, title: team ?? title, tiles: asksPassword ? [] : tiles,
        hasTiles: !tiles.isEmpty && !asksPassword, asksPassword: asksPassword, problem: problem, who: request.form["wie"] ?? "",
        next: safe(request.query["naar"] ?? request.form["naar"])), title: title, section: "", status: status)
  }

  private static func byPassword(_ request: PageRequest) throws -> PageAnswer {
    let typed = request.form["wie"] ?? ""
    let claim = try SignInJourney.claim(request.guestContext, typed: typed, .password)
    return try request.held(request.form["wachtwoord"] ?? "", against: claim, named: typed, from: request.place(of: typed)) {
      problem in
      try form(request, problem: problem, status: 422)
    } then: { account in
      try request.begin(account, .own)
    }
  }

  private static func askCode(_ request: PageRequest, problem: String? = nil, status: Int = 200) throws -> PageAnswer {
    let account = try colleague(request)
    let view = CodeView(
      words: request.words, fields: request.formFields, name: account.name.full,
      path: "/aanmelden/code/" + Fields.encoded(account.id.text), problem: problem)
    return try request.page("sign-in-code", view, title: account.name.full, section: "", status: status)
  }

  /// The view model of `Templates/Pages/sign-in-code.mustache`.
  struct CodeView: Sendable {
    let words: [String: String]
    let fields: HTMLFragment
    let name, path: String
    let problem: String?
  }

  private static func byCode(_ request: PageRequest) throws -> PageAnswer {
    let account = try colleague(request)
    let claim = try SignInJourney.claim(request.guestContext, typed: account.id.text, .pin)
    let place = SecretHash.plain(of: request.cookies[.device] ?? "")
    return try request.held(request.form["code"] ?? "", against: claim, named: account.id.text, from: place) { problem in
      try askCode(request, problem: problem, status: 422)
    } then: { account in
      try request.begin(account, .shared)
    }
  }

  /// Somebody of the team that shares the device; on another device there is nobody.
  private static func colleague(_ request: PageRequest) throws -> SignInJourney.Account {
    let id = try request.parameter("person")
    guard let team = try team(of: request),
      let account = try SignInJourney.people(request.guestContext, ofTeam: team).first(where: { sameBytes($0.id.text, id) })
    else { throw Refusal(.notFound, .person_not_found, values: ["who": id]) }
    return account
  }

  private static func team(of request: PageRequest) throws -> String? {
    guard let token = request.cookies[.device] else { return nil }
    return try SignInJourney.team(request.guestContext, ofDevice: token)
  }

  /// A badge that a camera read opens this page; signing in is a button, since a look must change nothing.
  private static func showBadge(_ request: PageRequest) throws -> PageAnswer {
    let view = BadgeView(words: request.words, fields: request.formFields, token: try request.parameter("token"))
    return try request.page("sign-in-badge", view, title: request.texts.say("page.sign_in_title"), section: "")
  }

  /// The view model of `Templates/Pages/sign-in-badge.mustache`.
  struct BadgeView: Sendable {
    let words: [String: String]
    let fields: HTMLFragment
    let token: String
  }

  private static func byBadge(_ request: PageRequest) throws -> PageAnswer {
    let place = request.address
    guard request.site.guesses.wait(at: request.now, from: place, for: "badge") == 0 else {
      return try form(request, problem: request.texts.say("page.wait_a_while"), status: 429)
    }
    // A scanner types the whole address that the badge says.
    let typed = request.form["badge"] ?? ""
    let token = typed.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard let account = try SignInJourney.bearer(request.guestContext, of: token, .badge) else {
      request.site.guesses.wrong(at: request.now, from: place, for: "badge")
      request.site.settings.log(LogLine(.warning, "badge_unknown"))
      return try form(request, problem: request.texts.say("page.badge_unknown"), status: 422)
    }
    return try request.begin(account, try team(of: request) == nil ? .own : .shared)
  }

  private static func signOut(_ request: PageRequest) throws -> PageAnswer {
    if let token = request.cookies[.session] { request.site.sessions.end(showing: token) }
    var answer = PageAnswer.redirect("/aanmelden")
    answer.cookies = [.gone(.session)]
    // The script says when ticks of somebody else wait on the device; it has cleared away what is of who leaves.
    answer.headers = [("Clear-Site-Data", request.form["houd"] == nil ? "\"cache\", \"storage\"" : "\"cache\"")]
    return answer
  }

  private static func setLanguage(_ request: PageRequest) throws -> PageAnswer {
    if let language = request.form["taal"].flatMap(Language.init(rawValue:)), let token = request.cookies[.session] {
      request.site.sessions.set(language, showing: token)
    }
    return .redirect(safe(request.form["naar"]))
  }

  /// A place within our own pages to go to; anything else becomes the first page.
  static func safe(_ path: String?) -> String {
    guard let path, path.utf8.first == UInt8(ascii: "/"), path.utf8.dropFirst().first != UInt8(ascii: "/"),
      path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return "/" }
    return path
  }
}
