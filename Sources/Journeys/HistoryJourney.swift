public import CompetencyCore
internal import CompetencyStore

/// Everything that was ever said of one cell: who saw what and when.
public enum HistoryJourney {
  /// The cell with the words that the acting person may read.
  public struct Outcome: Sendable {
    /// The matrix of the trainee, as known and up to the day that was asked for.
    public let view: MatrixJourney.View
    /// Whose cell, of which task.
    public let key: CellKey
    /// By which bookings it came, and what was undone.
    public let trail: BookingTrail
    /// The remarks beside what was said.
    public let notes: [Statement.Origin: String]
    /// The reasons of withdrawals.
    public let reasons: [FactID: String]
  }

  /// The history of a cell.
  ///
  /// - Throws: ``Refusal`` when the trainee or the task is not found.
  public static func run(
    _ context: JourneyContext, who: String, task code: String, _ question: MatrixJourney.Question
  ) throws(Refusal) -> Outcome {
    var question = question
    question.trainees = [who]
    return try context.look(.seeLevels, question.levelScope) { situation in
      let view = try MatrixJourney.view(question, in: situation)
      let knowledge = view.matrix.knowledge
      guard let trainee = view.trainees.first else { throw Refusal(.notFound, .person_not_found, values: ["who": who]) }
      guard let task = TaskCode(code), knowledge.company.tasks[task] != nil else {
        throw Refusal(.notFound, .task_not_found, values: ["task": code])
      }
      let key = CellKey(trainee: trainee.id, task: task)
      let trail = situation.trail(of: knowledge)
      guard situation.access.readsWords(of: trainee) else {
        return Outcome(view: view, key: key, trail: trail, notes: [:], reasons: [:])
      }
      let facts = knowledge.cells[key] ?? CellFacts()
      var (statements, withdrawals) = (facts.observations + facts.proposals, facts.withdrawals)
      for undone in trail.undone(in: key) {
        switch undone {
        case .statement(let statement, _): statements.append(statement)
        case .withdrawal(let withdrawal): withdrawals.append(withdrawal)
        }
      }
      var notes: [Statement.Origin: String] = [:]
      for statement in statements {
        notes[statement.origin] = try note(beside: statement.origin, situation.reader)
      }
      var reasons: [FactID: String] = [:]
      for withdrawal in withdrawals {
        reasons[withdrawal.id] = try situation.reader.texts(beside: withdrawal.id).first { $0.kind == .reason }?.body
      }
      return Outcome(view: view, key: key, trail: trail, notes: notes, reasons: reasons)
    }
  }

  private static func note(beside origin: Statement.Origin, _ reader: StoreReader) throws -> String? {
    switch origin {
    case .hand(let fact, _): try reader.texts(beside: fact).first { $0.kind == .note }?.body
    case .form(_, _, let position, let reading):
      try reader.texts(beside: reading).first { $0.kind == .note && $0.position == position }?.body
    }
  }
}
