internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// Preparing a conversation on one's own side: one question a page, each saved by itself, sealed until both sides are ready.
enum PreparePages {
  static let routes: [Route] = [
    .get("/gesprek/{conversation}/voorbereiden") { try show($0) },
    .post("/gesprek/{conversation}/voorbereiden") { try save($0) },
  ]

  /// The view model of `Templates/Pages/prepare.mustache`.
  struct View: Sendable {
    struct Answer: Sendable {
      let question, text, path: String
      let isEmpty: Bool
    }
    let words: [String: String]
    let fields: HTMLFragment
    let title, when, path: String
    let since: String
    let opener: [String]
    /// The question of the page; nil on the last, which shows all answers.
    let question: String?
    let place, number, answer, hint: String
    /// The question before it; nil on the first.
    let earlier: String?
    /// The page with all answers.
    let allPath: String
    let answers: [Answer]
    let isReady: Bool
    let other: String
    let otherAnswers: [Answer]
    /// What was saved meanwhile from elsewhere, beside what was just typed; nil when nothing was.
    let saved: String?
  }

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    try page(try PrepareJourney.show(request.context, who: try request.conversation()), request)
  }

  private static func save(_ request: PageRequest) throws -> PageAnswer {
    let shown = try PrepareJourney.show(request.context, who: try request.conversation())
    let questions = try questions(of: shown, request)
    var draft = PreparationDraft()
    if request.form["klaar"] != nil {
      draft.isReady = true
    } else {
      guard let place = Self.place(request.form["vraag"]), questions.indices.contains(place - 1) else {
        return .redirect(request.path)
      }
      let (id, typed) = (questions[place - 1].id, request.form.words("antwoord"))
      let (was, now) = (request.form.words("was"), Fields.plain(shown.own[id] ?? ""))
      let isSkipped = request.form["overslaan"] != nil
      if !isSkipped, !sameBytes(was, now), !sameBytes(typed, now) {
        return try page(shown, request, at: place, typed: typed, saved: now)
      }
      if !isSkipped, !sameBytes(typed, now) {
        draft.answers = [(id, .init(typed))]
      } else if !shown.passed.contains(id), shown.conversation.state == .planned {
        // Nothing is an answer too: the next time the preparation opens at the question after it.
        draft.answers = [(id, .init(""))]
      }
    }
    let known = questions.map(\.id)
    if !draft.answers.isEmpty || draft.isReady {
      _ = try PrepareJourney.save(request.context, who: shown.conversation.id.description, draft) { _, _, question in
        known.contains { sameBytes($0, question) } ? nil : known
      }
    }
    let next = (place(request.form["vraag"]) ?? known.count) + 1
    return .redirect(request.path + "?vraag=\(next)")
  }

  private static func questions(
    of outcome: PrepareJourney.Outcome, _ request: PageRequest
  ) throws -> [(id: String, text: String)] {
    let template = try request.site.settings.folders.conversationTemplate(outcome.conversation.plan.template)
    return template.preparation(of: outcome.side).map {
      ($0.id, request.texts.choose($0.wording(inConversation: outcome.number)))
    }
  }

  /// The place of a question as an address or a form says it; nil for what no number of questions comes to.
  private static func place(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (1...1000).contains($0) ? $0 : nil }
  }

  /// The place where this side stopped: the first question that is neither answered nor skipped, else after the last.
  private static func stop(of outcome: PrepareJourney.Outcome, _ questions: [(id: String, text: String)]) -> Int {
    (questions.firstIndex { !outcome.passed.contains($0.id) } ?? questions.count) + 1
  }

  private static func page(
    _ outcome: PrepareJourney.Outcome, _ request: PageRequest, at given: Int? = nil, typed: String? = nil, saved: String? = nil
  ) throws -> PageAnswer {
    let (texts, questions) = (request.texts, try questions(of: outcome, request))
    request.saw(outcome.trainee.id, "conversation")
    let (plan, path) = (outcome.conversation.plan, request.path)
    let place = given ?? self.place(request.query["vraag"]) ?? stop(of: outcome, questions)
    let question = questions.indices.contains(place - 1) ? questions[place - 1] : nil
    let wording = OpenerWording(outcome.opener, texts, today: outcome.today, label: outcome.label)
    let (other, isOwn) = (outcome.side.other, outcome.side == .medewerker)
    let name = isOwn ? outcome.holderName : outcome.trainee.name.given
    let sealed = outcome.conversation.ready.contains(other) ? "page.prepare.other_ready" : "page.prepare.other_not_ready"
    let key = outcome.other == nil ? sealed : outcome.other?.isEmpty == true ? "page.prepare.other_empty" : "page.prepare.other"
    let titles = Dictionary(questions.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    let title = texts.say("page.prepare.title", ["who": name])
    let view = View(
      words: request.words, fields: request.formFields, title: title,
      when: texts.fullDate(plan.day) + (plan.time.map { ", " + $0.description } ?? ""), path: path, since: wording.since,
      opener: wording.sentences.map(\.sentence), question: question?.text,
      place: texts.say("page.prepare.place", ["number": "\(place)", "count": "\(questions.count)"]), number: "\(place)",
      answer: typed ?? question.flatMap { outcome.own[$0.id] } ?? "", hint: texts.say("page.prepare.sealed", ["who": name]),
      earlier: place > 1 ? path + "?vraag=\(place - 1)" : nil, allPath: path + "?vraag=\(questions.count + 1)",
      answers: questions.enumerated().map { index, each in
        let words = outcome.own[each.id] ?? ""
        return View.Answer(question: each.text, text: words, path: path + "?vraag=\(index + 1)", isEmpty: words.isEmpty)
      }, isReady: outcome.conversation.ready.contains(outcome.side), other: texts.say(key, ["who": name]),
      otherAnswers: (outcome.other ?? [:]).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
        View.Answer(question: titles[$0.key] ?? $0.key, text: $0.value, path: "", isEmpty: false)
      }, saved: saved)
    return try request.page("prepare", view, title: title, section: isOwn ? "/" : "/team", status: saved == nil ? 200 : 409)
  }
}
