internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension StepView {
  /// The page of a step, with what was just typed when something stands in its way.
  static func page(
    _ shown: StepJourney.Outcome, _ number: Int, _ request: PageRequest, _ form: StepForm? = nil
  ) throws -> PageAnswer {
    let (texts, prepared) = (request.texts, shown.prepared)
    request.saw(prepared.trainee.id, "conversation")
    let template = try shown.template(request)
    let step = template.steps[number - 1]
    let wording = OpenerWording(prepared.opener, texts, today: prepared.today, label: prepared.label)
    let title = texts.say("page.prepare.title", ["who": prepared.trainee.name.given])
    let name = texts.choose(step.title)
    let mentor = prepared.trainee.mentor.flatMap { prepared.company.name(of: $0)?.given } ?? prepared.holderName
    let topics = step.topics.map { topic in
      let (code, said) = (topic.rawValue, shown.said[topic.rawValue] ?? "")
      let now = form?.stale[code]
      return Topic(
        code: code, title: texts.topic(topic), text: form == nil ? said : request.form.words("t." + code), was: now ?? said,
        now: now?.isEmpty == true ? nil : now, isStale: now != nil)
    }
    let opener = wording.sentences.filter { kind, _ in
      kind.map { step.topics.map(\.rawValue).contains($0.topic) } ?? (number == 1)
    }
    let isLast = number == template.steps.count
    let view = StepView(
      words: request.words, fields: request.formFields, title: title,
      when: texts.fullDate(prepared.conversation.heldOn ?? prepared.conversation.plan.day), path: shown.path,
      recordPath: shown.path + "/verslag", hasBegun: shown.begun != nil || !prepared.conversation.versions.isEmpty,
      clock: StepClock(shown, minutes: template.minutes, request),
      steps: template.steps.enumerated().map { index, each in
        Step(
          name: "\(index + 1) " + texts.choose(each.title), path: shown.path + "/stap/\(index + 1)",
          isCurrent: index + 1 == number, isSaid: each.topics.contains { shown.said[$0.rawValue] != nil })
      }, heading: texts.say("page.step.heading", ["number": "\(number)", "title": name]), number: number,
      questions: step.questions(inConversation: prepared.number).map(texts.choose), opener: opener.map(\.sentence),
      hasOpener: !opener.isEmpty, earlier: StepAgreements.earlier(shown, request, isTyped: form != nil),
      hasEarlier: !shown.untouched.isEmpty, isFirst: number == 1, topics: topics, prepared: answers(shown, template, texts),
      isPreparedOpen: step.topics.contains { [.knelpunten, .feedback, .ondersteuning].contains($0) },
      busy: shown.busy.map { Choice(id: $0.task.text, name: $0.title, isChosen: false) },
      hasBusy: step.topics.contains(.voortgang) && !shown.busy.isEmpty,
      lookAt: texts.say("page.step.look_at", ["who": mentor]),
      end: isLast ? StepAgreements(shown, request, isTyped: form != nil) : nil,
      previous: number > 1 ? shown.path + "/stap/\(number - 1)" : nil,
      next: texts.say("page.step.next", ["number": "\(number + 1)"]), problems: form?.problems ?? [],
      hasProblems: !(form?.problems ?? []).isEmpty)
    let status = form.map { $0.isStale ? 409 : 422 } ?? 200
    return try request.page("step", view, title: title + ", " + name, section: "/", status: status)
  }

  /// What both sides prepared, in the order of the template.
  private static func answers(
    _ shown: StepJourney.Outcome, _ template: ConversationTemplate, _ texts: Texts
  ) -> [Answers] {
    let prepared = shown.prepared
    guard let other = prepared.other else { return [] }
    return ConversationSide.allCases.map { side in
      let answers = side == prepared.side ? prepared.own : other
      let lines = template.preparation(of: side).compactMap { question -> Answer? in
        answers[question.id].map { Answer(question: texts.choose(question.wording(inConversation: prepared.number)), text: $0) }
      }
      let name = side == .medewerker ? prepared.trainee.name.given : prepared.holderName
      return Answers(
        name: texts.say(lines.isEmpty ? "page.step.wrote_nothing" : "page.step.wrote", ["who": name]), lines: lines,
        hasLines: !lines.isEmpty)
    }
  }
}
