internal import CompetencyCore
internal import Journeys
internal import Wording

extension PageRequest {
  /// What a journey is given for who has not signed in.
  var guestContext: JourneyContext { site.context(acting: nil, now: now) }

  /// Where guesses for an account are counted: a device that this account signed in on before counts by itself, so that
  /// guesses from elsewhere make nobody wait there.
  func place(of typed: String) -> String {
    guard let known = cookies[.known], let dot = known.utf8.firstIndex(of: UInt8(ascii: ".")) else { return address }
    let id = String(decoding: known.utf8[..<dot], as: UTF8.self)
    return SecretHash.isSame(known, deviceMark(id, for: typed)) ? known : address
  }

  /// What a device shows on which an account signed in.
  private func deviceMark(_ id: String, for account: String) -> String {
    id + "." + SecretHash.plain(of: site.deviceKey + "\n" + id + "\n" + account)
  }

  /// Holds what was typed against what is kept, when it is not too early for another guess.
  func held(
    _ secret: String, against claim: (account: SignInJourney.Account, hash: String)?, named typed: String, from place: String,
    orElse refuse: (String) throws -> PageAnswer, then admit: (SignInJourney.Account) throws -> PageAnswer
  ) throws -> PageAnswer {
    let wait = site.guesses.wait(at: now, from: place, for: typed)
    guard wait == 0 else { return try refuse(texts.say("page.wait_seconds", ["count": "\(wait)"])) }
    // For somebody who is not there a hash is made all the same, so that the time tells nothing.
    let isRight = SecretHash.matches(secret, claim?.hash ?? SecretHash.ofNobody)
    guard let claim, isRight else {
      site.guesses.wrong(at: now, from: place, for: typed)
      site.settings.log(LogLine(.warning, "sign_in_failed"))
      let left = site.guesses.left(at: now, from: place, for: typed)
      return try refuse(texts.say("page.secret_wrong", count: left))
    }
    site.guesses.right(from: place, for: typed)
    var answer = try admit(claim.account)
    if route.path == "/aanmelden/wachtwoord" {
      answer.cookies.append(PageAnswer.Cookie(.known, deviceMark(SecretHash.token(), for: typed), seconds: 31_536_000))
    }
    return answer
  }

  /// Begins a session and goes to what was asked.
  func begin(_ account: SignInJourney.Account, _ way: Visitor.Way) throws -> PageAnswer {
    if let old = cookies[.session] { site.sessions.end(showing: old) }
    let token = site.sessions.begin(account, way, texts.language, at: now, version: site.watch.version())
    var answer = PageAnswer.redirect(SignInPages.safe(form["naar"]))
    answer.cookies = [PageAnswer.Cookie(.session, token), .gone(.guest)]
    site.settings.log(LogLine(.info, "signed_in", [("person", account.id.text)]))
    return answer
  }
}
