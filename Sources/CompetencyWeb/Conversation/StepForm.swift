internal import CompetencyCore
internal import Journeys
internal import Wording

/// What was filled in on one step of a conversation, held against what is known.
struct StepForm {
  /// Whether a topic was written by somebody else since the page was made; both texts are then shown.
  private(set) var stale: [String: String] = [:]
  /// What stands in the way, as sentences.
  private(set) var problems: [String] = []
  /// What is to be written down.
  private(set) var draft = ConversationDraft()

  /// How many new agreements a page has room for.
  static let rows = 3

  var isStale: Bool { !stale.isEmpty }

  /// Whether there is anything to write down.
  var saysSomething: Bool { !draft.topics.isEmpty || !draft.closings.isEmpty || !draft.agreements.isEmpty }

  init(_ request: PageRequest, _ shown: StepJourney.Outcome, _ number: Int) {
    let (form, texts) = (request.form, request.texts)
    for (code, _) in form.fields(under: "t.") where ConversationTopic(rawValue: code) != nil {
      let (typed, was, now) = (form.words("t." + code), form.words("was." + code), shown.said[code] ?? "")
      // Who did not touch it leaves it as somebody else wrote it.
      if sameBytes(typed, Fields.plain(now)) || sameBytes(typed, was) { continue }
      if !sameBytes(was, Fields.plain(now)) { stale[code] = now }
      draft.topics.append((code, .init(typed)))
    }
    for (place, id) in form.fields(under: "oud.") { close(id, place, form, texts) }
    for row in 1...Self.rows { add(row, form, shown, texts) }
    if let task = form["bekijken"].map({ _ in form["taak"] ?? "" }),
      let busy = shown.busy.first(where: { sameBytes($0.task.text, task) })
    {
      let mentor = shown.prepared.trainee.mentor ?? shown.prepared.conversation.plan.holder
      let words = texts.say("page.step.look_at_words", ["task": busy.title])
      draft.agreements.append(.init(.init(words: words, owner: mentor.text, task: busy.task.text)))
    }
    end(form, shown, texts)
  }

  /// The same form with what the journey would not take.
  func refused(_ refusal: Refusal, _ texts: Texts) -> StepForm {
    var form = self
    form.problems = refusal.problems.map { texts.located($0) }
    return form
  }

  private mutating func close(_ id: String, _ place: String, _ form: Fields, _ texts: Texts) {
    let outcome: ConversationDraft.Closing.Outcome
    switch form["wat_nu." + place] {
    case "gedaan": outcome = .done
    case "loopt":
      guard let day = day(form, "dag." + place, texts) else {
        if form.trimmed("dag." + place).isEmpty { problems.append(texts.say("page.step.day_needed")) }
        return
      }
      outcome = .moved(to: day)
    case "vervalt":
      let reason = form.trimmed("reden." + place)
      if reason.isEmpty { return problems.append(texts.say("page.agreement.reason_needed")) }
      outcome = .dropped(reason: reason)
    default: return
    }
    draft.closings.append(.init(.init(agreement: id, outcome: outcome)))
  }

  private mutating func add(_ row: Int, _ form: Fields, _ shown: StepJourney.Outcome, _ texts: Texts) {
    let words = form.trimmed("wat.\(row)")
    if words.isEmpty { return }
    let owner = form["wie.\(row)"] ?? ""
    guard shown.people.contains(where: { sameBytes($0.id.text, owner) }) else {
      return problems.append(texts.say("page.agreement.owner_empty"))
    }
    draft.agreements.append(.init(.init(words: words, owner: owner, dueOn: day(form, "voor.\(row)", texts))))
  }

  /// What only the last step asks: the next day, who is told, and whether it was of use.
  private mutating func end(_ form: Fields, _ shown: StepJourney.Outcome, _ texts: Texts) {
    guard form["afsluiten"] != nil else { return }
    let next = shown.prepared.next
    draft.next = day(form, "volgende", texts)
    let time = form.trimmed("tijd")
    draft.nextTime = TimeOfDay(typed: time)
    if !time.isEmpty && draft.nextTime == nil { problems.append(texts.say("page.step.time_unknown")) }
    // The day that stood there already needs no second plan.
    if draft.next == next?.day && (draft.nextTime ?? next?.time) == next?.time { draft.next = nil }
    draft.isShared = form["delen"] != nil
    draft.wasUseful = form["nuttig"].flatMap { $0 == "ja" ? true : $0 == "nee" ? false : nil }
  }

  private mutating func day(_ form: Fields, _ name: String, _ texts: Texts) -> CalendarDate? {
    let typed = form.trimmed(name)
    if typed.isEmpty { return nil }
    let day = CalendarDate(typed: typed)
    if day == nil { problems.append(texts.say("page.task.day_unknown")) }
    return day
  }
}
