public import CompetencyCore
internal import CompetencyStore

/// Looking at a trainee's route: each task with its plan, what was planned anew and why.
public enum RouteJourney {
  /// The route as it was asked for.
  public struct View: Sendable {
    /// The matrix of the trainee on that day.
    public let matrix: CompetencyMatrix
    /// Whose route.
    public let trainee: Trainee
    /// Why something was planned anew, by the booking that did; of those whose words the acting person may read.
    public let reasons: [BookingNumber: String]
    /// When the trainee will arrive; nil for one whose training has ended.
    public let forecast: Forecast?
    /// What it was known on; nil for now.
    public let knownOn: MatrixJourney.KnownOn?
  }

  /// The route of a trainee.
  public static func show(
    _ context: JourneyContext, who: String, _ question: MatrixJourney.Question
  ) throws(Refusal) -> View {
    var question = question
    question.trainees = [who]
    return try context.look(.seeLevels, question.scope) { situation in
      let view = try MatrixJourney.view(question, in: situation)
      guard let trainee = view.trainees.first else { throw Refusal(.notFound, .person_not_found, values: ["who": who]) }
      return View(
        matrix: view.matrix, trainee: trainee, reasons: try situation.reasons(ofRoute: trainee, in: view.matrix),
        forecast: try situation.forecast(of: trainee, in: view.matrix, isKnownEarlier: view.knownOn != nil),
        knownOn: view.knownOn)
    }
  }
}

extension Situation {
  /// Why the route of a trainee was planned anew, by booking; nothing for who may not read it.
  fileprivate func reasons(ofRoute trainee: Trainee, in matrix: CompetencyMatrix) throws -> [BookingNumber: String] {
    guard access.readsWords(of: trainee) else { return [:] }
    var reasons: [BookingNumber: String] = [:]
    for change in matrix.knowledge.routeChanges[trainee.id] ?? [] where change.on <= matrix.asOf {
      guard let reason = try reader.texts(beside: change.id).first(where: { $0.kind == .reason }) else { continue }
      reasons[change.id.booking] = reason.body
    }
    return reasons
  }
}
