import CompetencyCore
import Testing

@Suite struct RoutePlanTests {
  @Test func `the last word on the week and the last word on the way are in force, each by its own`() {
    let changes = [
      Self.change(2, on: 5, week: .planned(9), way: .cursus), Self.change(3, on: 7, week: .planned(12)),
      Self.change(4, on: 9, way: .school),
    ]
    #expect(Self.plan(changes, asOf: 4).map { $0.week } == 4)
    #expect(Self.plan(changes, asOf: 5).map { [$0.week == 9, $0.way == .cursus] } == [true, true])
    #expect(Self.plan(changes, asOf: 8).map { [$0.week == 12, $0.way == .cursus] } == [true, true])
    #expect(Self.plan(changes, asOf: 9).map { [$0.week == 12, $0.way == .school] } == [true, true])
  }

  @Test func `the day decides, not the order of writing; on one day the later word`() {
    // What holds from the 9th was written before what holds from the 5th.
    let late = [Self.change(2, on: 9, week: .planned(20)), Self.change(3, on: 5, week: .planned(9))]
    for changes in [late, late.reversed()] {
      #expect(Self.plan(changes, asOf: 8)?.week == 9)
      #expect(Self.plan(changes, asOf: 9)?.week == 20)
    }
    let sameDay = [Self.change(2, on: 5, week: .planned(9)), Self.change(3, on: 5, week: .unplanned)]
    for changes in [sameDay, sameDay.reversed()] { #expect(Self.plan(changes, asOf: 5).map { $0.week == nil } == true) }
  }

  @Test func `a change is of one trainee and one task`() throws {
    let knowledge = Self.knowledge([Self.change(2, on: 5, week: .planned(9))])
    let bram = try #require(knowledge.company.trainees[.bram])
    let weeks = knowledge.plan(of: bram, asOf: .october(9))?.map(\.inForce.week)
    #expect(weeks == [4, 1])
    #expect(Self.plan([Self.change(2, on: 5, week: .planned(9))], of: .hotWork, asOf: 9)?.week == 1)
  }

  @Test func `each rule puts a task where it says`() throws {
    #expect(Route.Rule.allCases.map(\.position) == [.behind, .ahead, .on, .on, .on])
    // Week 4 ends on 28 September, week 9 on 2 November.
    let before = try #require(Self.route([], asOf: 20).stops.first)
    let after = try #require(Self.route([Self.change(2, on: 5, week: .planned(9))], asOf: 20).stops.first)
    let without = try #require(Self.route([Self.change(2, on: 5, week: .unplanned)], asOf: 20).stops.first)
    #expect([before.rule, after.rule, without.rule] == [.late, .toCome, .unplanned])
    #expect(before.position == .behind && after.inProfile.week == 4 && after.planned.week == 9)
  }

  @Test func `a closing evaluation holds the actual against the plan in force`() throws {
    let knowledge = Self.knowledge([Self.change(2, on: 5, week: .planned(9))])
    let sanne = try #require(knowledge.company.trainees[.sanne])
    func plannedOn(_ day: Int) -> CalendarDate? {
      let matrix = CompetencyMatrix(knowledge, asOf: .october(day), trainees: [.sanne])
      return ClosingEvaluation(of: sanne, in: matrix)?.tasks.first?.plannedOn
    }
    #expect(plannedOn(4) == date(20_260_928) && plannedOn(5) == date(20_261_102))
  }

  private static func plan(_ changes: [RouteChange], of task: TaskCode = .migWelding, asOf day: Int) -> ProfileTask? {
    let knowledge = knowledge(changes)
    return knowledge.company.trainees[.sanne].flatMap { knowledge.plan(of: $0, asOf: .october(day)) }?.map(\.inForce)
      .first { $0.task == task }
  }

  private static func route(_ changes: [RouteChange], asOf day: Int) -> Route {
    let knowledge = knowledge(changes)
    let matrix = CompetencyMatrix(knowledge, asOf: .october(day), trainees: [.sanne])
    return made(knowledge.company.trainees[.sanne].flatMap(matrix.route))
  }

  private static func knowledge(_ changes: [RouteChange]) -> Knowledge {
    var ledger = Ledger()
    ledger.setup = SampleCompany.rows.map { (booking: .first, row: $0) }
    for number in 1...4 {
      ledger.bookings.append(
        Booking(
          number: made(BookingNumber(number)), recordedAt: Instant(milliseconds: 0), by: .mo, account: "mo",
          kind: number == 1 ? .setup : .replan))
    }
    ledger.routeChanges = changes
    return Knowledge(ledger)
  }

  private static func change(
    _ booking: Int, on day: Int, week: RouteChange.Week? = nil, way: LearningWay? = nil
  ) -> RouteChange {
    RouteChange(
      id: FactID(booking: made(BookingNumber(booking)), ordinal: 1), trainee: .sanne, task: .migWelding, on: .october(day),
      by: .mo, week: week, way: way)
  }
}
