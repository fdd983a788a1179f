/// Rules 5 to 13 of design §3a for one cell on one day, sentence by sentence.
struct NaiveCell {
  let facts: NaiveFacts
  let task: String
  let asOf: Int
  private let observations: [NaiveStatement]
  private let proposals: [NaiveStatement]
  private let withdrawals: [NaiveFacts.Placed<NaiveWithdrawal>]

  init(_ facts: NaiveFacts, trainee: String, task: String, asOf: Int) {
    (self.facts, self.task, self.asOf) = (facts, task, asOf)
    // Rule 12: asOf cuts on the day seen and on nothing else.
    let last = min(asOf, facts.lastDay)
    let all = facts.statements.filter { $0.trainee == trainee && $0.task == task && $0.day <= last }
    observations = all.filter(\.isObservation)
    proposals = all.filter { !$0.isObservation }
    withdrawals = facts.withdrawals.filter { $0.fact.trainee == trainee && $0.fact.task == task && $0.fact.day <= last }
  }

  /// What the law says of this cell; of facts by hand that rule 13 does not tell apart it names what `shown` names.
  func view(besides shown: CellView) -> CellView {
    CellView(
      level: level, without: without.contains(shown.without) ? shown.without : without.first ?? "",
      aangeleerdOn: aangeleerdOn, beheerstOn: beheerstOn, lastSeenOn: lastSeenOn,
      named: named.contains(shown.named) ? shown.named : named.first ?? "",
      proposals: Set(openProposals.map(\.content)).sorted(), disagreements: Set(disagreements.map(\.content)).sorted(),
      isStale: isStale)
  }

  private var levelled: [NaiveStatement] { observations.filter { !$0.level.isEmpty } }

  private func rank(_ level: String) -> Int { facts.scale.rank(level) }
  private var taught: Int { rank(facts.scale.taught) }
  private var mastered: Int { rank(facts.scale.mastered) }

  /// Rule 5: the level for which an observation counts.
  private func counts(_ observation: NaiveStatement) -> Int {
    var count = rank(observation.level)
    for withdrawal in withdrawals where caps(withdrawal, observation) { count = min(count, rank(withdrawal.fact.to)) }
    return count
  }

  private func caps(_ withdrawal: NaiveFacts.Placed<NaiveWithdrawal>, _ observation: NaiveStatement) -> Bool {
    if withdrawal.fact.day != observation.day { return withdrawal.fact.day > observation.day }
    if facts.fault == .sameDayCapOff { return false }
    guard observation.isByHand else { return true }
    return (observation.booking, observation.place) < (withdrawal.booking, withdrawal.place)
  }

  /// Whether a withdrawal lowers something in this cell.
  var isCapped: Bool { levelled.contains { counts($0) < rank($0.level) } }

  /// Whether something is said twice on one day, or said and taken back.
  var hasSameDay: Bool {
    levelled.indices.contains { index in
      levelled[(index + 1)...].contains { $0.day == levelled[index].day }
        || withdrawals.contains { $0.fact.day == levelled[index].day }
    }
  }

  /// Rule 6.
  private var level: String {
    if facts.fault == .lastInsteadOfHighest {
      let lastDay = levelled.map(\.day).max()
      let last = levelled.filter { $0.day == lastDay }.map(counts).max() ?? 0
      return facts.scale.levels[last]
    }
    return facts.scale.levels[levelled.map(counts).max() ?? 0]
  }

  /// Rule 7.
  private var beheerstOn: Int { levelled.filter { counts($0) >= mastered }.map(\.day).min() ?? 0 }

  private var aangeleerdOn: Int {
    guard let first = levelled.filter({ counts($0) >= taught && counts($0) < mastered }).map(\.day).min() else { return 0 }
    return beheerstOn != 0 && first > beheerstOn ? 0 : first
  }

  /// The last day on which an observation counted for the level (§3a does not say; so says the product's `MatrixCell`).
  private var lastSeenOn: Int { levelled.filter { counts($0) == rank(level) }.map(\.day).max() ?? 0 }

  /// Rule 8.
  var disagreements: [NaiveStatement] {
    levelled.filter { one in
      if facts.fault == .lastDayCannotDisagree, one.day == asOf { return false }
      let saysLess = levelled.contains { other in
        let isEarlier = facts.fault == .sameDayDisagrees ? other.day <= one.day : other.day < one.day
        let isMore =
          facts.fault == .equalLevelDisagrees
          ? rank(one.level) <= counts(other) : rank(one.level) < counts(other)
        return isEarlier && isMore
      }
      return saysLess && !isDecided(one, ["dismissed"])
    }
  }

  /// Rule 9.
  var openProposals: [NaiveStatement] {
    proposals.filter { one in
      !one.level.isEmpty && rank(one.level) > rank(level) && !isDecided(one, ["accepted", "refused"])
    }
  }

  /// Decisions hold for the content: trainee, task, level, day, role, school.
  private func isDecided(_ one: NaiveStatement, _ verdicts: [String]) -> Bool {
    facts.decisions.contains { decision in
      verdicts.contains(decision.verdict) && decision.trainee == one.trainee && decision.task == one.task
        && decision.level == one.level && decision.day == one.day && decision.role == one.role
        && decision.sender == one.sender
    }
  }

  /// Rule 10; more than one when only the order by hand tells them apart.
  private var without: [String] {
    let marks = observations.filter { ["kan_hier_niet", "niet_van_toepassing"].contains($0.without) }
    guard let latest = marks.map(\.day).max(), !levelled.contains(where: { $0.day >= latest }) else { return [] }
    let ofThatDay = marks.filter { $0.day == latest }
    return ofThatDay.filter { one in !ofThatDay.contains { $0.goesBefore(one) } }.map(\.without)
  }

  /// Rule 11.
  private var isStale: Bool {
    let months = facts.repeats.last { $0.task == task }?.months ?? 0
    let last = levelled.filter { counts($0) >= mastered }.map(\.day).max()
    guard months > 0, rank(level) >= mastered, let last else { return false }
    return monthsLater(last, months) < asOf
  }

  /// Rule 13: the earliest observation of the cell's level; more than one when only the order by hand tells them apart.
  private var named: [String] {
    let ofLevel = levelled.filter { counts($0) == rank(level) }
    return ofLevel.filter { one in !ofLevel.contains { $0.goesBefore(one) } }.map(\.text)
  }
}
