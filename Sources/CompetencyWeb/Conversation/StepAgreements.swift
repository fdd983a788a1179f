internal import CompetencyCore
internal import Journeys
internal import Wording

/// The agreements on a step of a conversation: those of before, those that were just made, room for more, and the end.
struct StepAgreements: Sendable {
  /// An agreement of before, with what may become of it.
  struct Earlier: Sendable {
    let place: Int
    let id, text, owner, due, day, reason: String
    let isDone, isRunning, isDropped, isNothing: Bool
  }
  struct Made: Sendable { let text, owner, due: String }
  struct Row: Sendable {
    let place: Int
    let text, day: String
    let owners: [Choice]
  }

  let made: [Made]
  let hasMade: Bool
  let rows: [Row]
  /// `2 afspraken van vorige keer zijn nog niet besproken.`
  let untouched: String?
  /// Whether the conversation ends here: there is no record of it yet.
  let isOpen: Bool
  let nextDay, nextTime: String
  let isShared, isUseful, isUseless: Bool

  init(_ shown: StepJourney.Outcome, _ request: PageRequest, isTyped: Bool) {
    let (texts, form, next) = (request.texts, request.form, shown.prepared.next)
    made = shown.made.map { agreement, words in
      Made(text: words, owner: shown.owner(of: agreement), due: agreement.dueOn.map(texts.date) ?? texts.say("report.no_day"))
    }
    hasMade = !made.isEmpty
    rows = (1...StepForm.rows).map { row in
      let chosen = isTyped ? form["wie.\(row)"] ?? "" : ""
      return Row(
        place: row, text: isTyped ? form["wat.\(row)"] ?? "" : "", day: isTyped ? form["voor.\(row)"] ?? "" : "",
        owners: shown.people.map { Choice(id: $0.id.text, name: $0.name, isChosen: sameBytes($0.id.text, chosen)) })
    }
    untouched = shown.untouched.isEmpty ? nil : texts.say("page.step.untouched", count: shown.untouched.count)
    isOpen = shown.prepared.conversation.versions.isEmpty
    nextDay = isTyped ? form["volgende"] ?? "" : next?.day.iso ?? ""
    nextTime = isTyped ? form["tijd"] ?? "" : next?.time?.description ?? ""
    isShared = form["delen"] != nil
    (isUseful, isUseless) = (form["nuttig"] == "ja", form["nuttig"] == "nee")
  }

  /// The agreements of before of which nothing was said yet.
  static func earlier(_ shown: StepJourney.Outcome, _ request: PageRequest, isTyped: Bool) -> [Earlier] {
    let (texts, form) = (request.texts, request.form)
    return shown.untouched.enumerated().map { index, entry in
      let (agreement, words) = entry
      let id = agreement.id.description
      // What was typed stands under the agreement's place on the page that was sent, which may have had others.
      let place = isTyped ? form.fields(under: "oud.").first { sameBytes($0.value, id) }?.name ?? "" : ""
      let chosen = form["wat_nu." + place] ?? ""
      let day = form["dag." + place] ?? shown.prepared.next?.day.iso ?? ""
      return Earlier(
        place: index + 1, id: id, text: words.isEmpty ? texts.say("page.agreement.no_words") : words,
        owner: shown.owner(of: agreement), due: agreement.dueOn.map(texts.date) ?? texts.say("report.no_day"), day: day,
        reason: form["reden." + place] ?? "", isDone: chosen == "gedaan", isRunning: chosen == "loopt",
        isDropped: chosen == "vervalt", isNothing: !["gedaan", "loopt", "vervalt"].contains(chosen))
    }
  }
}

extension StepJourney.Outcome {
  /// Who keeps an agreement, by the given name.
  func owner(of agreement: StandingAgreement) -> String {
    agreement.owner.person(of: prepared.trainee).flatMap { prepared.company.name(of: $0)?.given } ?? ""
  }
}
