internal import CompetencyCore
internal import CompetencyStore

// When a trainee will arrive, and what changed on the way.
extension Situation {
  /// How many routes of others are read at most when the own one shows too little.
  private static let mostRoutes = 60

  /// What changed of a trainee's training as a whole.
  func history(of trainee: Trainee, in company: Company) -> TrainingHistory {
    // Few trainees ever had a turn, so few bookings are looked up.
    company.history(of: trainee) { number in
      ledger.bookings.first { $0.number == number }.map { CompanyZone.day(of: $0.recordedAt, zone: zone) }
    }
  }

  /// When a trainee will have reached every target; nil for one whose training has ended or whose profile is not known.
  func forecast(of trainee: Trainee, in matrix: CompetencyMatrix, isKnownEarlier: Bool) throws -> Forecast? {
    let company = matrix.knowledge.company
    let history = history(of: trainee, in: company)
    guard trainee.status.isCurrent, let pace = matrix.pace(of: trainee, history) else { return nil }
    func forecast(_ others: [Pace]) -> Forecast {
      Forecast(
        pace, others: others, asOf: matrix.asOf, isPaused: history.isPaused(on: matrix.asOf),
        seed: Forecast.seed(trainee.id, matrix.asOf))
    }
    let own = forecast([])
    guard own == .tooLittle else { return own }
    let followers = company.trainees.values.filter {
      $0.profile == trainee.profile && $0.id != trainee.id && $0.start < trainee.start
    }
    .sorted { ($0.start, $0.id) < ($1.start, $1.id) }.suffix(Self.mostRoutes)
    let ids = Set(followers.map(\.id))
    let knowledge =
      isKnownEarlier
      ? matrix.knowledge
      : Knowledge(try reader.ledger(of: ids, in: try reader.records(), withConversations: false), within: frame)
    let others = CompetencyMatrix(knowledge, asOf: matrix.asOf, trainees: ids)
    return forecast(followers.compactMap { others.pace(of: $0, self.history(of: $0, in: company)) })
  }
}
