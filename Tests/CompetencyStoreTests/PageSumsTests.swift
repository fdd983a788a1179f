import CompetencyCore
import Foundation
import GRDB
import Testing

@testable import CompetencyStore

/// Every page has a sum beside the database, so that a disk that changes what it keeps is found out.
@Suite struct `The bytes of every page` {
  private let scratch: ScratchStore
  private var path: String { scratch.store.path }
  private var sums: URL { URL(fileURLWithPath: path + "-sums") }

  init() throws {
    scratch = try ScratchStore()
    let rows = try SampleRows.all()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { writer in
      try writer.add(scratch.book(1, .setup))
      try writer.add(rows, in: .first)
    }
  }

  /// Books once more, with words of this many signs.
  private func book(_ number: Int, signs: Int = 10) throws {
    let facts = try SampleFacts()
    try scratch.store.write(at: ScratchStore.noon) { writer in
      try writer.add(scratch.book(number, .set))
      if number == 2 { for record in facts.records { try writer.add(record, note: String(repeating: "x", count: signs)) } }
    }
  }

  private func verdict() -> (codes: [ProblemCode], kind: String?, pages: String?) {
    let problems = scratch.store.writtenPages.problems
    return (problems.map(\.code), problems.first?.values["kind"], problems.first?.values["pages"])
  }

  private func outside(_ sql: String) throws {
    try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: sql) }
  }

  @Test func `are summed by each write, small and large, also when the database grows and shrinks`() throws {
    #expect(verdict().codes == [])
    try book(2, signs: 3_000_000)
    #expect(verdict().codes == [])
    for number in 3..<20 { try book(number) }
    #expect(verdict().codes == [])
    let cleared = try scratch.store.erase(at: ScratchStore.noon) { writer in
      try writer.session.database.execute(sql: "delete from written_text")
    }
    #expect(cleared.isCleared && verdict().codes == [])
    try book(20)
    #expect(verdict().codes == [] && scratch.store.writtenPages.detail != "0")
  }

  @Test func `are those of the log too while a reader holds up the file`() throws {
    let reader = try DatabaseQueue(path: path)
    try reader.inDatabase { database in
      try database.execute(sql: "begin; select count(*) from booking")
      for number in 2..<6 { try book(number) }
      #expect(verdict().codes == [])
      try database.execute(sql: "commit")
    }
    try book(6)
    #expect(verdict().codes == [])
  }

  @Test func `are named when another program changed them, and taken as they are when somebody takes the sums away`() throws {
    try outside("update booking set account = 'iemand'")
    #expect(verdict().codes == [.page_changed])
    try book(2)
    #expect(verdict().codes == [.page_changed] || verdict().codes == [])

    try FileManager.default.removeItem(at: sums)
    #expect(verdict() == ([.pages_unjudged], "absent", nil))
    try book(3)
    #expect(verdict().codes == [])
  }

  @Test func `are judged by nobody after a program was ended between saving and summing, until the next write`() throws {
    let former = try Data(contentsOf: sums)
    try book(2)
    try former.write(to: sums)
    #expect(verdict() == ([.pages_unjudged], "other", nil))
    try book(3)
    #expect(verdict().codes == [])
  }

  @Test func `are judged by nobody when the sums were written in part, until the next write`() throws {
    try book(2)
    var torn = try Data(contentsOf: sums)
    torn[torn.count - 3] ^= 4
    try torn.write(to: sums)
    #expect(verdict() == ([.pages_unjudged], "absent", nil))
    try book(3)
    #expect(verdict().codes == [])
  }

  @Test func `of a copy that was put in place by hand are not held against sums of another moment`() throws {
    let copy = scratch.folder.appendingPathComponent("kopie.sqlite")
    _ = try scratch.store.backUp(to: copy.path)
    for leaf in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + leaf) }
    try FileManager.default.copyItem(atPath: copy.path, toPath: path)
    #expect(verdict() == ([.pages_unjudged], "other", nil))
    try book(2)
    #expect(verdict().codes == [])
  }

  @Test func `are summed at once when a copy is put back`() throws {
    let copy = scratch.folder.appendingPathComponent("kopie.sqlite").path
    _ = try scratch.store.backUp(to: copy)
    _ = try scratch.store.putBack(copy, isRehearsal: false, replacing: path + ".opzij")
    #expect(verdict().codes == [])
  }

  @Test func `are not looked at while another has the turn to write`() throws {
    let turn = try WriterLock(beside: path, holder: "vakmatrix import")
    #expect(verdict() == ([.pages_unjudged], "turn", nil))
    withExtendedLifetime(turn) {}
  }

  @Test func `are for their owner alone, and hold nothing of what is in the database`() throws {
    let mode = try FileManager.default.attributesOfItem(atPath: sums.path)[.posixPermissions] as? Int
    let pages = try DatabaseQueue(path: path).inDatabase { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    #expect(mode == 0o600)
    #expect(try Data(contentsOf: sums).count == 32 + 8 * pages)
  }
}
