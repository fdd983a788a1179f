import CompetencyCore
import Foundation
import GRDB
import Testing

@testable import CompetencyStore

/// A disk that changes a bit is found out, wherever in the file it is.
@Suite struct BitFlipTests {
  @Test func `a thousand flipped bits are all told, and 99 in 100 with their page`() throws {
    let desk = try FullDesk.make()
    // The copy that was put in place has its sums from the first write on.
    try desk.run("matrix set sanne LAS-06=aangeleerd --by mo")
    let store = Store(path: desk.url(Desk.databaseName).path, holder: "test", gate: CommitGate())
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: desk.url(Desk.databaseName).path))
    let size = Int(try file.seekToEnd())
    var chance = SeededChance(Seeds.first)
    #expect(store.writtenPages.problems.isEmpty)

    var (byPage, untold) = (0, 0)
    for _ in 0..<1000 {
      let (place, bit) = (Int.random(in: 0..<size, using: &chance), UInt8.random(in: 0..<8, using: &chance))
      try file.flip(bit, at: place)
      let found = store.writtenPages.problems
      if found.contains(where: { $0.code == .page_changed && sameBytes($0.values["pages"] ?? "", "\(place / 4096 + 1)") }) {
        byPage += 1
      } else if store.checkups(isThorough: true, { _ in [] }).allSatisfy(\.isGood) {
        // Where the list of tables is hit, the database as a whole is told to be damaged.
        untold += 1
      }
      try file.flip(bit, at: place)
    }

    #expect(untold == 0 && byPage >= 990)
    #expect(store.writtenPages.problems.isEmpty)
  }

  @Test func `the command names the page, says what to do, and exits with 74`() throws {
    let desk = try FullDesk.make()
    try desk.run("matrix set sanne LAS-06=aangeleerd --by mo")
    #expect(try desk.run("doctor --verify").text.contains("goed    Bladzijden zoals ze geschreven zijn"))

    let file = try FileHandle(forUpdating: URL(fileURLWithPath: desk.url(Desk.databaseName).path))
    try file.flip(3, at: 4096 * 119 + 2000)

    let found = try desk.run("doctor --verify", exit: 74).text
    #expect(found.contains("vakmatrix.sqlite: bladzijde 120 is veranderd sinds zij geschreven werd"))
  }
}

extension FileHandle {
  fileprivate func flip(_ bit: UInt8, at place: Int) throws {
    try seek(toOffset: UInt64(place))
    guard let byte = try read(upToCount: 1)?.first else { throw CocoaError(.fileReadUnknown) }
    try seek(toOffset: UInt64(place))
    try write(contentsOf: [byte ^ 1 << bit])
  }
}
