internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension ConversationCommand {
  struct Record: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "record", abstract: "Write down what was said: topics, agreements, levels that were seen, the next day.",
      discussion: """
        Type it as options, fill in the file that --edit opens, or give a filled file with --file. Example:
        vakmatrix conversation record sanne --by mo --topic knelpunten="Wachten op de kantbank" \\
          --agreement "Kantbanktijd regelen | mo | 4-12-2026" --level LAS-02=beheerst@16-12-2026 --next 22-1-2027
        """, aliases: ["leg-vast"])
    @Argument(help: "A trainee, or a conversation such as c-0031.1.")
    var who: String
    @Option(help: "The day on which it was held (default: when it began).")
    var on: String?
    @Flag(help: "It was held without being planned.")
    var unplanned = false
    @Option(help: "With --unplanned: the template (default voortgangsgesprek).")
    var template: String = "voortgangsgesprek"
    @OptionGroup var typed: RecordOptions
    @OptionGroup var file: ConversationFileOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let heldOn = try on.map { text throws(Refusal) in try day(text) }
      let form = ConversationForm.record(console, on: heldOn) { () throws(Refusal) in
        guard unplanned else { return try PrepareJourney.show(context, who: who) }
        let held = PlanConversationJourney.Template(try console.folders.conversationTemplate(template))
        return try PrepareJourney.unplanned(context, who: who, held, on: heldOn)
      }
      let desk = ConversationFileDesk(console: console, database: common.databasePath, isDryRun: isDryRun)
      return try file.take(form, on: desk) { written throws(Refusal) in
        var draft = written ?? ConversationDraft()
        draft.heldOn = heldOn ?? draft.heldOn
        try typed.add(to: &draft)
        return try book(draft, context, console)
      }
    }

    private func book(
      _ draft: ConversationDraft, _ context: JourneyContext, _ console: Console
    ) throws(Refusal) -> ExitStatus {
      let held = try unplanned ? PlanConversationJourney.Template(console.folders.conversationTemplate(template)) : nil
      let outcome = try RecordConversationJourney.run(context, who: who, draft, unplanned: held)
      console.document(ConversationDocument.record(outcome, isDryRun: isDryRun))
      if isDryRun { console.say("cli.dry_run") }
      tell(outcome, draft, console)
      return .done
    }

    private func tell(
      _ outcome: RecordConversationJourney.Outcome, _ draft: ConversationDraft, _ console: Console
    ) {
      let texts = console.texts
      let values = ["who": outcome.trainee.name.full, "date": texts.fullDate(outcome.heldOn), "trainee": outcome.trainee.id.text]
      console.say(outcome.isChange ? "cli.record.changed" : "cli.record.done", values)
      for made in outcome.agreements {
        console.item(
          made.agreement.dueOn == nil ? "cli.record.agreement" : "cli.record.agreement_by",
          [
            "agreement": made.agreement.name.description, "words": made.words, "owner": made.owner,
            "date": made.agreement.dueOn.map(texts.date) ?? "",
          ])
      }
      if outcome.closed > 0 { console.item("cli.record.closed", count: outcome.closed) }
      if outcome.levels > 0 { console.item("cli.record.levels", count: outcome.levels) }
      if !outcome.untouched.isEmpty {
        console.item(
          "cli.record.untouched", count: outcome.untouched.count,
          ["list": texts.list(outcome.untouched.map(\.id.description))])
      }
      for hint in RecordHints.hints(draft, console) { console.item("cli.record.hint", ["hint": hint]) }
      console.item(outcome.isShared ? "cli.record.shared" : "cli.record.not_shared", values)
      if let next = outcome.next {
        console.item(
          "cli.record.next",
          [
            "date": texts.fullDate(next.day) + (next.time.map { ", " + $0.description } ?? ""),
            "conversation": "\(next.conversation)",
          ])
      } else {
        console.item("cli.record.no_next", values)
      }
      console.item("cli.record.seen", values)
      if let booking = outcome.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
    }
  }
}

/// What of a record can be typed as options.
struct RecordOptions: ParsableArguments {
  @Option(name: .customLong("topic"), help: "CODE=TEXT: what was said on a topic (terugblik, knelpunten, …); more than once.")
  var topics: [String] = []
  @Option(name: .customLong("agreement"), help: "\"WHAT | WHO | DAY | TASK\": a new agreement; more than once.")
  var agreements: [String] = []
  @Option(name: .customLong("done"), help: "An agreement that was kept; more than once.")
  var done: [String] = []
  @Option(name: .customLong("drop"), help: "AGREEMENT=WHY: an agreement that lapses; more than once.")
  var drops: [String] = []
  @Option(name: .customLong("move"), help: "AGREEMENT=DAY: another day for an agreement; more than once.")
  var moves: [String] = []
  @Option(
    name: .customLong("reword"), help: "AGREEMENT=\"WHAT | WHO | DAY | TASK\": other words for an agreement; more than once.")
  var rewords: [String] = []
  @Option(name: .customLong("level"), help: "TASK=LEVEL or TASK=LEVEL@DAY: a level that was seen, and when; more than once.")
  var levels: [String] = []
  @Option(name: .customLong("compliment"), help: "TEXT or TASK:TEXT; more than once.")
  var compliments: [String] = []
  @Option(
    name: .customLong("support"),
    help: """
      medewerker=TEXT or begeleider=TEXT: what is needed of that side; with "TEXT | WHO | DAY" it becomes an agreement at once; \
      more than once.
      """)
  var support: [String] = []
  @Option(name: .customLong("ambition"), help: "medewerker=TEXT or organisatie=TEXT; more than once.")
  var ambitions: [String] = []
  @Option(name: .customLong("obstacle"), help: "\"WHAT | SINCE | WHO\": what hinders; more than once.")
  var obstacles: [String] = []
  @Option(name: .customLong("solved"), help: "An obstacle that was taken away, k-0031.4; more than once.")
  var solved: [String] = []
  @Option(help: "How long it took, in minutes.")
  var minutes: Int?
  @Option(help: "The day of the next conversation.")
  var next: String?
  @Flag(help: "Tell the leidinggevende.")
  var share = false
  @Option(help: "Whether it was of use: ja or kan-beter.")
  var useful: String?
  @Option(name: [.customLong("mark"), .customLong("cijfer")], help: .hidden)
  var mark: String?

  /// Adds what was typed.
  func add(to draft: inout ConversationDraft) throws(Refusal) {
    if mark != nil { throw Refusal(.usage, .mark_not_here, values: ["kind": "option", "name": "--mark"]) }
    for text in topics {
      let (code, words) = try pair(text, "--topic", "CODE=TEKST")
      guard ConversationTopic(rawValue: code) != nil else {
        if MarkWords.isMark(code) { throw Refusal(.usage, .mark_not_here, values: ["kind": "option", "name": code]) }
        throw wrong("--topic", code, ConversationTopic.allCases.map(\.rawValue).joined(separator: ", "))
      }
      draft.topics.append((code, .init(words)))
    }
    for text in agreements { draft.agreements.append(.init(try agreement(text))) }
    for text in rewords {
      let (id, words) = try pair(text, "--reword", "AFSPRAAK=TEKST")
      var new = try agreement(words)
      new.rewords = id
      draft.agreements.append(.init(new))
    }
    for id in done { draft.closings.append(.init(.init(agreement: id, outcome: .done))) }
    for text in drops {
      let (id, reason) = try pair(text, "--drop", "AFSPRAAK=REDEN")
      draft.closings.append(.init(.init(agreement: id, outcome: .dropped(reason: reason))))
    }
    for text in moves {
      let (id, to) = try pair(text, "--move", "AFSPRAAK=DAG")
      draft.closings.append(.init(.init(agreement: id, outcome: .moved(to: try day(to)))))
    }
    for text in levels { draft.levels.append(.init(try level(text))) }
    for text in compliments {
      let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
      let task = colon.map { String(text[..<$0]) } ?? ""
      let isTask = TaskCode(task) != nil && !task.utf8.contains(UInt8(ascii: " "))
      draft.compliments.append(
        isTask ? (task, .init(trimmed(String(text.utf8.dropFirst(task.utf8.count + 1)) ?? ""))) : ("", .init(trimmed(text))))
    }
    try addSides(to: &draft)
    draft.endedObstacles += solved.map { .init($0) }
    if let minutes {
      guard (1...600).contains(minutes) else { throw wrong("--minutes", "\(minutes)", "1–600") }
      draft.minutes = minutes
    }
    if let next { draft.next = try day(next) }
    if let useful = try usefulness(useful) { draft.wasUseful = useful }
    draft.isShared = draft.isShared || share
  }

  private func addSides(to draft: inout ConversationDraft) throws(Refusal) {
    for text in support {
      let (side, words) = try pair(text, "--support", "medewerker=TEKST, begeleider=TEKST")
      guard let side = ConversationSide(rawValue: side) else { throw wrong("--support", side, "medewerker, begeleider") }
      let asked = parts(words)
      draft.support.append((side, .init(asked[0])))
      if asked.count > 1 { draft.agreements.append(.init(try agreement(words))) }
    }
    for text in ambitions {
      let (whose, words) = try pair(text, "--ambition", "medewerker=TEKST, organisatie=TEKST")
      guard sameBytes(whose, "medewerker") || sameBytes(whose, "organisatie") else {
        throw wrong("--ambition", whose, "medewerker, organisatie")
      }
      draft.ambitions.append((sameBytes(whose, "medewerker") ? .medewerker : .begeleider, .init(words)))
    }
    for text in obstacles {
      let parts = parts(text)
      let since = try parts.count > 1 && !parts[1].isEmpty ? day(parts[1]) : nil
      draft.obstacles.append(.init(.init(words: parts[0], since: since, owner: parts.count > 2 ? parts[2] : "")))
    }
  }

  private func level(_ text: String) throws(Refusal) -> ConversationDraft.SeenLevel {
    let (task, rest) = try pair(text, "--level", "TAAK=NIVEAU@DAG")
    let bytes = Array(rest.utf8)
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return .init(task: task, word: rest) }
    return .init(
      task: task, word: String(decoding: bytes[..<at], as: UTF8.self),
      seenOn: try day(String(decoding: bytes[(at + 1)...], as: UTF8.self)))
  }
}

/// An agreement as it is typed, `WHAT | WHO | DAY | TASK`.
func agreement(_ text: String) throws(Refusal) -> ConversationDraft.NewAgreement {
  let parts = parts(text)
  guard parts.count <= 4 else { throw wrong("--agreement", text, "WAT | WIE | DAG | TAAK") }
  return ConversationDraft.NewAgreement(
    words: parts[0], owner: parts.count > 1 ? parts[1] : "",
    dueOn: try parts.count > 2 && !parts[2].isEmpty ? day(parts[2]) : nil, task: parts.count > 3 ? parts[3] : "")
}

/// The parts between bars, without white space around them; at least one.
func parts(_ text: String) -> [String] {
  Array(text.utf8).split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    .map { trimmed(String(decoding: $0, as: UTF8.self)) }
}

/// What stands before and after the first `=`.
func pair(_ text: String, _ option: String, _ expected: String) throws(Refusal) -> (String, String) {
  let bytes = Array(text.utf8)
  guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { throw wrong(option, text, expected) }
  return (
    trimmed(String(decoding: bytes[..<equals], as: UTF8.self)), trimmed(String(decoding: bytes[(equals + 1)...], as: UTF8.self))
  )
}

private func wrong(_ option: String, _ value: String, _ expected: String) -> Refusal {
  Refusal(.usage, .value_not_understood, values: ["option": option, "value": value, "expected": expected])
}
