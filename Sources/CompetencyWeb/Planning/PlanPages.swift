internal import CompetencyCore
internal import Journeys
internal import Wording

/// One conversation: planning it, giving it another day, calling it off.
enum PlanPages {
  static let routes: [Route] = [
    .get("/planning/nieuw/{trainee}") { try showNew($0) },
    .post("/planning/nieuw/{trainee}") { try plan($0) },
    .get("/planning/{conversation}") { request in try page(try standing(request), request) },
    .post("/planning/{conversation}/verzet") { try move($0) },
    .post("/planning/{conversation}/afzeggen") { try cancel($0) },
  ]

  static func path(ofNew trainee: TraineeID) -> String { "/planning/nieuw/" + Fields.encoded(trainee.text) }

  static func path(of conversation: ConversationID) -> String { "/planning/" + Fields.encoded(conversation.description) }

  /// What is planned, without its day: `voortgangsgesprek · Mo Haddou · 30 minuten`.
  static func what(_ plan: ConversationPlan, _ holderName: String, _ request: PageRequest) -> String {
    let minutes = request.texts.say("page.planning.minutes", ["count": "\(plan.minutes)"])
    return [request.texts.kind(plan.kind), holderName, minutes].joined(separator: " · ")
  }

  /// The trainee of the address, who has none planned yet; a piece of a name is no address.
  private static func row(_ request: PageRequest) throws -> ScheduleJourney.Row {
    let typed = try request.parameter("trainee")
    let row = PersonID(typed) == nil ? nil : try ScheduleJourney.show(request.context, who: typed).rows.first
    guard let row, sameBytes(row.trainee.id.text, typed) else {
      throw Refusal(.notFound, .person_not_found, values: ["who": typed])
    }
    return row
  }

  private static func standing(_ request: PageRequest) throws -> PlanConversationJourney.Standing {
    try PlanConversationJourney.show(request.context, conversation: try request.parameter("conversation"))
  }

  /// The plan that a form asks for, before its day, time and minutes.
  private static func request(_ request: PageRequest) throws -> PlanConversationJourney.Request {
    let template = try request.site.settings.folders.conversationTemplate("voortgangsgesprek")
    return PlanConversationJourney.Request(template: .init(template))
  }

  private static func showNew(_ request: PageRequest) throws -> PageAnswer {
    let row = try row(request)
    if let planned = row.planned.first(where: { $0.conversation.state == .planned }) {
      return .redirect(path(of: planned.conversation.id))
    }
    return try page(of: row, PlanForm(), request)
  }

  /// The form for a new conversation; what was not typed yet is what the rhythm and the template suggest.
  private static func page(
    of row: ScheduleJourney.Row, _ typed: PlanForm, _ request: PageRequest, status: Int = 200
  ) throws -> PageAnswer {
    request.saw(row.trainee.id, "planning")
    var form = typed
    if !form.wasSent {
      let plan = try Self.request(request)
      form.minutes = "\(plan.template.minutes)"
      do throws(Refusal) {
        form.day = try PlanConversationJourney.plan(request.rehearsal, who: row.trainee.id.text, plan).plan.day.iso
      } catch { guard error.problems.first?.code == .no_rhythm else { throw error } }
    }
    let view = PlanView(new: row, form, request)
    return try request.page("plan", view, title: view.title, section: PlanningPage.path, status: status)
  }

  private static func plan(_ request: PageRequest) throws -> PageAnswer {
    let (row, form) = (try row(request), PlanForm(request))
    guard let day = form.chosenDay, form.problems.isEmpty else { return try page(of: row, form, request, status: 422) }
    var plan = try Self.request(request)
    (plan.day, plan.time, plan.minutes) = (day, form.chosenTime, form.chosenMinutes)
    do {
      let outcome = try PlanConversationJourney.plan(request.context, who: row.trainee.id.text, plan)
      let done = request.texts.say("page.plan.was_made", ["when": request.moment(of: outcome.plan)])
      return try PlanningPage.show(request, done: done, booking: outcome.booking)
    } catch let refusal as Refusal where refusal.status == .usage {
      // Somebody else planned one meanwhile: that one is shown, with what was chosen here ready to move it.
      if refusal.problems.contains(where: { $0.code == .conversation_planned }),
        let planned = try Self.row(request).planned.first(where: { $0.conversation.state == .planned })
      {
        let found = try PlanConversationJourney.show(request.context, conversation: planned.conversation.id.description)
        let values = ["now": request.moment(of: found.conversation.plan), "mine": request.moment(day, form.chosenTime)]
        let meanwhile = form.refused(saying: request.texts.say("page.plan.planned_meanwhile", values))
        return try page(found, request, form: meanwhile, status: 409)
      }
      return try page(of: row, form.refused(refusal, request.texts), request, status: 422)
    }
  }

  private static func page(
    _ found: PlanConversationJourney.Standing, _ request: PageRequest, form: PlanForm? = nil, status: Int = 200
  ) throws -> PageAnswer {
    request.saw(found.trainee.id, "planning")
    let view = PlanView(found, form ?? PlanForm(found.conversation.plan), request)
    return try request.page("plan", view, title: view.title, section: PlanningPage.path, status: status)
  }

  private static func move(_ request: PageRequest) throws -> PageAnswer {
    let (found, form) = (try standing(request), PlanForm(request))
    guard found.conversation.state == .planned else { return try page(found, request, status: 409) }
    guard let day = form.chosenDay, form.problems.isEmpty else { return try page(found, request, form: form, status: 422) }
    var plan = PlanConversationJourney.Request(template: .init(of: found.conversation.plan))
    (plan.day, plan.time, plan.minutes) = (day, form.chosenTime, form.chosenMinutes)
    (plan.isMove, plan.clearsTime, plan.shown) = (true, form.chosenTime == nil, request.form["was"] ?? "")
    if form.isSame(as: found.conversation.plan) {
      return try PlanningPage.show(request, done: request.texts.say("page.plan.same"))
    }
    do {
      let outcome = try PlanConversationJourney.plan(request.context, who: found.conversation.id.description, plan)
      guard !outcome.wasMovedMeanwhile else {
        let values = ["now": request.moment(of: outcome.plan), "mine": request.moment(day, form.chosenTime)]
        let meanwhile = form.refused(saying: request.texts.say("page.plan.moved_meanwhile", values))
        return try page(try standing(request), request, form: meanwhile, status: 409)
      }
      let done = request.texts.say("page.plan.was_moved", ["when": request.moment(of: outcome.plan)])
      return try PlanningPage.show(request, done: done, booking: outcome.booking)
    } catch let refusal as Refusal where refusal.status == .usage {
      return try page(found, request, form: form.refused(refusal, request.texts), status: 422)
    }
  }

  private static func cancel(_ request: PageRequest) throws -> PageAnswer {
    let found = try standing(request)
    guard found.conversation.state == .planned else { return try page(found, request, status: 409) }
    let outcome = try PlanConversationJourney.cancel(
      request.context, who: found.conversation.id.description, shown: request.form["was"] ?? "")
    guard !outcome.wasMovedMeanwhile else {
      let said = request.texts.say("page.plan.moved_before_cancel", ["now": request.moment(of: outcome.plan)])
      return try page(
        try standing(request), request, form: PlanForm(outcome.plan).refused(saying: said), status: 409)
    }
    return try PlanningPage.show(
      request, done: request.texts.say("page.plan.was_cancelled"), booking: outcome.booking)
  }
}
