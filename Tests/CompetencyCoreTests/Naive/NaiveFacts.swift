/// Everything that counts in a naive model, found once so that its cells can be looked at on many days.
struct NaiveFacts {
  struct Placed<Fact> {
    let booking: Int
    let place: Int
    let fact: Fact
  }
  let scale: NaiveScale
  let fault: NaiveFault?
  /// The day after which nothing is known; only a planted fault has one.
  let lastDay: Int
  let statements: [NaiveStatement]
  let withdrawals: [Placed<NaiveWithdrawal>]
  let decisions: [NaiveDecision]
  let repeats: [(task: String, months: Int)]

  init(_ model: NaiveModel) {
    (scale, fault) = (model.history.scale, model.fault)
    lastDay = model.fault == .knownOnCutsOnSeenOn ? model.history.bookings[model.knownOn - 1].day : 9999_99_99
    statements = model.statements()
    withdrawals = model.facts { act in
      if case .withdrawn(let withdrawal) = act { withdrawal } else { nil }
    }
    decisions = model.facts { act in
      if case .decided(let decision) = act { decision } else { nil }
    }.map(\.fact)
    repeats = model.facts { act in
      if case .repeats(let task, let months) = act { (task: task, months: months) } else { nil }
    }.map(\.fact)
  }
}
