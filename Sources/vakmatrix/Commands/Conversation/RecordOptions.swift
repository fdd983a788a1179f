internal import ArgumentParser
internal import CompetencyCore
internal import Journeys

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
