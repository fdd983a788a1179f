public import CompetencyCore
internal import CompetencyStore

/// Looking at the matrix: as of a day, as known on a booking or a day.
public enum MatrixJourney {
  /// What of the matrix is asked for.
  public struct Question: Sendable {
    /// The day it shows; nil for today.
    public var asOf: CalendarDate?
    /// What it was known on; nil for now.
    public var knownOn: KnownOn?
    /// Trainees as they were typed; empty for all.
    public var trainees: [String] = []
    /// The team as it was typed; nil for all.
    public var team: String?

    /// A question about all of today.
    public init() {}

    /// How much must be looked at: of an earlier knowledge everything, since people may have had other names then.
    var scope: Scope {
      guard knownOn == nil else { return .everything }
      return trainees.isEmpty ? team.map(Scope.team) ?? .everything : .trainees(trainees)
    }
    /// How much must be looked at for levels alone.
    var levelScope: Scope { knownOn == nil && !trainees.isEmpty ? .levels(trainees) : scope }
  }

  /// A moment of knowing: a booking, or the end of a day.
  public enum KnownOn: Sendable, Hashable {
    case booking(BookingNumber)
    case day(CalendarDate)

    /// As it was typed: `b-0007` or a day.
    public init?(typed text: String) {
      if let booking = BookingNumber(typed: text) {
        self = .booking(booking)
      } else if let day = CalendarDate(typed: text) {
        self = .day(day)
      } else {
        return nil
      }
    }

    /// As JSON writes it.
    public var text: String {
      switch self {
      case .booking(let booking): booking.description
      case .day(let day): day.iso
      }
    }
  }

  /// The answer: the matrix of those trainees, and of which team it is when it is of one.
  public struct View: Sendable {
    /// The matrix.
    public let matrix: CompetencyMatrix
    /// The trainees that are shown, in the order of their ids.
    public let trainees: [Trainee]
    /// The team that was asked for; nil when none was.
    public let team: String?
    /// The teams of which every current trainee is shown to the acting person; coverage is told of these alone.
    public let wholeTeams: [String]
    /// What it was known on; nil for now.
    public let knownOn: KnownOn?
  }

  /// The matrix that was asked for.
  ///
  /// - Throws: ``Refusal`` when somebody or the team is not found.
  public static func show(_ context: JourneyContext, _ question: Question) throws(Refusal) -> View {
    try context.look(.seeLevels, question.levelScope) { try view(question, in: $0) }
  }

  /// The matrix of the trainees whom the acting person guides or leads, or of the acting trainee; of the team's when there are none.
  public static func ofOwn(_ context: JourneyContext) throws(Refusal) -> View {
    try context.look(.seeLevels, .own()) { situation in
      let own = situation.company.own(of: situation.access)
      let matrix = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: Set(own.map(\.id)))
      return View(matrix: matrix, trainees: own, team: nil, wholeTeams: [], knownOn: nil)
    }
  }

  /// The trainees whom the acting person guides or leads, by name.
  public static func own(_ context: JourneyContext) throws(Refusal) -> [Trainee] {
    try context.look(.seeLevels, .frame) { $0.company.own(of: $0.access) }
  }

  /// The teams of which the acting person may see the whole.
  public static func teams(_ context: JourneyContext) throws(Refusal) -> [String] {
    try context.look(.seeReports, .frame) { $0.access.wholeTeams }
  }

  /// The same within a look that was taken already.
  static func view(_ question: Question, in situation: Situation) throws(Refusal) -> View {
    let limit = try booking(of: question.knownOn, in: situation)
    let knowledge = try knowledge(question.knownOn, limit, in: situation)
    let company = knowledge.company
    let visible = situation.access.visibleTrainees
    let team = try question.team.map { text throws(Refusal) in
      try TeamFinder.find(text, among: company.teams(of: visible))
    }
    let finder = PersonFinder(company)
    var ids: Set<TraineeID> = []
    for text in question.trainees { ids.insert(try finder.trainee(text, visible: visible)) }
    if question.trainees.isEmpty { ids = Set(company.currentTrainees.map(\.id)).intersection(visible) }
    if let team { ids = ids.filter { id in company.trainees[id].map { sameBytes($0.team, team) } ?? false } }
    let matrix = CompetencyMatrix(knowledge, asOf: question.asOf ?? situation.today, trainees: ids)
    let shown = ids.sorted().compactMap { company.trainees[$0] }
    return View(
      matrix: matrix, trainees: shown, team: team, wholeTeams: situation.access.wholeTeams, knownOn: question.knownOn)
  }

  /// What was known then; the nothing before the first booking when a day lies before it.
  static func knowledge(_ knownOn: KnownOn?, _ limit: BookingNumber?, in situation: Situation) throws(Refusal) -> Knowledge {
    guard knownOn != nil else { return situation.knowledge }
    guard let limit else { return Knowledge(Ledger()) }
    return Knowledge(situation.ledger, knownOn: limit)
  }

  /// The last booking that was known then; nil when there was none.
  static func booking(of knownOn: KnownOn?, in situation: Situation) throws(Refusal) -> BookingNumber? {
    switch knownOn {
    case nil: return situation.ledger.bookings.last?.number
    case .booking(let booking):
      guard let last = situation.ledger.bookings.last?.number, booking <= last else {
        throw Refusal(.notFound, .booking_not_found, values: ["booking": booking.description])
      }
      return booking
    case .day(let day):
      let zone = situation.zone
      return situation.ledger.bookings.last { CompanyZone.day(of: $0.recordedAt, zone: zone) <= day }?.number
    }
  }
}

/// Finds a team by its name or a piece of it that fits one team.
enum TeamFinder {
  static func find(_ text: String, among teams: [String]) throws(Refusal) -> String {
    if let exact = teams.first(where: { sameBytes($0, text) }) { return exact }
    let wanted = NameMatching.plain(text)
    let found = teams.filter { !wanted.isEmpty && NameMatching.plain($0).contains(wanted) }
    guard found.count == 1 else {
      throw Refusal(.notFound, .team_not_found, values: ["team": text, "list": teams.joined(separator: ", ")])
    }
    return found[0]
  }
}

extension Company {
  /// The current trainees who are nearest to whom this access is of, by name: those one guides or leads, else those of the team.
  func own(of access: Access) -> [Trainee] {
    let seen = access.visibleTrainees
    let visible = currentTrainees.filter { seen.contains($0.id) }
    let guided = visible.filter(access.guides)
    return (guided.isEmpty ? visible : guided).sorted { one, other in
      let (first, second) = (one.name.full, other.name.full)
      return sameBytes(first, second) ? one.id < other.id : first.utf8.lexicographicallyPrecedes(second.utf8)
    }
  }

  /// The teams that one of these trainees is of.
  func teams(of trainees: Set<TraineeID>) -> [String] {
    let theirs = Set(trainees.compactMap { self.trainees[$0].map { Array($0.team.utf8) } })
    return teams.filter { theirs.contains(Array($0.utf8)) }
  }
}
