import CompetencyCore
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CompetencyStore

@Suite struct `A backup while others write` {
  @Test func `holds every booking that was acknowledged before it began`() async throws {
    let scratch = try ScratchStore()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { try $0.add(scratch.book(1, .setup)) }
    let acknowledged = Atomic(1)
    let isOver = Atomic(false)
    let began = ContinuousClock.now

    let writing = Task.detached {
      var number = 1
      while !isOver.load(ordering: .relaxed) {
        number += 1
        let next = number
        try scratch.store.write(at: ScratchStore.noon) { try $0.add(scratch.book(next, .set)) }
        acknowledged.store(next, ordering: .sequentiallyConsistent)
      }
    }
    for round in 0..<20 {
      let floor = acknowledged.load(ordering: .sequentiallyConsistent)
      let file = scratch.folder.appendingPathComponent("\(round).sqlite").path
      let content = try scratch.store.backUp(to: file)
      let copy = try DatabaseQueue(path: file)
      let bookings = try await copy.read { try Int.fetchOne($0, sql: "select max(number) from booking") ?? 0 }
      #expect(bookings >= floor && content.bookings == bookings)
    }
    isOver.store(true, ordering: .relaxed)
    try await writing.value
    let written = acknowledged.load(ordering: .relaxed)
    #expect(written > 20)
    let rate = Double(written) / ((ContinuousClock.now - began) / .seconds(1))
    print("20 backups while \(Int(rate)) bookings a second were written")
  }
}
