import CompetencyCore
import Testing

/// What a return tells of a cell is enough to fold the cell again, in any history.
@Suite struct CellGroundsTests {
  @Test func `from its grounds alone a cell folds to the same level, days and absence`() {
    var (cells, levels, absences) = (0, 0, 0)
    for number in 0..<2000 {
      let foldCase = CaseGenerator.make(number, seed: FoldPropertyTests.seed)
      let ledger = LedgerWriter.ledger(of: foldCase.history(foldCase.events))
      let scale = RandomCompany.scale(foldCase.scale)
      let knowledge = Knowledge(ledger, scale: scale)
      var random = foldCase.looks
      for day in foldCase.daysToLookAt(&random).map(date) {
        for key in knowledge.cells.keys {
          let grounds = knowledge.grounds(of: key, asOf: day)
          let again = Knowledge(Self.ledger(of: grounds, key), scale: scale)
          let (one, other) = (Self.cell(key, knowledge, day), Self.cell(key, again, day))
          #expect(one == other, "case \(number), \(key) as of \(day)")
          #expect(grounds.count <= 4)
          cells += 1
          if one.level != LevelID.nogNiet.text { levels += 1 }
          if !one.without.isEmpty { absences += 1 }
        }
      }
    }
    #expect(cells > 5000 && levels > 1000 && absences > 100, "\(cells) cells, \(levels) with a level, \(absences) without")
  }

  /// What a return tells of a cell; of one without facts what an empty one shows.
  private static func cell(_ key: CellKey, _ knowledge: Knowledge, _ day: CalendarDate) -> CellView {
    let cell = knowledge.cells[key].map { facts in
      MatrixCell(key: key, inProfile: false, facts: facts, knowledge: knowledge, asOf: day)
    }
    let shown = CellView(cell)
    var view = CellView()
    (view.level, view.without, view.aangeleerdOn, view.beheerstOn) =
      (shown.level, shown.without, shown.aangeleerdOn, shown.beheerstOn)
    return view
  }

  private static func ledger(of grounds: [CellGround], _ key: CellKey) -> Ledger {
    var ledger = Ledger()
    ledger.bookings = [
      Booking(number: .first, recordedAt: Instant(milliseconds: 0), by: nil, account: "", kind: .set)
    ]
    ledger.records = grounds.enumerated().map { index, ground in
      HandRecord(
        id: FactID(booking: .first, ordinal: index + 1), trainee: key.trainee, task: key.task, judgement: ground.judgement,
        seenOn: ground.seenOn, seenBy: made(PersonID("mo")), role: ground.statement.role, source: .hand)
    }
    return ledger
  }
}
