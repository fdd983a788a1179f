import CompetencyCore
import Foundation
import GRDB
import Testing

@testable import CompetencyStore

@Suite struct `What is saved stays saved` {
  @Test func `a writing connection syncs at every commit, and that is read back`() throws {
    let scratch = try ScratchStore()
    var configuration = Configuration()
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: scratch.store.path, configuration: configuration)

    // GRDB alone leaves NORMAL, which loses commits at a power cut; that is why the store sets it after opening.
    #expect(try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 1)
    try queue.inDatabase { try Durability.set(on: $0, file: "v.sqlite") }
    #expect(try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
  }

  @Test func `a database that cannot keep a write-ahead log is not written to`() throws {
    let queue = try DatabaseQueue()
    let refusal = #expect(throws: Refusal.self) { try queue.inDatabase { try Durability.set(on: $0, file: "v.sqlite") } }
    #expect(refusal?.problems.map(\.code) == [.not_durable])
  }

  @Test func `a transaction whose body throws leaves nothing`() throws {
    let scratch = try ScratchStore()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { try $0.add(scratch.book(1, .setup)) }

    #expect(throws: Refusal.self) {
      try scratch.store.write(at: ScratchStore.noon) { writer in
        try writer.add(scratch.book(2, .set))
        throw Refusal(.dataWrong, .schema_fault)
      }
    }
    #expect(try scratch.store.read { try $0.ledger() }.bookings.count == 1)
  }

  @Test func `the log is empty after a write, so that the file alone holds everything`() throws {
    let scratch = try ScratchStore()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { try $0.add(scratch.book(1, .setup)) }
    let log = try? FileManager.default.attributesOfItem(atPath: scratch.store.path + "-wal")[.size] as? Int
    #expect((log ?? 0) == 0)
  }

  @Test func `the file is for its owner alone`() throws {
    let scratch = try ScratchStore()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { try $0.add(scratch.book(1, .setup)) }
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.store.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}

@Suite struct `Writers take turns` {
  @Test func `who waits too long is told who holds the turn`() throws {
    let scratch = try ScratchStore()
    let held = try WriterLock(beside: scratch.store.path, holder: "vakmatrix import")
    do throws(Refusal) {
      _ = try WriterLock(beside: scratch.store.path, holder: "test", waitingMilliseconds: 50)
      Issue.record("the second writer was let in")
    } catch {
      #expect(error.status == .busy)
      #expect(error.problems.first?.values["holder"]?.contains("vakmatrix import") == true)
    }
    withExtendedLifetime(held) {}
  }

  @Test func `readers never wait for a writer`() throws {
    let scratch = try ScratchStore()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { try $0.add(scratch.book(1, .setup)) }
    try scratch.store.write(at: ScratchStore.noon) { writer in
      try writer.add(scratch.book(2, .set))
      #expect(try scratch.store.read { try $0.ledger() }.bookings.count == 1)
    }
    #expect(try scratch.store.read { try $0.ledger() }.bookings.count == 2)
  }

  @Test func `a stop that comes while committing comes too late`() {
    let gate = CommitGate()
    var stops = 0
    gate.stop { stops += 1 }
    gate.close()
    gate.stop { stops += 1 }
    #expect(stops == 1)
  }
}

@Suite struct `A database that is not ours is left alone` {
  @Test func `a missing one is told, and not made by looking`() throws {
    let scratch = try ScratchStore()
    let refusal = #expect(throws: Refusal.self) { try scratch.store.read { try $0.ledger() } }
    #expect(refusal?.status == .notFound)
    #expect(!scratch.store.exists)
  }

  @Test func `a newer one is refused with both versions`() throws {
    let scratch = try ScratchStore()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { writer in
      try writer.session.run(.add_schema_version, [.integer(99), .integer(0)])
    }
    let refusal = #expect(throws: Refusal.self) { try scratch.store.read { try $0.ledger() } }
    #expect(refusal?.status == .configuration)
    #expect(refusal?.problems.first?.values == ["found": "99", "known": "\(Migration.newest)"])
    let writing = #expect(throws: Refusal.self) { try scratch.store.write(at: ScratchStore.noon) { _ in } }
    #expect(writing?.problems.map(\.code) == [.database_newer])
  }

  @Test func `another program's database and a text file are refused`() throws {
    let scratch = try ScratchStore()
    try DatabaseQueue(path: scratch.store.path).write { try $0.execute(sql: "create table note (t text)") }
    let other = #expect(throws: Refusal.self) { try scratch.store.write(at: ScratchStore.noon) { _ in } }
    #expect(other?.problems.map(\.code) == [.not_a_database])

    let text = try ScratchStore()
    try Data(repeating: 0x61, count: 5000).write(to: URL(fileURLWithPath: text.store.path))
    let refusal = #expect(throws: Refusal.self) { try text.store.read { try $0.ledger() } }
    #expect(refusal?.status == .ioFailed)
  }
}

@Suite struct `Statements are the same for SQLite and PostgreSQL` {
  @Test(arguments: SQLStatement.allCases) func `each one names its values in their order`(_ statement: SQLStatement) throws {
    let scratch = try ScratchStore()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { _ in }
    let queue = try DatabaseQueue(path: scratch.store.path)
    let code = statement.sql.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n")
    // Values are bound by place on SQLite, so $1 must be the first that the text names, $2 the second.
    var named: [String] = []
    for match in code.matches(of: /\$[0-9]+/) where !named.contains(String(match.output)) { named.append(String(match.output)) }
    #expect(named == (1...max(1, named.count)).map { "$\($0)" }.prefix(named.count).map { $0 })
    try queue.read { database in _ = try database.makeStatement(sql: statement.sql) }
  }
}
