internal import CompetencyCore
internal import Journeys
internal import Wording

extension PageRequest {
  /// The answer: who asks is looked up first, and what is refused becomes a page that says so.
  func answered() throws -> PageAnswer {
    var request = self
    do {
      if route.guests != .program { request.visitor = try found() }
      if request.visitor == nil && route.guests != .program {
        request.guestToken = cookies[.guest].flatMap { $0.utf8.count == 32 ? $0 : nil } ?? SecretHash.token()
      }
      if route.guests == .signedIn && request.visitor == nil { return try request.signInFirst() }
      if route.method == .post {
        guard request.isProven else { return try request.refused(status: 403, saying: "page.not_proven") }
        return try request.changing()
      }
      if route.isRemembered, let visitor = request.visitor { return try request.rememberedAnswer(visitor) }
      return try request.withGuestToken(route.answer(request))
    } catch let refusal as Refusal {
      return try request.refused(refusal)
    }
  }

  /// The page as it was made before when nothing has changed since; else it is made, and kept.
  private func rememberedAnswer(_ visitor: Visitor) throws -> PageAnswer {
    let key = PageKeep.Key(
      person: visitor.account.id, way: visitor.way, language: visitor.language, address: asked,
      quarter: now.milliseconds / 900_000)
    let standing = try site.standing(at: now)
    if let kept = site.kept.page(key, standing, site.memory, proof: visitor.formToken) { return kept }
    let answer = try route.answer(self)
    site.kept.keep(answer, key, standing, proof: visitor.formToken)
    return answer
  }

  /// Who shows the session's cookie.
  private func found() throws -> Visitor? {
    guard let token = cookies[.session] else { return nil }
    return try site.sessions.visitor(showing: token, at: now, version: site.watch.version()) { id in
      try SignInJourney.account(site.context(acting: nil, now: now), id)
    }
  }

  /// Whether a form holds what our own page gave it.
  private var isProven: Bool {
    guard let sent = form["bewijs"] else { return false }
    if let visitor { return SecretHash.isSame(sent, visitor.formToken) }
    return cookies[.guest].map { SecretHash.isSame(sent, $0) } ?? false
  }

  /// Answers a form once: sent again, it is told what became of it.
  private func changing() throws -> PageAnswer {
    guard let requestKey else { return try withGuestToken(route.answer(self)) }
    guard site.repeats.begin(requestKey) else { return try refused(status: 409, saying: "page.still_busy") }
    defer { site.repeats.end(requestKey) }
    if let booking = try RequestJourney.booking(context, ofRequest: requestKey) {
      return wantsData ? .data(TickData.kept([], in: booking)) : .redirect("/boeking/\(booking)?al=1")
    }
    return try route.answer(self)
  }

  private func withGuestToken(_ answer: PageAnswer) -> PageAnswer {
    guard let guestToken, visitor == nil, cookies[.guest].map({ !sameBytes($0, guestToken) }) ?? true, answer.status == 200,
      !answer.isPublic
    else { return answer }
    var answer = answer
    answer.cookies.append(PageAnswer.Cookie(.guest, guestToken))
    return answer
  }

  /// A guest is shown the way in, and comes back to what was asked.
  private func signInFirst() throws -> PageAnswer {
    if route.method == .post { return try refused(status: 401, saying: "page.signed_out") }
    return .redirect("/aanmelden" + (path == "/" ? "" : "?naar=" + Fields.encoded(path)))
  }
}
