internal import CompetencyCore

extension Situation {
  /// When and by whom a cell was last written by hand, as people say it; nil when it was not.
  func origin(of cell: MatrixCell) -> (day: CalendarDate, time: String, name: String)? {
    let (live, key) = (knowledge.live, cell.key)
    let records = ledger.records.filter { $0.trainee == key.trainee && $0.task == key.task }.map(\.id.booking)
    let taken = ledger.withdrawals.filter { $0.trainee == key.trainee && $0.task == key.task }.map(\.id.booking)
    let last = (records + taken).filter(live.contains).max()
    guard let last, let booking = ledger.bookings.first(where: { $0.number == last }), let by = booking.by else { return nil }
    let name = company.name(of: by)?.full ?? by.text
    return (CompanyZone.day(of: booking.recordedAt, zone: zone), CompanyZone.time(of: booking.recordedAt, zone: zone), name)
  }

  /// Whether the last that this person said of the cell on that day is the same, so that saying it again adds nothing.
  func isRecorded(_ record: HandRecord) -> Bool {
    let live = knowledge.live
    let said = ledger.records.last {
      live.contains($0.id.booking) && $0.trainee == record.trainee && $0.task == record.task && $0.seenOn == record.seenOn
        && $0.seenBy == record.seenBy
    }
    let taken = ledger.withdrawals.last {
      live.contains($0.id.booking) && $0.trainee == record.trainee && $0.task == record.task && $0.on == record.seenOn
    }
    if let taken, said.map({ $0.id < taken.id }) ?? true {
      return taken.by == record.seenBy && record.judgement == .level(taken.to)
    }
    return said?.judgement == record.judgement
  }
}
