public import CompetencyCore
internal import CompetencyStore

/// Looking at, adding and changing trainees.
public enum TraineeJourney {
  /// A trainee with where the training stands today.
  public struct Summary: Sendable {
    /// The trainee.
    public let trainee: Trainee
    /// What the training is called.
    public let programme: String
    /// The route; nil for one whose profile is not known.
    public let route: Route?
    /// The last conversation; nil when there was none.
    public let lastConversation: CalendarDate?
    /// The next conversation that was agreed; nil when none was.
    public let nextConversation: CalendarDate?
    /// How many agreements are open, and how many of them are past their day.
    public let agreementsOpen: Int, agreementsOverdue: Int
    /// The names of the werkplekbegeleider, the leidinggevende and the school; nil where there is none.
    public let mentorName: String?, lineManagerName: String?, schoolName: String?
    /// How the trainee sees what was written, the newest first; none where the acting person may not read words, and in a list.
    public var ownViews: [(day: CalendarDate, about: BookingNumber?, words: String)] = []
  }

  /// What a change of a trainee did.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// The trainee after it.
    public let trainee: Trainee
    /// Whether the trainee is new.
    public let isNew: Bool
    /// Each difference.
    public let differences: [Difference]
    /// How many tasks the profile has.
    public let taskCount: Int
  }

  /// The fields of a trainee as they were typed; nil where nothing was typed, empty to take a value away.
  public struct Fields: Sendable {
    public var id: String?, given: String?, prefix: String?, family: String?, personnelNumber: String?, team: String?
    public var profile: String?, mentor: String?, lineManager: String?, school: String?, studentNumber: String?
    public var start: String?, expectedEnd: String?, rhythm: String?, programme: String?, pathway: String?
    /// Where the training stands; nil where nothing was typed.
    public var status: Trainee.Status?

    /// Nothing typed.
    public init() {}
  }

  /// The trainees that the acting person may see; ended ones only when asked for.
  public static func list(_ context: JourneyContext, all: Bool) throws(Refusal) -> [Summary] {
    try context.look(.seeLevels) { situation in
      let ids = situation.access.visibleTrainees
      let trainees = ids.sorted().compactMap { situation.company.trainees[$0] }.filter { all || $0.status.isCurrent }
      let matrix = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: Set(trainees.map(\.id)))
      return trainees.map { summary($0, matrix) }
    }
  }

  /// One trainee.
  public static func show(_ context: JourneyContext, who: String) throws(Refusal) -> Summary {
    try context.look(.seeLevels, .trainees([who])) { situation in
      let id = try PersonFinder(situation.company).trainee(who, visible: situation.access.visibleTrainees)
      guard let trainee = situation.company.trainees[id] else {
        throw Refusal(.notFound, .person_not_found, values: ["who": who])
      }
      var told = summary(trainee, CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: [id]))
      told.ownViews = try situation.ownViews(of: trainee)
      return told
    }
  }

  private static func summary(_ trainee: Trainee, _ matrix: CompetencyMatrix) -> Summary {
    let (knowledge, company, day) = (matrix.knowledge, matrix.knowledge.company, matrix.asOf)
    let agreements = knowledge.agreements(of: trainee.id, asOf: day)
    return Summary(
      trainee: trainee, programme: trainee.programme.isEmpty ? company.profile(of: trainee)?.title ?? "" : trainee.programme,
      route: matrix.route(of: trainee), lastConversation: knowledge.conversationDays(of: trainee.id, upTo: day).last,
      nextConversation: knowledge.nextConversation(of: trainee.id, asOf: day),
      agreementsOpen: agreements.count(where: \.isOpen),
      agreementsOverdue: agreements.filter { $0.isOverdue(on: day) }.count,
      mentorName: trainee.mentor.flatMap { company.name(of: $0)?.full },
      lineManagerName: trainee.lineManager.flatMap { company.name(of: $0)?.full },
      schoolName: trainee.school.flatMap { company.schools[$0]?.name })
  }

  /// Adds a trainee; without an id the next free `t-001` is taken.
  public static func add(_ context: JourneyContext, _ fields: Fields) throws(Refusal) -> Outcome {
    try change(context) { situation throws(Refusal) in
      let company = situation.company
      let text = fields.id ?? nextID(company)
      guard let id = TraineeID(text) else {
        throw Refusal(.usage, .value_not_understood, values: ["option": "--id", "value": text, "expected": "id"])
      }
      guard company.name(of: id) == nil else { throw Refusal(.usage, .id_taken, values: ["id": text]) }
      let names = company.profiles.map(\.id.text).joined(separator: ", ")
      guard let profile = fields.profile.flatMap(ProfileID.init) else {
        throw Refusal(
          .usage, .value_not_understood, values: ["option": "--profile", "value": fields.profile ?? "", "expected": names])
      }
      let blank = Trainee(id: id, name: PersonName(given: "", family: ""), team: "", profile: profile, start: situation.today)
      return (nil, try FieldReader(situation).apply(fields, to: blank))
    }
  }

  /// Changes a trainee; a new profile starts with its newest version.
  public static func edit(_ context: JourneyContext, who: String, _ fields: Fields) throws(Refusal) -> Outcome {
    try change(context) { situation throws(Refusal) in
      let id = try PersonFinder(situation.company).trainee(who, visible: situation.access.visibleTrainees)
      guard let old = situation.company.trainees[id] else { throw Refusal(.notFound, .person_not_found, values: ["who": who]) }
      return (old, try FieldReader(situation).apply(fields, to: old))
    }
  }

  private static func nextID(_ company: Company) -> String {
    for number in 1... {
      let digits = String(number)
      let text = "t-" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
      if let id = PersonID(text), company.name(of: id) == nil { return text }
    }
    return ""
  }

  private static func change(
    _ context: JourneyContext, _ make: @escaping (Situation) throws(Refusal) -> (old: Trainee?, new: Trainee)
  ) throws(Refusal) -> Outcome {
    let work = { (situation: Situation, writer: StoreWriter?) throws -> Outcome in
      let (old, new) = try make(situation)
      let (before, after) = (old.map { SetupRow.trainee($0).fields }, SetupRow.trainee(new).fields)
      let name = SetupRow.trainee(new).name
      let differences = after.enumerated().compactMap { index, field -> Difference? in
        let was = before?[index].text ?? ""
        return sameBytes(was, field.text) ? nil : Difference(row: name, field: field.name, old: was, new: field.text)
      }
      let taskCount = situation.company.profile(of: new)?.tasks.count ?? 0
      let booking = context.booking(.trainee, after: situation)
      let isWritten = writer != nil && old != new
      if let writer, isWritten {
        try writer.add(booking)
        try writer.add([.trainee(new)], in: booking.number)
      }
      return Outcome(
        booking: isWritten ? booking.number : nil, trainee: new, isNew: old == nil, differences: differences, taskCount: taskCount
      )
    }
    if context.isDryRun { return try context.look(.editTrainee) { try work($0, nil) } }
    return try context.write(.editTrainee) { try work($0, $1) }
  }
}
