import CompetencyCore
import Testing

@testable import CompetencyStore

/// Every kind of fact of conversations with every case of it, about two trainees, in one booking.
struct SampleConversations {
  private(set) var ledger = ConversationLedger()
  private(set) var words: [FactID: String] = [:]
  /// What stands in the slots of the feedback.
  let feedback: [FeedbackSlot: String] = [.positief: "Je naden zijn strak.", .gedrag: "Ze\u{308} doet het."]
  let sanne: TraineeID
  let youssef: TraineeID
  private let mo: PersonID
  private let task: TaskCode
  private let day: CalendarDate
  private var count = 0

  init() throws {
    (sanne, youssef, mo) = (
      try #require(PersonID("t-014")), try #require(PersonID("t-015")), try #require(PersonID("mo"))
    )
    task = try #require(TaskCode("LAS-0e\u{301}"))
    day = try #require(CalendarDate(iso: "2026-03-09"))
    let conversation = plan(sanne, .startgesprek)
    for kind in ConversationKind.allCases.dropFirst() { _ = plan(sanne, kind) }
    _ = plan(youssef, .startgesprek)
    addEvents(to: conversation)
    addPreparation(of: conversation)
    addAgreements(of: conversation)
    addGoals(of: conversation)
    addObstacles(of: conversation)
  }

  /// Adds all of it.
  func write(by writer: StoreWriter) throws {
    for plan in ledger.plans { try writer.add(plan) }
    for event in ledger.events { try writer.add(event, words: words[event.id] ?? "") }
    for answer in ledger.answers { try writer.add(answer, words: words[answer.id] ?? "") }
    for note in ledger.notes {
      if case .feedback = note.kind {
        try writer.add(note, feedback: feedback)
      } else {
        try writer.add(note, words: words[note.id] ?? "")
      }
    }
    for agreement in ledger.agreements { try writer.add(agreement, words: words[agreement.id] ?? "") }
    for event in ledger.agreementEvents { try writer.add(event, words: words[event.id] ?? "") }
    for goal in ledger.goals { try writer.add(goal, words: words[goal.id] ?? "") }
    for review in ledger.goalReviews { try writer.add(review) }
    for obstacle in ledger.obstacles { try writer.add(obstacle, words: words[obstacle.id] ?? "") }
    for end in ledger.obstacleEnds { try writer.add(end) }
  }

  /// The next fact, with these words beside it.
  private mutating func next(_ text: String? = nil) -> FactID {
    count += 1
    let id = FactID(booking: .first, ordinal: count)
    words[id] = text
    return id
  }

  /// A conversation that is planned and then moved.
  private mutating func plan(_ trainee: TraineeID, _ kind: ConversationKind) -> ConversationID {
    let conversation = ConversationID(next())
    let time = TimeOfDay(typed: "10.30")
    for (id, time, day) in [(conversation.fact, time, day), (next(), nil, day.adding(days: 7))] {
      ledger.plans.append(
        ConversationPlan(
          id: id, conversation: conversation, trainee: trainee, kind: kind, template: "voortgang", templateVersion: 2, day: day,
          time: time, minutes: 45, holder: mo))
    }
    return conversation
  }

  private mutating func addEvents(to conversation: ConversationID) {
    let version = next()
    let changes: [(FactID, ConversationEvent.Change)] = [
      (version, .recorded(heldOn: day, minutes: 40, isShared: true)),
      (next(), .recorded(heldOn: day, minutes: nil, isShared: false)), (next("Ziek."), .cancelled),
      (next(), .ready(.medewerker)), (next(), .ready(.begeleider)), (next(), .started(day)), (next(), .seen(version: version)),
      (next(), .agreed(version: version)), (next("Er mist een afspraak."), .changeAsked(version: version)),
      (next(), .rated(.medewerker, wasUseful: true)), (next(), .rated(.begeleider, wasUseful: false)),
    ]
    ledger.events = changes.map {
      ConversationEvent(id: $0.0, conversation: conversation, trainee: sanne, change: $0.1)
    }
    let kinds: [ConversationNote.Kind] = [
      .topic("terugblik"), .compliment(task), .compliment(nil), .feedback(from: .begeleider), .support(of: .medewerker),
      .ambition(of: .begeleider),
    ]
    for kind in kinds {
      ledger.notes.append(
        ConversationNote(
          id: next("Zoe\u{308} vertelt."), conversation: conversation, version: version, trainee: sanne, kind: kind))
    }
  }

  private mutating func addPreparation(of conversation: ConversationID) {
    for (side, text) in [(ConversationSide.medewerker, Self.secret), (.begeleider, "Ook geheim."), (.medewerker, "")] {
      ledger.answers.append(
        PreparationAnswer(
          id: next(text), conversation: conversation, trainee: sanne, side: side, question: "trots"))
    }
  }

  /// The words of the preparation of Sanne.
  static let secret = "Dit mag nog niemand lezen: re\u{301}sume\u{301}."

  private mutating func addAgreements(of conversation: ConversationID) {
    let school = AgreementID.school(
      SchoolAgreementID(
        subject: FormSubject(
          sender: SenderKey(kept: "instellingscode:99ZZ"), participant: ParticipantKey("studentnummer:0512345")), id: "A1"))
    let first = next("Map bijwerken.")
    let own = AgreementID.own(OwnAgreementID(first))
    ledger.agreements = [
      Agreement(
        id: first, trainee: sanne, conversation: conversation, owner: mo, madeOn: day, dueOn: day.adding(days: 30), task: task,
        follows: school),
      Agreement(
        id: next("Anders."), trainee: sanne, conversation: nil, owner: sanne, madeOn: day, dueOn: nil, task: nil, follows: own),
      Agreement(
        id: next("Nieuw."), trainee: youssef, conversation: nil, owner: mo, madeOn: day, dueOn: nil, task: nil, follows: nil),
    ]
    let step = next("Eerst vragen.")
    let changes: [(FactID, AgreementID, AgreementEvent.Change)] = [
      (step, own, .step), (next(), own, .stepDone(step)), (next("Druk."), own, .moved(to: day.adding(days: 60))),
      (next(), own, .done), (next("Niet meer nodig."), school, .dropped),
    ]
    ledger.agreementEvents = changes.map {
      AgreementEvent(id: $0.0, agreement: $0.1, trainee: sanne, on: day, change: $0.2)
    }
  }

  private mutating func addGoals(of conversation: ConversationID) {
    let first = next("Alleen kunnen lassen.")
    let results: [KeyResult] = [
      .level(task, .beheerst, by: day), .level(task, .aangeleerd, by: nil), .count(4, .beheerst, by: day),
      .count(2, .aangeleerd, by: nil), .day(day),
    ]
    ledger.goals = [
      Goal(
        id: first, trainee: sanne, conversation: conversation, setOn: day, priority: 1, keyResults: results, follows: nil),
      Goal(
        id: next("Minder."), trainee: sanne, conversation: nil, setOn: day, priority: 2, keyResults: [], follows: GoalID(first)),
    ]
    for verdict in GoalReview.Verdict.allCases {
      ledger.goalReviews.append(
        GoalReview(
          id: next(), goal: GoalID(first), trainee: sanne, conversation: verdict == .keep ? conversation : nil, on: day,
          verdict: verdict))
    }
  }

  private mutating func addObstacles(of conversation: ConversationID) {
    let first = next("Te weinig tijd op de lasbank.")
    ledger.obstacles = [
      Obstacle(id: first, trainee: sanne, conversation: conversation, firstSeenOn: day, owner: mo),
      Obstacle(id: next("Reistijd."), trainee: youssef, conversation: nil, firstSeenOn: day, owner: nil),
    ]
    ledger.obstacleEnds = [ObstacleEnd(id: next(), obstacle: ObstacleID(first), trainee: sanne, on: day)]
  }
}
