public import CompetencyCore
internal import CompetencyStore

/// What reports are made of: the matrix of one day as known then, with the words that belong to it.
public enum ReportJourney {
  /// What the reports of trainees are made of.
  public struct TraineeFacts: Sendable {
    /// The matrix of the trainees.
    public let matrix: CompetencyMatrix
    /// The trainees, in the order of their ids.
    public let trainees: [Trainee]
    /// The words of each trainee's agreements, as far as the acting person may read them.
    public let agreementTexts: [TraineeID: [StandingAgreement: String]]
    /// When each trainee will arrive; none for one whose training has ended.
    public let forecasts: [TraineeID: Forecast]
    /// By which bookings came what is known of them, and what was undone.
    public let trail: BookingTrail
    /// What changed of each training as a whole.
    public let histories: [TraineeID: TrainingHistory]
    /// How each sees what was written, the newest first; none where the acting person may not read words.
    public let ownViews: [TraineeID: [(day: CalendarDate, about: BookingNumber?, words: String)]]
    /// The name of who asked for it; nil for the administration.
    public let madeBy: String?
    /// What it was known on; nil for now.
    public let knownOn: MatrixJourney.KnownOn?
  }

  /// What the reports of these trainees are made of; of all current trainees when none is named, of a team when that is.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when somebody is not found.
  public static func trainees(
    _ context: JourneyContext, _ question: MatrixJourney.Question
  ) throws(Refusal) -> TraineeFacts {
    try context.look(.seeReports, question.scope) { situation in
      let view = try MatrixJourney.view(question, in: situation)
      var words: [TraineeID: [StandingAgreement: String]] = [:]
      var ownViews: [TraineeID: [(day: CalendarDate, about: BookingNumber?, words: String)]] = [:]
      var (forecasts, histories): ([TraineeID: Forecast], [TraineeID: TrainingHistory]) = ([:], [:])
      for trainee in view.trainees {
        forecasts[trainee.id] = try situation.forecast(of: trainee, in: view.matrix, isKnownEarlier: view.knownOn != nil)
        histories[trainee.id] = situation.history(of: trainee, in: view.matrix.knowledge.company)
        ownViews[trainee.id] = try situation.ownViews(of: trainee)
      }
      for trainee in view.trainees where situation.access.readsWords(of: trainee) {
        for agreement in view.matrix.knowledge.agreements(of: trainee.id, asOf: view.matrix.asOf) {
          words[trainee.id, default: [:]][agreement] = try Self.words(of: agreement, in: situation)
        }
      }
      return TraineeFacts(
        matrix: view.matrix, trainees: view.trainees, agreementTexts: words, forecasts: forecasts,
        trail: situation.trail(of: view.matrix.knowledge), histories: histories, ownViews: ownViews,
        madeBy: situation.madeBy, knownOn: view.knownOn)
    }
  }

  /// What the report of a team, or of every team, is made of.
  ///
  /// - Parameter toRecord: whether it is asked for by who is about to say something of work in it.
  public static func team(
    _ context: JourneyContext, _ question: MatrixJourney.Question, toRecord: Bool = false
  ) throws(Refusal) -> (view: MatrixJourney.View, madeBy: String?) {
    try context.look(toRecord ? .record : .seeReports, question.scope) { situation in
      let view = try MatrixJourney.view(question, in: situation)
      // A report of a part of a team would tell of the whole what is not true.
      if let team = view.team, !view.wholeTeams.contains(where: { sameBytes($0, team) }) {
        throw Refusal(.notFound, .team_not_found, values: ["team": team, "list": view.wholeTeams.joined(separator: ", ")])
      }
      return (view, situation.madeBy)
    }
  }

  /// What HR reports are made of: every trainee, ended ones too.
  public static func hr(
    _ context: JourneyContext, asOf: CalendarDate?, knownOn: MatrixJourney.KnownOn?
  ) throws(Refusal) -> (rows: [SharedProgress], asOf: CalendarDate, madeBy: String?) {
    try context.look(.seeHRReport, knownOn == nil ? .frame : .everything) { situation in
      let day = asOf ?? situation.today
      guard knownOn != nil else {
        let count = try situation.reader.progressCount(in: situation.ledger, situation.frame, asOf: day)
        return (count.sharedProgress(), day, situation.madeBy)
      }
      let limit = try MatrixJourney.booking(of: knownOn, in: situation)
      let knowledge = try MatrixJourney.knowledge(knownOn, limit, in: situation)
      let everybody = Set(knowledge.company.trainees.keys)
      let matrix = CompetencyMatrix(knowledge, asOf: day, trainees: everybody)
      return (matrix.sharedProgress(without: situation.company.restricted), day, situation.madeBy)
    }
  }

  static func words(of agreement: StandingAgreement, in situation: Situation) throws -> String? {
    let (fact, position) = agreement.words
    return try situation.reader.texts(beside: fact).first { $0.kind == .agreement && $0.position == position }?.body
  }
}

extension Situation {
  /// The name of who asks for a report; nil for the administration.
  var madeBy: String? { actor.name.isEmpty ? nil : actor.name }
}
