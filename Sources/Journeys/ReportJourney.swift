public import CompetencyCore
internal import CompetencyStore

/// What reports are made of: the matrix of one day as known then, with the words that belong to it.
public enum ReportJourney {
  /// What one trainee's report is made of.
  public struct TraineeFacts: Sendable {
    /// The matrix of the trainee.
    public let matrix: CompetencyMatrix
    /// The trainee.
    public let trainee: Trainee
    /// The words of the agreements, as far as the acting person may read them.
    public let agreementTexts: [StandingAgreement: String]
    /// The name of who asked for it; nil for the administration.
    public let madeBy: String?
    /// What it was known on; nil for now.
    public let knownOn: MatrixJourney.KnownOn?
  }

  /// What the report of one trainee is made of.
  public static func trainee(
    _ context: JourneyContext, who: String, _ question: MatrixJourney.Question
  ) throws(Refusal) -> TraineeFacts {
    var question = question
    question.trainees = [who]
    return try context.look(.seeReports, question.scope) { situation in
      let view = try MatrixJourney.view(question, in: situation)
      guard let trainee = view.trainees.first else { throw Refusal(.notFound, .person_not_found, values: ["who": who]) }
      var words: [StandingAgreement: String] = [:]
      if situation.access.readsWords(of: trainee) {
        for agreement in view.matrix.knowledge.agreements(of: trainee.id, asOf: view.matrix.asOf) {
          words[agreement] = try Self.words(of: agreement, in: situation)
        }
      }
      return TraineeFacts(
        matrix: view.matrix, trainee: trainee, agreementTexts: words, madeBy: situation.madeBy, knownOn: view.knownOn)
    }
  }

  /// What the report of a team, or of every team, is made of.
  public static func team(
    _ context: JourneyContext, _ question: MatrixJourney.Question
  ) throws(Refusal) -> (view: MatrixJourney.View, madeBy: String?) {
    try context.look(.seeReports) { situation in
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
  ) throws(Refusal) -> (rows: [SharedProgress], asOf: CalendarDate) {
    try context.look(.seeHRReport) { situation in
      let limit = try MatrixJourney.booking(of: knownOn, in: situation)
      let knowledge = try MatrixJourney.knowledge(knownOn, limit, in: situation)
      let everybody = Set(knowledge.company.trainees.keys)
      let day = asOf ?? situation.today
      return (CompetencyMatrix(knowledge, asOf: day, trainees: everybody).sharedProgress(), day)
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
