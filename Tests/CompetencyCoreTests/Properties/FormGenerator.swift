/// Makes the messages of a random history: few identities and few ids, so that forms meet and messages chain.
struct FormGenerator {
  private struct Identity {
    let sender: String
    let id: String
    let participant: String
    let trainee: NaiveWord
    let heldOn: Int
  }
  private let scale: NaiveScale
  private let tasks: [String]
  private let days: [Int]
  private var waiting: [NaiveMessage] = []
  /// What the messages that came ask, with empty meanings.
  private(set) var asked: [NaiveAnswer] = []

  init(scale: NaiveScale, trainees: [String], tasks: [String], days: [Int], _ random: inout SplitMix64) {
    (self.scale, self.tasks, self.days) = (scale, tasks, days)
    let senders = Array(["instellingscode:11AA", "instellingscode:22BB", "kvk:12345678"].prefix(2 + random.below(2)))
    var identities: [Identity] = []
    for index in 0..<(2 + random.below(3)) {
      let trainee = random.pick(trainees)
      let isUnknown = random.chance(15)
      identities.append(
        Identity(
          sender: random.pick(senders), id: random.pick(["F-1", "F-2", "F-\(index)"]),
          participant: isUnknown ? "studentnummer:9" : "studentnummer:\(trainee)",
          trainee: isUnknown ? .asked("studentnummer:9", since: 0) : .known(trainee), heldOn: random.pick(days)))
    }
    for index in 0..<(2 + random.below(4)) { waiting.append(message(index, identities, &random)) }
    if random.chance(50) { waiting = random.shuffled(waiting) }
  }

  /// The message that arrives next; nil when all did.
  mutating func nextMessage(_ random: inout SplitMix64) -> NaiveMessage? {
    guard !waiting.isEmpty else { return nil }
    let message = waiting.removeFirst()
    asked += FoldCase.Event(id: 0, acts: [.message(message)]).questions.filter { question in
      !asked.contains { $0.asks(question) }
    }
    return message
  }

  /// A message can replace those that were made before it, of which some arrive later or never.
  private func message(_ index: Int, _ identities: [Identity], _ random: inout SplitMix64) -> NaiveMessage {
    let sender = random.pick(identities).sender
    let earlier = waiting.filter { $0.sender == sender }
    var vervangt = ""
    if random.chance(50), let last = earlier.last { vervangt = random.chance(75) ? last.id : random.pick(earlier).id }
    if random.chance(3) { vervangt = "nooit-gekomen" }
    var forms: [NaiveForm] = []
    for identity in random.shuffled(identities.filter { $0.sender == sender }).prefix(1 + random.below(2))
    where !forms.contains(where: { $0.id == identity.id }) {
      // An earlier content comes again, as in a nightly export, or another one in its place.
      let before = earlier.flatMap(\.forms).filter {
        $0.id == identity.id && $0.participant == identity.participant && $0.heldOn == identity.heldOn
      }
      let lines = !before.isEmpty && random.chance(30) ? random.pick(before).lines : self.lines(identity, &random)
      forms.append(
        NaiveForm(
          id: identity.id, version: 1 + random.below(2), participant: identity.participant, heldOn: identity.heldOn,
          trainee: identity.trainee, lines: lines))
    }
    // Ids that do not follow the order of making: one tie-break must not stand in for another.
    let id = "m" + random.pick(["a", "b", "c"]) + "\(index)"
    return NaiveMessage(sender: sender, id: id, made: 1 + random.below(3), vervangt: vervangt, forms: forms)
  }

  private func lines(_ identity: Identity, _ random: inout SplitMix64) -> [NaiveLine] {
    (0..<(1 + random.below(3))).map { _ in
      let without = random.chance(15) ? random.pick(["kan_hier_niet", "niet_van_toepassing", "niet_waargenomen"]) : ""
      let task: NaiveWord = random.chance(10) ? .asked("B1-K1-W1", since: 0) : .known(random.pick(tasks))
      var level: NaiveWord? = random.chance(10) ? .asked("ovg/V", since: 0) : .known(random.pick(scale.levels))
      if !without.isEmpty { level = nil }
      return NaiveLine(
        task: task, level: level, without: without,
        role: random.pick([
          "werkplekbegeleider", "werkplekbegeleider", "praktijkopleider", "student", "bpv_begeleider", "examinator",
        ]),
        day: random.chance(50) ? identity.heldOn : random.pick(days))
    }
  }
}
