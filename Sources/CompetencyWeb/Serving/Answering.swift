internal import CompetencyCore
internal import HTTPTypes
internal import Hummingbird
internal import Journeys
internal import NIOCore
internal import Wording

/// Answers requests: finds out who asks, refuses what no form of ours sent, and has the page made at its desk.
struct Answering: Sendable {
  let site: Site
  /// Where pages are made.
  let pages: WorkDesk
  /// Where secrets are hashed: at most two at once, and not too many in line.
  let secrets = WorkDesk(threads: 2, most: 40)

  /// How long to wait before trying again, in seconds, when too many are waiting.
  static let pauseWhenFull = 2

  /// Every route on a router.
  func router() -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    for route in site.routes {
      let method: HTTPRequest.Method = route.method == .get ? .get : .post
      router.on(RouterPath(route.path), method: method) { request, context in
        await answer(request, route, context.parameters)
      }
      if route.method == .get {
        router.on(RouterPath(route.path), method: .head) { request, context in
          var response = await answer(request, route, context.parameters)
          response.body = .init()
          return response
        }
      }
    }
    router.on("**", method: .get) { request, _ in await answer(request, Self.nowhere, [:]) }
    router.on("**", method: .post) { request, _ in await answer(request, Self.nowhere, [:]) }
    return router
  }

  /// The route of an address that the site does not have.
  static let nowhere = Route.get("**", .anyone) { request in try request.notFound() }

  private func answer(_ request: Request, _ route: Route, _ parameters: Parameters) async -> Response {
    let began = ContinuousClock.now
    var answer: PageAnswer
    do {
      answer = try await made(request, route, parameters)
    } catch is WorkDesk.Full {
      answer = PageAnswer(status: 503, type: "text/plain; charset=utf-8", body: Array(site.texts(.nl).say("page.busy").utf8))
      answer.retryAfter = Self.pauseWhenFull
    } catch {
      site.settings.log(LogLine(.error, "failed", [("route", route.path), ("problem", Self.codes(of: error))]))
      answer = PageAnswer(status: 500, type: "text/plain; charset=utf-8", body: Array(site.texts(.nl).say("page.failed").utf8))
    }
    let took = began.duration(to: .now)
    if answer.status >= 500 || site.settings.logsEveryRequest {
      site.settings.log(
        LogLine(
          answer.status >= 500 ? .error : .info, "request",
          [
            ("method", route.method.rawValue), ("route", route.path), ("status", "\(answer.status)"),
            ("ms", "\(took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000)"),
          ]))
    }
    return response(answer)
  }

  /// What went wrong as fixed words; an error's own text might hold what somebody typed.
  private static func codes(of error: any Error) -> String {
    guard let refusal = error as? Refusal else { return String(describing: type(of: error)) }
    return refusal.problems.map { $0.code.rawValue + ($0.values["detail"].map { ":" + $0 } ?? "") }.joined(separator: ",")
  }

  private func made(_ request: Request, _ route: Route, _ parameters: Parameters) async throws -> PageAnswer {
    guard let host = request.head.authority, site.settings.isOwn(host: host) else { return PageAnswer(status: 421) }
    var asked = PageRequest(
      site: site, route: route, path: request.uri.path, address: address(of: request), now: site.settings.clock())
    for (name, value) in parameters {
      asked.parameters[String(name)] = Fields.decoded(value.utf8, plusIsSpace: false)
    }
    asked.asked = Array((request.uri.path + "?" + (request.uri.query ?? "")).utf8)
    asked.query = Fields(encoded: (request.uri.query ?? "").utf8)
    asked.cookies = Cookies(request.headers[values: .cookie], isSecure: site.settings.isSecure)
    asked.wantsData = lowered(request.headers[.accept] ?? "").starts(with: "application/json".utf8)
    if route.method == .post {
      guard isFromOurselves(request) else { return PageAnswer(status: 403) }
      guard let body = await body(of: request, upTo: largestBody(route, asked)) else { return PageAnswer(status: 413) }
      let type = request.headers[.contentType] ?? ""
      if lowered(type).starts(with: "multipart/form-data".utf8) {
        guard let parts = FormParts(body, contentType: type) else { return PageAnswer(status: 400) }
        (asked.form, asked.files) = (parts.fields, parts.files)
      } else {
        asked.form = Fields(encoded: body)
      }
    }
    let ready = asked
    return try await (route.desk == .secrets ? secrets : pages).run { try ready.answered() }
  }

  /// A large form is taken only from who has signed in.
  private func largestBody(_ route: Route, _ asked: PageRequest) -> Int {
    let isKnown = asked.cookies[.session].map(site.sessions.isKnown) ?? false
    return isKnown ? route.largestBody : min(route.largestBody, 64 << 10)
  }

  private func body(of request: Request, upTo limit: Int) async -> [UInt8]? {
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { return nil }
    guard let buffer = try? await request.body.collect(upTo: limit) else { return nil }
    return Array(buffer.readableBytesView)
  }

  /// A browser says from which page a form was sent; a page elsewhere has no business here. Under our own rule that no
  /// address is passed on it names its origin `null`, and only `Sec-Fetch-Site` tells that it was one of our own pages.
  private func isFromOurselves(_ request: Request) -> Bool {
    let from = request.header("Sec-Fetch-Site")
    if let from, !["same-origin", "none"].contains(from) { return false }
    guard let origin = request.headers[.origin] else { return true }
    if sameBytes(origin, "null") { return from.map { sameBytes($0, "same-origin") } ?? false }
    return site.settings.isOwn(origin: origin, host: request.head.authority ?? "")
  }

  /// Where a request came from: behind a proxy what the proxy says last, since earlier ones can be made up.
  private func address(of request: Request) -> String {
    guard site.settings.isBehindProxy, let chain = request.header("X-Forwarded-For") else { return "" }
    let last = chain.utf8.split(separator: UInt8(ascii: ",")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return String(decoding: last.utf8.filter { $0 > 0x20 && $0 < 0x7F }.prefix(64), as: UTF8.self)
  }

  private func response(_ answer: PageAnswer) -> Response {
    var headers = SecurityHeaders.all(isSecure: site.settings.isSecure, isPublic: answer.isPublic)
    headers[.contentType] = answer.type
    if !answer.location.isEmpty { headers[.location] = answer.location }
    if let pause = answer.retryAfter { headers[.retryAfter] = "\(pause)" }
    if !answer.fileName.isEmpty { headers[.contentDisposition] = "attachment; filename=\"\(answer.fileName)\"" }
    for header in answer.headers {
      if let name = HTTPField.Name(header.name) { headers[name] = header.value }
    }
    for cookie in answer.cookies {
      headers.append(HTTPField(name: .setCookie, value: cookie.header(isSecure: site.settings.isSecure)))
    }
    return Response(
      status: .init(code: answer.status), headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
  }
}

extension Request {
  /// A header that has no name of its own in the library.
  fileprivate func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
