internal import CompetencyCore
internal import Journeys
internal import Wording

/// Devices that a team shares: on those people sign in by choosing their name and a code.
enum DevicePages {
  static let routes: [Route] = [
    .get("/beheer/toestel") { try page($0) },
    .post("/beheer/toestel") { try share($0) },
    .post("/beheer/toestel/stop") { try stop($0) },
  ]

  /// How long a browser keeps that its device is shared, in seconds: 400 days, the most that browsers keep a cookie.
  private static let memory = 400 * 86_400

  /// The view model of `Templates/Pages/devices.mustache`.
  struct View: Sendable {
    struct Device: Sendable {
      let team, since, hash: String
      let isThis: Bool
      let fields: HTMLFragment
    }
    let words: [String: String]
    let fields: HTMLFragment
    let title: String
    let problem: String?
    let teams: HTMLFragment
    let devices: [Device]
    let hasDevices: Bool
  }

  private static func page(_ request: PageRequest, problem: String? = nil) throws -> PageAnswer {
    let devices = try DeviceJourney.list(request.context)
    let teams = try MatrixJourney.teams(request.context)
    let texts = request.texts
    let own = request.cookies[.device].map { SecretHash.plain(of: $0) }
    let title = texts.say("page.device_title")
    let view = View(
      words: request.words, fields: request.formFields, title: title, problem: problem,
      teams: SelectField(name: "team", options: [("", texts.say("page.choose"))] + teams.map { ($0, $0) })
        .fragment(chosen: request.form["team"] ?? "", describedBy: "team-uitleg", isInvalid: problem != nil),
      devices: devices.map { device in
        View.Device(
          team: device.team, since: texts.say("page.since", ["date": texts.date(request.day(of: device.madeAt))]),
          hash: device.hash, isThis: own.map { sameBytes($0, device.hash) } ?? false, fields: request.formFields)
      }, hasDevices: !devices.isEmpty)
    return try request.page("devices", view, title: title, section: "/beheer", status: problem == nil ? 200 : 422)
  }

  private static func share(_ request: PageRequest) throws -> PageAnswer {
    let team = request.form.trimmed("team")
    guard !team.isEmpty else { return try page(request, problem: request.texts.say("page.device.choose_team")) }
    let token = SecretHash.token()
    _ = try DeviceJourney.share(request.context, token: token, team: team)
    if let old = request.cookies[.device] { try DeviceJourney.stop(request.context, hash: SecretHash.plain(of: old)) }
    var answer = PageAnswer.redirect("/beheer/toestel")
    answer.cookies = [PageAnswer.Cookie(.device, token, seconds: memory)]
    return answer
  }

  private static func stop(_ request: PageRequest) throws -> PageAnswer {
    let hash = request.form["toestel"] ?? ""
    try DeviceJourney.stop(request.context, hash: hash)
    var answer = PageAnswer.redirect("/beheer/toestel")
    if let own = request.cookies[.device], sameBytes(SecretHash.plain(of: own), hash) { answer.cookies = [.gone(.device)] }
    return answer
  }
}

extension PageRequest {
  /// The day on which a moment falls, for what people read.
  func day(of moment: Instant) -> CalendarDate { site.context(acting: nil, now: moment).today }
}
