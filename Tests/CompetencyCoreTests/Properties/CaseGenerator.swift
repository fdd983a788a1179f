/// Makes small histories in which the rules of §3a meet each other more often than on a shop floor.
struct CaseGenerator {
  /// Something that was said of a cell, to decide on later.
  private struct Content {
    let trainee, task, level: String
    let day: Int
    let role, sender: String
  }
  private var random: SplitMix64
  private let scale: NaiveScale
  private let trainees: [String]
  private let tasks: [String]
  private let days: [Int]
  private var forms: FormGenerator
  private var events: [FoldCase.Event] = []
  private var said: [Content] = []

  /// The case with this number of the run with this seed.
  static func make(_ number: Int, seed: UInt64) -> FoldCase {
    var generator = CaseGenerator(SplitMix64(seed: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95))
    return generator.make(number)
  }

  private init(_ start: SplitMix64) {
    var random = start
    scale = random.chance(75) ? .standard : .five
    trainees = random.chance(50) ? ["sanne"] : ["sanne", "bram"]
    tasks = random.chance(50) ? [RandomCompany.profileTask] : [RandomCompany.profileTask, RandomCompany.otherTask]
    days = Array(random.shuffled(FoldCase.days).prefix(2 + random.below(7))).sorted()
    forms = FormGenerator(scale: scale, trainees: trainees, tasks: tasks, days: days, &random)
    self.random = random
  }

  private mutating func make(_ number: Int) -> FoldCase {
    add(tasks.map { .repeats(task: $0, months: random.pick([0, 1, 1, 2])) })
    for _ in 0..<(4 + random.below(6)) { addSomething() }
    for index in events.indices.dropFirst() { events[index].isMovable = isMovable(events[index]) }
    let bookingDays = events.map { _ in random.pick(days) }.sorted()
    return FoldCase(
      number: number, scale: scale, trainees: trainees, tasks: tasks, events: events, bookingDays: bookingDays)
  }

  private mutating func addSomething() {
    switch random.below(100) {
    case ..<40: addMessages()
    case ..<64: addByHand()
    case ..<72: addDecision()
    case ..<82: addAnswer()
    case ..<97: addUndo()
    default: add([.repeats(task: random.pick(tasks), months: random.pick([0, 1, 2]))])
    }
  }

  private mutating func add(_ acts: [NaiveAct], undoing target: Int? = nil) {
    events.append(FoldCase.Event(id: events.count, acts: acts, undoes: target))
  }

  private mutating func addMessages() {
    guard let first = forms.nextMessage(&random) else { return addByHand() }
    var messages = [first]
    if random.chance(15), let second = forms.nextMessage(&random) { messages.append(second) }
    for message in messages {
      for form in message.forms {
        for line in form.lines {
          if let content = content(of: line, in: form, of: message) { said.append(content) }
        }
      }
    }
    add(messages.map { .message($0) })
  }

  private func content(of line: NaiveLine, in form: NaiveForm, of message: NaiveMessage) -> Content? {
    guard case .known(let trainee) = form.trainee, case .known(let task) = line.task, case .known(let level) = line.level else {
      return nil
    }
    return Content(trainee: trainee, task: task, level: level, day: line.day, role: line.role, sender: message.sender)
  }

  private mutating func addByHand() {
    add((0...(random.chance(25) ? 1 : 0)).map { _ in random.chance(35) ? withdrawal() : record() })
  }

  private mutating func withdrawal() -> NaiveAct {
    .withdrawn(
      NaiveWithdrawal(
        trainee: random.pick(trainees), task: random.pick(tasks), to: random.pick(Array(scale.levels.dropLast())),
        day: random.pick(days), by: "lisa"))
  }

  private mutating func record() -> NaiveAct {
    let (role, by) = random.pick([("werkplekbegeleider", "mo"), ("leidinggevende", "lisa"), ("student", "")])
    let trainee = random.pick(trainees)
    let without = random.chance(15) ? random.pick(["kan_hier_niet", "niet_van_toepassing", "niet_waargenomen"]) : ""
    let record = NaiveSaid(
      trainee: trainee, task: random.pick(tasks), level: without.isEmpty ? random.pick(scale.levels) : "", without: without,
      day: random.pick(days), role: role, by: by.isEmpty ? trainee : by, source: random.pick(["hand", "conversation"]))
    if without.isEmpty {
      said.append(
        Content(trainee: trainee, task: record.task, level: record.level, day: record.day, role: role, sender: ""))
    }
    return .said(record)
  }

  /// Dismisses what the leerbedrijf said, accepts or refuses what others said.
  private mutating func addDecision() {
    guard !said.isEmpty else { return addByHand() }
    let one = random.pick(said)
    let isProposal = ["student", "bpv_begeleider", "examinator"].contains(one.role)
    let verdict = isProposal ? random.pick(["accepted", "refused"]) : "dismissed"
    var acts: [NaiveAct] = [
      .decided(
        NaiveDecision(
          trainee: one.trainee, task: one.task, level: one.level, day: one.day, role: one.role, sender: one.sender,
          verdict: verdict))
    ]
    if verdict == "accepted" {
      let day = random.chance(70) ? one.day : random.pick(days)
      acts.append(
        .said(
          NaiveSaid(
            trainee: one.trainee, task: one.task, level: one.level, without: "", day: day, role: "werkplekbegeleider", by: "mo",
            source: "proposal")))
    }
    add(acts)
  }

  /// Answers one question that no live answer answers; forms are read with it from then on, or only those that are here.
  private mutating func addAnswer() {
    let open = forms.asked.filter { question in !liveAnswers.contains { $0.asks(question) } }
    guard !open.isEmpty else { return addMessages() }
    let question = random.pick(open)
    let meanings =
      switch question.subject {
      case "trainee": trainees
      case "task": tasks
      default: scale.levels
      }
    let meaning = random.chance(10) ? "" : random.pick(meanings)
    add([
      .answered(
        NaiveAnswer(
          sender: question.sender, subject: question.subject, word: question.word, meaning: meaning,
          isRemembered: random.chance(75)))
    ])
  }

  /// Undoes something that is live: half of the time an undo, when there is one.
  private mutating func addUndo() {
    let live = events.dropFirst().filter { isLive($0.id) && !wouldAnswerTwice($0) }
    let undos = live.filter { $0.undoes != nil }
    let targets = random.chance(50) && !undos.isEmpty ? undos : Array(live)
    guard !targets.isEmpty else { return addMessages() }
    let target = random.pick(targets)
    add([], undoing: target.id)
    // What was imported and undone can be imported again.
    if !target.messages.isEmpty, random.chance(25) { add(target.acts) }
  }

  private func isLive(_ id: Int) -> Bool { !events.contains { $0.undoes == id && isLive($0.id) } }

  private var liveAnswers: [NaiveAnswer] { events.filter { isLive($0.id) }.compactMap(\.answer) }

  /// Whether undoing this undo brings an answer back beside another one to the same question, for which there is no law.
  private func wouldAnswerTwice(_ event: FoldCase.Event) -> Bool {
    var target = event
    while let undone = target.undoes { target = events[undone] }
    guard event.undoes != nil, let answer = target.answer else { return false }
    return liveAnswers.contains { $0.asks(answer) }
  }

  /// Whether an import means the same at any moment before its undo: it comes once, and what it asks is never answered,
  /// or for good and for forms to come as well.
  private func isMovable(_ event: FoldCase.Event) -> Bool {
    guard !event.messages.isEmpty else { return false }
    let comesOnce = events.allSatisfy { other in
      other.id == event.id || !other.messages.contains { one in event.messages.contains { $0.isSame(as: one) } }
    }
    return comesOnce
      && event.questions.allSatisfy { question in
        events.allSatisfy { other in
          guard let answer = other.answer, answer.asks(question) else { return true }
          return answer.isRemembered && !events.contains { $0.undoes == other.id }
        }
      }
  }
}
