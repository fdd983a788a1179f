internal import CompetencyCore
internal import Journeys
internal import Wording

/// Holding a conversation (gesprek voeren): the agreements of before, then one step of the template a page, each saved by itself.
enum StepPages {
  static let routes: [Route] = [
    .get("/gesprek/{conversation}/stap/{step}") { try show($0) },
    .post("/gesprek/{conversation}/begin") { try begin($0) },
    .post("/gesprek/{conversation}/stap/{step}") { try save($0) },
  ]

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    let shown = try StepJourney.show(request.context, who: try request.conversation())
    // The trainee sits at the same table; what is written down comes in the record.
    if shown.prepared.side == .medewerker { return .redirect(shown.path + "/verslag") }
    return try StepView.page(shown, try number(shown, request), request)
  }

  private static func begin(_ request: PageRequest) throws -> PageAnswer {
    let id = try request.conversation()
    _ = try HoldJourney.start(request.context, who: id, on: nil)
    return .redirect("/gesprek/\(id)/stap/1")
  }

  private static func save(_ request: PageRequest) throws -> PageAnswer {
    let id = try request.conversation()
    let shown = try StepJourney.show(request.context, who: id)
    let number = try number(shown, request)
    let form = StepForm(request, shown, number)
    if form.isStale || !form.problems.isEmpty { return try StepView.page(shown, number, request, form) }
    let isEnd = request.form["afsluiten"] != nil
    let saved = Result { () throws(Refusal) in
      if isEnd, shown.begun != nil, shown.prepared.conversation.versions.isEmpty {
        _ = try RecordConversationJourney.run(request.context, who: id, form.draft)
      } else if form.saysSomething {
        _ = try StepJourney.save(request.context, who: id, form.draft)
      }
    }
    if case .failure(let refusal) = saved {
      guard refusal.status == .usage || refusal.status == .notFound else { throw refusal }
      return try StepView.page(shown, number, request, form.refused(refusal, request.texts))
    }
    if isEnd { return .redirect(shown.path + "/verslag") }
    return .redirect(shown.path + "/stap/\(request.form["zelfde"] == nil ? number + 1 : number)")
  }

  /// The step of the address, from 1.
  private static func number(_ shown: StepJourney.Outcome, _ request: PageRequest) throws -> Int {
    let steps = try shown.template(request).steps
    guard let number = Int(try request.parameter("step")), (1...steps.count).contains(number) else {
      throw Refusal(.notFound, .conversation_not_found, values: ["who": request.path])
    }
    return number
  }
}

extension PageRequest {
  /// Exactly the conversation of the address: a piece of a name is none.
  func conversation() throws(Refusal) -> String {
    let typed = try parameter("conversation")
    guard ConversationID(typed: typed) != nil else { throw Refusal(.notFound, .conversation_not_found, values: ["who": typed]) }
    return typed
  }
}

extension StepJourney.Outcome {
  /// Where the pages of the conversation stand.
  var path: String { "/gesprek/\(prepared.conversation.id)" }

  /// The template that it was planned with.
  func template(_ request: PageRequest) throws(Refusal) -> ConversationTemplate {
    try request.site.settings.folders.conversationTemplate(prepared.conversation.plan.template)
  }
}
