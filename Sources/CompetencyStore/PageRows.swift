public import CompetencyCore

extension StoreReader {
  /// The booking that a request made; nil for one that made none.
  public func booking(ofRequest key: String) throws -> BookingNumber? {
    guard try hasPages else { return nil }
    return try session.rows(.booking_of_request, [.text(key)]) { try $0.bookingNumber(0) }.first
  }

  /// The newest booking; nil when there is none.
  public func lastBooking() throws -> BookingNumber? {
    try session.rows(.last_booking) { try $0.optionalInteger(0).flatMap(BookingNumber.init) }.first ?? nil
  }

  /// Who looked at a trainee, the last day first.
  public func views(of trainee: TraineeID) throws -> [PageView] {
    guard try hasPages else { return [] }
    return try session.rows(.page_views_of_trainee, [.text(trainee.text)]) { try $0.pageView() }
  }

  /// Who opened a page, the last day first.
  public func views(of page: String) throws -> [PageView] {
    guard try hasPages else { return [] }
    return try session.rows(.page_views_of_page, [.text(page)]) { try $0.pageView() }
  }

  /// How many looks there were before a day.
  public func viewCount(before day: CalendarDate) throws -> Int {
    guard try hasPages else { return 0 }
    return try session.rows(.page_view_count_before, [.text(day.iso)]) { try $0.integer(0) }.first ?? 0
  }

  /// Who read forms of schools to the end, the first day first.
  public func formReadings() throws -> [PageView] {
    guard try hasPages else { return [] }
    return try session.rows(.page_views_of_forms) { try $0.pageView() }
  }
}

extension StoreWriter {
  /// Forgets who looked at whom before a day.
  public func dropViews(before day: CalendarDate) throws { try session.run(.drop_page_views_before, [.text(day.iso)]) }

  /// How long a request is known again, in milliseconds: longer than a device keeps what was ticked without a connection.
  private static let requestLife: Int64 = 30 * 86_400_000

  /// Notes which booking a request made.
  public func note(request key: String, made booking: BookingNumber, at now: Instant) throws {
    try session.run(.drop_old_requests, [.integer(Int(now.milliseconds - Self.requestLife))])
    try session.run(.add_answered_request, [.text(key), .integer(booking.number), .integer(Int(now.milliseconds))])
  }

  /// Notes that somebody opened a page; on one day once is enough.
  public func add(_ view: PageView) throws {
    try session.run(
      .add_page_view,
      [.text(view.viewer.text), .text(view.trainee?.text ?? ""), .text(view.page), .text(view.seenOn.iso)])
  }
}

extension SQLRow {
  fileprivate func pageView() throws -> PageView {
    let trainee = try text(1)
    return PageView(
      viewer: try value(0, PersonID.init), trainee: trainee.isEmpty ? nil : try value(1, TraineeID.init), page: try text(2),
      seenOn: try isoDay(3))
  }
}
