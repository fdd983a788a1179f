import CompetencyCore

/// What was said of a cell up to the day of a matrix, what counts and what was undone, each with who booked it.
struct HistoryFacts {
  /// A statement; `undone` tells who undid its booking.
  struct Said {
    let statement: Statement
    let booked, undone: BookingTrail.Act?
  }
  /// A withdrawal; `undone` tells who undid its booking.
  struct Taken {
    let withdrawal: Withdrawal
    let booked, undone: BookingTrail.Act?
  }

  /// In the order that breaks ties.
  let said: [Said]
  /// In the order in which they were written.
  let taken: [Taken]

  init(of key: CellKey, in matrix: CompetencyMatrix, _ trail: BookingTrail) {
    let facts = matrix.knowledge.cells[key] ?? CellFacts()
    var said = (facts.observations + facts.proposals).map { Said(statement: $0, booked: trail.act(of: $0), undone: nil) }
    var taken = facts.withdrawals.map { Taken(withdrawal: $0, booked: trail.act($0.id.booking), undone: nil) }
    for undone in trail.undone(in: key) {
      switch undone {
      case .statement(let statement, let booking):
        said.append(Said(statement: statement, booked: trail.act(booking), undone: trail.undoing(booking)))
      case .withdrawal(let withdrawal):
        let booking = withdrawal.id.booking
        taken.append(Taken(withdrawal: withdrawal, booked: trail.act(booking), undone: trail.undoing(booking)))
      }
    }
    self.said = said.filter { $0.statement.seenOn <= matrix.asOf }.sorted { Statement.comesFirst($0.statement, $1.statement) }
    self.taken = taken.filter { $0.withdrawal.on <= matrix.asOf }.sorted { $0.withdrawal.id < $1.withdrawal.id }
  }
}
