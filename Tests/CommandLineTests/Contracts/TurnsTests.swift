import Foundation
import Testing

@Suite struct TurnsTests {
  @Test func `who waits too long for a turn to write is told who has it`() throws {
    let desk = try Desk(.company)
    let dump = try desk.dump()
    let holder = try Self.holdTurn(at: desk, as: "vakmatrix import, proces 4711")
    defer { holder.kill() }
    let clock = ContinuousClock()
    let start = clock.now

    let outcome = try desk.run("matrix set sanne LAS-02=beheerst --by mo", exit: 75)

    let seconds = (clock.now - start) / .seconds(1)
    #expect(seconds >= 5)
    #expect(seconds < 30)
    #expect(outcome.errorText.contains("vakmatrix import, proces 4711"))
    #expect(try desk.dump() == dump)
  }

  @Test func `who only looks does not wait for a turn`() throws {
    let desk = try Desk(.company)
    let holder = try Self.holdTurn(at: desk, as: "vakmatrix import, proces 4711")
    defer { holder.kill() }
    let clock = ContinuousClock()
    let start = clock.now

    for line in ["status", "matrix show", "import SampleData/Forms/\(Samples.fortyForms) --dry-run"] { try desk.run(line) }

    #expect(clock.now - start < .seconds(60))
    #expect(try desk.bookings().count == 1)
  }

  @Test func `who writes at the same time takes turns`() throws {
    let desk = try Desk(.company)
    let files = Samples.forms.prefix(4)

    let all = try files.map { try desk.start("import SampleData/Forms/\($0)") }
    for running in all {
      let outcome = try running.wait()
      #expect(outcome.exit == 0, "\(outcome.errorText)")
    }

    #expect(try desk.bookings().map(\.booking) == ["b-0005", "b-0004", "b-0003", "b-0002", "b-0001"])
    let inTurn = try Desk(.company)
    try inTurn.run("import " + files.map { "SampleData/Forms/" + $0 }.joined(separator: " "))
    #expect(try desk.matrix() == inTurn.matrix())
  }

  /// Another process that holds the lock file, until it is ended.
  private static func holdTurn(at desk: Desk, as name: String) throws -> Running {
    let lock = Desk.databaseName + ".lock"
    try desk.write(lock, name)
    let holder = try desk.startTool(["flock", "--no-fork", lock, "sleep", "300"])
    for _ in 0..<200 {
      if try desk.tool("flock", "--nonblock", lock, "true").exit == 1 { return holder }
      Thread.sleep(forTimeInterval: 0.05)
    }
    Issue.record("the lock could not be held")
    return holder
  }
}
