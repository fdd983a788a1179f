import CompetencyCore
import Testing

/// How an agreement stands on a day.
@Suite struct AgreementRulesTests {
  @Test func `it is there from the day it was made, and closed from the day it was kept`() {
    var talks = Talks()
    let id = talks.agrees(on: .october(5))
    talks.says(.done, of: id, on: .october(20))

    #expect(standing(talks, asOf: .october(4)).isEmpty)
    #expect(standing(talks, asOf: .october(19)).map(\.status) == [.open])
    #expect(standing(talks, asOf: .october(20)).map(\.status) == [.done(on: .october(20))])
  }

  @Test func `its own day is not past, the day after is`() {
    var talks = Talks()
    let id = talks.agrees(on: .october(5), due: .october(10))
    #expect(standing(talks, asOf: .october(10)).map { $0.isOverdue(on: .october(10)) } == [false])
    #expect(standing(talks, asOf: .october(11)).map { $0.isOverdue(on: .october(11)) } == [true])

    talks.says(.moved(to: .october(15)), of: id, on: .october(11))
    #expect(standing(talks, asOf: .october(11)).map { $0.isOverdue(on: .october(11)) } == [false])
    #expect(standing(talks, asOf: .october(16)).map { $0.isOverdue(on: .october(16)) } == [true])
    talks.says(.done, of: id, on: .october(17))
    #expect(standing(talks, asOf: .october(20)).map { $0.isOverdue(on: .october(20)) } == [false])
  }

  @Test func `without a day it is never late`() {
    var talks = Talks()
    talks.agrees(on: .october(5))
    #expect(standing(talks, asOf: .last).map { $0.isOverdue(on: .last) } == [false])
  }

  @Test func `it is carried by the conversations after it until one closes it`() {
    var talks = Talks()
    talks.holds(on: .october(5))
    let id = talks.agrees(on: .october(5))
    for day in [10, 15, 20, 25] { talks.holds(on: .october(day)) }
    #expect(standing(talks, asOf: .october(15)).map(\.timesCarried) == [2])

    talks.says(.done, of: id, on: .october(20))

    // On the twentieth it was closed, not carried.
    #expect(standing(talks, asOf: .last).map(\.timesCarried) == [2])
  }

  @Test func `another that takes its place closes it, and the line goes back to the first`() {
    var talks = Talks()
    let first = talks.agrees(on: .october(1))
    let second = talks.agrees(on: .october(8), instead: first)
    let third = talks.agrees(on: .october(15), instead: second)

    let all = standing(talks, asOf: .october(20))
    #expect(all.map(\.status) == [.reworded(into: second, on: .october(8)), .reworded(into: third, on: .october(15)), .open])
    #expect(all.last.map { Knowledge.lineage(of: $0, in: all).map(\.id) } == [first, second, third])
    #expect(standing(talks, asOf: .october(7)).map(\.status) == [.open])
    #expect(standing(talks, asOf: .october(8)).map(\.isOpen) == [false, true])
  }

  @Test func `kept before it got other words, it was kept`() {
    var talks = Talks()
    let first = talks.agrees(on: .october(1))
    talks.says(.done, of: first, on: .october(5))
    talks.agrees(on: .october(8), instead: first)
    #expect(standing(talks, asOf: .last).first?.status == .done(on: .october(5)))
  }

  @Test func `steps come in the order in which they were named, and are done one by one`() {
    var talks = Talks()
    let id = talks.agrees(on: .october(1))
    let steps = (2...4).map { talks.says(.step, of: id, on: .october($0)) }
    talks.says(.stepDone(steps[1]), of: id, on: .october(6))
    #expect(standing(talks, asOf: .last).first?.steps.map(\.fact) == steps)
    #expect(standing(talks, asOf: .last).first?.steps.map(\.isDone) == [false, true, false])
    #expect(standing(talks, asOf: .october(3)).first?.steps.count == 2)
  }

  @Test func `of a school the later form counts, but closed goes before open`() {
    var talks = Talks()
    talks.reads(read("A1", .open, due: .october(9)), read("A2", .gereed), on: .october(1))
    talks.reads(read("A1", .open, due: .october(30)), read("A2", .open), on: .october(15))

    let all = standing(talks, asOf: .october(20))
    #expect(all.map(\.id) == [.rocDelta("A1"), .rocDelta("A2")])
    #expect(all.map(\.status) == [.open, .done(on: .october(1))])
    #expect(all.map(\.dueOn) == [.october(30), nil])
    #expect(all.map(\.madeOn) == [.october(1), .october(1)])
    #expect(all.map(\.timesCarried) == [1, 0])
  }

  @Test func `what a person closed here stays closed, whatever a form says of it`() {
    var talks = Talks()
    talks.reads(read("A1", .open), on: .october(1))
    let done = talks.says(.done, of: .rocDelta("A1"), on: .october(5))
    talks.reads(read("A1", .open), on: .october(15))
    #expect(standing(talks, asOf: .last).map(\.status) == [.done(on: .october(5))])

    talks.undoes(done)
    #expect(standing(talks, asOf: .last).map(\.status) == [.open])
  }

  @Test func `an agreement of a school gets other words here`() {
    var talks = Talks()
    talks.reads(read("A1", .open), on: .october(1))
    let own = talks.agrees(on: .october(8), instead: .rocDelta("A1"))
    talks.reads(read("A1", .open), on: .october(15))
    #expect(standing(talks, asOf: .last).map(\.status) == [.reworded(into: own, on: .october(8)), .open])
  }

  private func standing(_ talks: Talks, asOf day: CalendarDate) -> [StandingAgreement] {
    talks.knowledge.agreements(of: .sanne, asOf: day)
  }

  private func read(_ id: String, _ status: ReadAgreement.Status, due: CalendarDate? = nil) -> ReadAgreement {
    ReadAgreement(id: id, owner: .student, dueOn: due, status: status)
  }
}
