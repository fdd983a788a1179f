internal import CompetencyCore
internal import Journeys
internal import Wording

/// What one save wrote, and taking it back.
enum BookingPage {
  static let routes: [Route] = [
    .get("/boeking/{booking}") { try show($0) },
    .post("/boeking/{booking}/ongedaan") { try undo($0) },
  ]

  /// The view model of `Templates/Pages/booking.mustache`.
  struct View: Sendable {
    struct Change: Sendable { let who, title, before, after: String }
    let words: [String: String]
    let title, what: String
    let changes: [Change]
    let hasChanges: Bool
    /// The fields of the form that takes it back; nil when it was taken back, or is an undo itself that was.
    let fields: HTMLFragment?
    let path: String
  }

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    let number = try booking(request)
    let found = Result { () throws(Refusal) in try UndoJourney.run(request.rehearsal, booking: number) }
    if case .failure(let refusal) = found, refusal.status == .failed { return try page(of: number, refusal, request) }
    let outcome = try found.get()
    let key = outcome.wasNotLive ? "page.booking.undone" : request.query["al"] == nil ? "page.booking.is" : "page.booking.already"
    // What an undo would change, told the other way round, is what the booking did.
    return try page(outcome, request, what: key, isReversed: true, canUndo: !outcome.wasNotLive)
  }

  /// A booking on which others rest: it can be looked at, and says why it cannot be taken back.
  private static func page(of number: BookingNumber, _ refusal: Refusal, _ request: PageRequest) throws -> PageAnswer {
    let title = request.texts.say("page.booking.title", ["booking": number.description])
    let what = refusal.problems.map { request.texts.located($0) }.joined(separator: " ")
    let view = View(words: request.words, title: title, what: what, changes: [], hasChanges: false, fields: nil, path: "")
    return try request.page("booking", view, title: title)
  }

  private static func undo(_ request: PageRequest) throws -> PageAnswer {
    let outcome = try UndoJourney.run(request.context, booking: try booking(request))
    let key = outcome.wasNotLive ? "page.booking.was_undone" : "page.booking.taken_back"
    return try page(outcome, request, what: key, isReversed: false, canUndo: false)
  }

  private static func page(
    _ outcome: UndoJourney.Outcome, _ request: PageRequest, what key: String, isReversed: Bool, canUndo: Bool
  ) throws -> PageAnswer {
    let company = outcome.scale
    let changes = outcome.moved.map { trainee, before, after in
      let (first, second) = isReversed ? (after, before) : (before, after)
      return View.Change(
        who: trainee.name.given, title: outcome.titles[before.key.task] ?? before.key.task.text,
        before: request.sign(first, company),
        after: request.sign(second, company))
    }
    let title = request.texts.say("page.booking.title", ["booking": outcome.target.number.description])
    let view = View(
      words: request.words, title: title, what: request.texts.say(key, count: changes.count), changes: changes,
      hasChanges: !changes.isEmpty, fields: canUndo ? request.formFields : nil,
      path: "/boeking/\(outcome.target.number)/ongedaan")
    return try request.page("booking", view, title: title)
  }

  private static func booking(_ request: PageRequest) throws -> BookingNumber {
    let typed = try request.parameter("booking")
    guard let booking = BookingNumber(typed: typed) else {
      throw Refusal(.notFound, .booking_not_found, values: ["booking": typed])
    }
    return booking
  }
}
