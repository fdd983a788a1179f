internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// Conversations in people's own calendars: as a file, and under an address that is a secret of each person.
enum CalendarPages {
  static let routes: [Route] = [
    .get("/planning/gesprekken.ics") { try file($0) },
    .get("/agenda/{token}.ics", .program) { try subscribed($0) },
    .post(MinePages.path + "/agenda") { try make($0) },
    .post(MinePages.path + "/agenda/intrekken") { try withdraw($0) },
  ]

  private static let type = "text/calendar; charset=utf-8"

  /// All conversations that the visitor sees.
  private static func file(_ request: PageRequest) throws -> PageAnswer {
    let appointments = try ScheduleJourney.appointments(request.context, who: nil)
    for trainee in Set(appointments.map(\.trainee.id)) { request.saw(trainee, "planning") }
    let texts = request.texts
    let events = appointments.map { appointment in
      event(
        appointment,
        texts.say(
          "schedule.appointment",
          [
            "kind": texts.kind(appointment.plan.kind), "who": appointment.trainee.name.full, "holder": appointment.holderName,
          ]))
    }
    return .file(CalendarFile(events).bytes, type: type, name: "gesprekken.ics")
  }

  /// The calendar of whoever this address belongs to. A calendar program knows nobody's password, so the address is all
  /// that it shows; it tells when, what kind, and one given name.
  private static func subscribed(_ request: PageRequest) throws -> PageAnswer {
    let texts = request.site.texts(.nl)
    guard let account = try SignInJourney.bearer(request.guestContext, of: try request.parameter("token"), .calendar) else {
      // One that never was and one that was withdrawn are answered alike, to the byte.
      return PageAnswer(status: 404, type: "text/plain; charset=utf-8", body: Array(texts.say("page.calendar.gone").utf8))
    }
    let context = request.site.context(acting: account.id.text, now: request.now)
    let events = try ScheduleJourney.ownAppointments(context).map { appointment in
      let values = ["kind": texts.kind(appointment.plan.kind), "who": appointment.otherGivenName ?? ""]
      return event(appointment, texts.say("page.calendar.appointment", values))
    }
    return PageAnswer(
      type: type, body: CalendarFile(events, subscribedAs: texts.say("page.calendar.name")).bytes)
  }

  private static func event(_ appointment: ScheduleJourney.Appointment, _ summary: String) -> CalendarFile.Event {
    CalendarFile.Event(
      appointment.plan, sequence: appointment.sequence, stamp: appointment.writtenAt, summary: summary,
      isCancelled: appointment.isCancelled)
  }

  /// Makes an address, in the place of the one before it; it is shown this once.
  private static func make(_ request: PageRequest) throws -> PageAnswer {
    guard let account = request.visitor?.account else { return .redirect("/aanmelden") }
    let token = SecretHash.token()
    _ = try SecretJourney.give(request.context, .calendar, to: account.id.text, hash: SecretHash.plain(of: token))
    return try MinePages.show(request, calendarAddress: request.site.origin + "/agenda/" + token + ".ics")
  }

  private static func withdraw(_ request: PageRequest) throws -> PageAnswer {
    guard let account = request.visitor?.account else { return .redirect("/aanmelden") }
    _ = try SecretJourney.take(request.context, .calendar, from: account.id.text)
    return try MinePages.show(request, done: request.texts.say("page.calendar.withdrawn"))
  }
}
