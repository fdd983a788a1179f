/// The situations that the rules of §3a are about, counted so that a run shows that it met them.
enum Situation: String, CaseIterable {
  case sameDay = "same day"
  case capped
  case replacedBeforeItCame = "replaced before it came"
  case undoOfUndo = "undo of undo"
  case formInTwoMessages = "a form in two messages"
  case answeredLater = "answered later"
  case chainOfThree = "a chain of three messages"
  case importedTwice = "a message imported twice"
  case disagreement
  case proposal
  case accepted = "a proposal accepted"
  case without = "without a level"
  case stale

  /// The situations that occur at the end of a history.
  static func all(in run: FoldRun) -> Set<Situation> {
    let (model, facts) = (run.model, run.facts)
    var found = ofMessages(model)
    for trainee in run.trainees {
      for task in run.tasks { found.formUnion(ofCell(NaiveCell(facts, trainee: trainee, task: task, asOf: FoldCase.afterAll))) }
    }
    if facts.decisions.contains(where: { $0.verdict == "accepted" }) { found.insert(.accepted) }
    let undos = Set(model.known.filter { number in model.acts(of: number).contains { $0.undone != nil } })
    if undos.contains(where: { number in model.acts(of: number).contains { $0.undone.map(undos.contains) ?? false } }) {
      found.insert(.undoOfUndo)
    }
    return found
  }

  private static func ofCell(_ cell: NaiveCell) -> Set<Situation> {
    let view = cell.view(besides: CellView())
    let checks: [(Situation, Bool)] = [
      (.sameDay, cell.hasSameDay), (.capped, cell.isCapped), (.disagreement, !view.disagreements.isEmpty),
      (.proposal, !view.proposals.isEmpty), (.without, !view.without.isEmpty), (.stale, view.isStale),
    ]
    return Set(checks.filter(\.1).map(\.0))
  }

  private static func ofMessages(_ model: NaiveModel) -> Set<Situation> {
    var found: Set<Situation> = []
    let live = model.arrivals.filter { model.live.contains($0.booking) }
    for (booking, message) in live {
      let replacers = live.filter { $0.message.sender == message.sender && $0.message.vervangt == message.id }
      if replacers.contains(where: { $0.booking < booking }) { found.insert(.replacedBeforeItCame) }
      if replacers.contains(where: { other in
        live.contains { $0.message.sender == message.sender && $0.message.vervangt == other.message.id }
      }) {
        found.insert(.chainOfThree)
      }
      if live.contains(where: { $0.booking != booking && $0.message.isSame(as: message) }) { found.insert(.importedTwice) }
    }
    let counting = model.countingMessages()
    let forms = counting.flatMap { message in
      message.forms.map { "\(message.sender) \($0.id) \($0.participant) \($0.heldOn)" }
    }
    if Set(forms).count < forms.count { found.insert(.formInTwoMessages) }
    if model.countingForms().contains(where: { model.isAnsweredLater($0.form, from: $0.message.sender) }) {
      found.insert(.answeredLater)
    }
    return found
  }
}

extension NaiveAct {
  /// The booking that it undoes.
  var undone: Int? { if case .undid(let number) = self { number } else { nil } }
}
