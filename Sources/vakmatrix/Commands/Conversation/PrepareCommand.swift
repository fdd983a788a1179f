internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension ConversationCommand {
  struct Prepare: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "prepare", abstract: "What there is to talk about, and your own answers beforehand.",
      discussion: """
        Your answers stay sealed for the other side until both are ready or the conversation begins. Example:
        vakmatrix conversation prepare sanne --by sanne --answer tevreden="Drie naden achter elkaar goed" --ready
        """, aliases: ["voorbereid"])
    @Argument(help: "A trainee, or a conversation such as c-0031.1.")
    var who: String
    @Option(name: .customLong("answer"), help: "QUESTION=TEXT: your answer to a question; more than once.")
    var answers: [String] = []
    @Flag(help: "You have prepared.")
    var ready = false
    @OptionGroup var file: ConversationFileOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let shown = try PrepareJourney.show(context, who: who)
      let questions = try self.questions(shown, console)
      let desk = ConversationFileDesk(console: console, database: common.databasePath, isDryRun: isDryRun)
      return try file.take(.preparation(console, questions, of: shown), on: desk) { written throws(Refusal) in
        var draft = written ?? PreparationDraft()
        try add(to: &draft)
        return try save(draft, shown, questions, context, console)
      }
    }

    /// Adds what was typed.
    private func add(to draft: inout PreparationDraft) throws(Refusal) {
      for answer in answers {
        guard let equals = answer.utf8.firstIndex(of: UInt8(ascii: "=")) else {
          throw Refusal(
            .usage, .value_not_understood, values: ["option": "--answer", "value": answer, "expected": "VRAAG=TEKST"])
        }
        let question = String(answer[..<equals])
        draft.answers.append((question, .init(trimmed(String(answer[answer.utf8.index(after: equals)...])))))
      }
      draft.isReady = draft.isReady || ready
    }

    private func save(
      _ draft: PreparationDraft, _ shown: PrepareJourney.Outcome, _ questions: [(id: String, text: String)],
      _ context: JourneyContext, _ console: Console
    ) throws(Refusal) -> ExitStatus {
      let writesAnything = !draft.answers.isEmpty || draft.isReady
      let known = questions.map(\.id)
      let saved =
        try writesAnything
        ? PrepareJourney.save(context, who: who, draft) { _, _, question in
          known.contains { sameBytes($0, question) } ? nil : known
        } : shown
      console.document(ConversationDocument.preparation(saved, console.texts, isDryRun: isDryRun))
      if isDryRun { console.say("cli.dry_run") }
      PreparationLines(outcome: saved, questions: questions, console: console).tell(isReady: draft.isReady)
      if let booking = saved.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
      return .done
    }

    private func questions(
      _ shown: PrepareJourney.Outcome, _ console: Console
    ) throws(Refusal) -> [(id: String, text: String)] {
      let plan = shown.conversation.plan
      return try console.folders.conversationTemplate(plan.template).questions(
        for: shown.side, console.texts.language, number: shown.number)
    }
  }
}

/// Tells a preparation to people.
struct PreparationLines {
  let outcome: PrepareJourney.Outcome
  let questions: [(id: String, text: String)]
  let console: Console
  private var texts: Texts { console.texts }

  func tell(isReady: Bool) {
    let plan = outcome.conversation.plan
    console.say(
      "cli.prepare.head",
      [
        "who": outcome.trainee.name.full, "kind": texts.kind(plan.kind),
        "date": texts.fullDate(plan.day) + (plan.time.map { ", " + $0.description } ?? ""),
        "conversation": outcome.conversation.id.description, "holder": outcome.holderName,
      ])
    opener()
    console.line("")
    console.say("cli.prepare.own")
    for question in questions {
      console.item("cli.prepare.question", ["question": question.id, "text": question.text])
      for line in CleanText.lines(outcome.own[question.id] ?? "–") { console.line("      " + line) }
    }
    console.line("")
    other(isReady: isReady)
  }

  func opener() {
    let wording = OpenerWording(outcome.opener, texts, today: outcome.today, label: outcome.label)
    console.line("")
    console.line(wording.since)
    for (_, sentence) in wording.sentences { console.line("  · " + sentence) }
  }

  private func other(isReady: Bool) {
    let other = outcome.side.other
    let name = other == .medewerker ? outcome.trainee.name.given : outcome.holderName
    guard let words = outcome.other else {
      let isOtherReady = outcome.conversation.ready.contains(other)
      console.say(isOtherReady ? "cli.prepare.sealed_ready" : "cli.prepare.sealed", ["name": name])
      if !isReady, !outcome.conversation.ready.contains(outcome.side) {
        console.say("cli.prepare.how", ["who": outcome.trainee.id.text])
      }
      return
    }
    console.say(words.isEmpty ? "cli.prepare.other_empty" : "cli.prepare.other", ["name": name])
    for (question, body) in words.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      console.line("  " + question)
      for line in CleanText.lines(body) { console.line("      " + line) }
    }
  }
}

extension PrepareJourney.Outcome {
  /// What people call what a line of the opener counts.
  func label(_ subject: Opener.Entry.Subject) -> String {
    func named(_ words: String, _ id: String) -> String { words.isEmpty ? id : words + " (" + id + ")" }
    switch subject {
    case .agreement(let id): return named(words.words(of: id), id.description)
    case .task(let code): return code.text + (company.tasks[code].map { " " + $0.title } ?? "")
    case .goal(let id): return named(words.words(of: id), id.description)
    case .obstacle(let id): return named(words.words(of: id), id.description)
    }
  }
}
