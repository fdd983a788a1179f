internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// The record of a conversation (gespreksverslag): reading it, and for the trainee saying what one thinks of it.
enum ConversationRecordPage {
  static let routes: [Route] = [
    .get("/gesprek/{conversation}/verslag") { try show($0) },
    .get("/gesprek/{conversation}/verslag.pdf") { try sheet($0) },
    .post("/gesprek/{conversation}/gezien") { try say($0) },
  ]

  /// The view model of `Templates/Pages/record.mustache`.
  struct View: Sendable {
    struct Section: Sendable {
      let title: String
      let lines: [String]
    }
    struct Agreement: Sendable { let text, owner, due: String }
    let words: [String: String]
    let fields: HTMLFragment
    let title, facts, path: String
    let standing: [String]
    let sections: [Section]
    let agreements: [Agreement]
    let hasAgreements: Bool
    let next: String
    /// Earlier versions, as they were written down.
    let earlier: [Earlier]
    let hasEarlier: Bool
    /// What the trainee may say; nil for others, and before there is a record.
    let reply: Reply?
    /// Where the record is changed, or written down when there is none; nil for who does not write it.
    let stepPath: String?
    let isRecorded: Bool
    let problem: String?
  }

  struct Earlier: Sendable {
    let title: String
    let sections: [View.Section]
  }

  struct Reply: Sendable {
    /// The version that is answered, as a form holds it.
    let version: String
    let canSee, canAgree: Bool
    let text: String
    let textProblem: String?
  }

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    let shown = try ShowConversationJourney.show(request.context, who: try request.conversation())
    if shown.conversation.state == .planned { return .redirect("/gesprek/\(shown.conversation.id)/voorbereiden") }
    return try page(shown, request)
  }

  private static func page(
    _ shown: ShowConversationJourney.Outcome, _ request: PageRequest, problem: String? = nil, textProblem: String? = nil
  ) throws -> PageAnswer {
    let (texts, conversation) = (request.texts, shown.conversation)
    request.saw(shown.trainee.id, "conversation")
    let outline = shown.report.outline(texts)
    let isTrainee = request.visitor?.account.id == shown.trainee.id
    let version = conversation.versions.last.map { name(of: $0) }
    let answer = isTrainee ? version.map { reply($0, conversation, request, textProblem) } : nil
    let writes = shown.readsWords && !isTrainee && conversation.state != .cancelled
    let view = View(
      words: request.words, fields: request.formFields, title: outline.title, facts: outline.facts,
      path: "/gesprek/\(conversation.id)", standing: outline.standing, sections: outline.sections.map(section),
      agreements: outline.agreements.map { View.Agreement(text: $0.text, owner: $0.owner, due: $0.due) },
      hasAgreements: !outline.agreements.isEmpty, next: outline.next,
      earlier: shown.records.dropLast().reversed().map { record in
        Earlier(
          title: texts.say("page.record.earlier", ["date": texts.fullDate(record.version.heldOn)]),
          sections: shown.report(of: record).outline(texts).sections.map(section))
      }, hasEarlier: shown.records.count > 1, reply: answer,
      stepPath: writes ? "/gesprek/\(conversation.id)/stap/1" : nil, isRecorded: version != nil, problem: problem)
    return try request.page(
      "record", view, title: outline.title, section: isTrainee ? "/" : "/team",
      status: problem != nil ? 409 : textProblem != nil ? 422 : 200)
  }

  /// A version as a form names it.
  private static func name(of version: Conversation.Version) -> String {
    "\(version.fact.booking).\(version.fact.ordinal)"
  }

  private static func section(_ section: ConversationOutline.Section) -> View.Section {
    View.Section(title: section.title, lines: section.lines)
  }

  private static func reply(
    _ version: String, _ conversation: Conversation, _ request: PageRequest, _ problem: String?
  ) -> Reply {
    Reply(
      version: version, canSee: conversation.acknowledgement == .none, canAgree: conversation.acknowledgement != .agreed,
      text: request.form.words("anders"), textProblem: problem)
  }

  private static func say(_ request: PageRequest) throws -> PageAnswer {
    let id = try request.conversation()
    let shown = try ShowConversationJourney.show(request.context, who: id)
    let (texts, form) = (request.texts, request.form)
    // A word is about the version that was read; a newer one is read first.
    if let last = shown.conversation.versions.last, !sameBytes(name(of: last), form["versie"] ?? "") {
      return try page(shown, request, problem: texts.say("page.record.newer"))
    }
    let word: SeenJourney.Word
    switch form["woord"] {
    case "akkoord": word = .agreed
    case "anders":
      let words = form.words("anders")
      if words.isEmpty { return try page(shown, request, textProblem: texts.say("page.record.change_empty")) }
      word = .change(words)
    default: word = .seen
    }
    let wasUseful = form["nuttig"].flatMap { $0 == "ja" ? true : $0 == "nee" ? false : nil }
    _ = try SeenJourney.run(request.context, who: id, word, wasUseful: wasUseful)
    return .redirect("/gesprek/\(id)/verslag")
  }

  private static func sheet(_ request: PageRequest) throws -> PageAnswer {
    let shown = try ShowConversationJourney.show(request.context, who: try request.conversation())
    request.saw(shown.trainee.id, "conversation")
    let origin = ReportOrigin(seal: try ReportJourney.seal(request.context))
    let page = try shown.report.html(request.texts, folders: request.site.settings.folders, origin: origin)
    let day = shown.report.day
    let name = ReportFileNames.unique([(shown.trainee.name.full, shown.trainee.id.text)])[0]
    return try request.printed(page, on: day, name: name + "_" + day.iso + ".pdf")
  }
}
