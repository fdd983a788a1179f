import CompetencyCore
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CompetencyStore

@Suite struct `A backup while others write` {
  /// How many tasks each booking ticks, and how many bookings a second there are at most: 800 facts a second.
  private static let (ticks, pace) = (40, 20)

  @Test func `holds every booking that was acknowledged before it began`() async throws {
    let scratch = try ScratchStore()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { try $0.add(scratch.book(1, .setup)) }
    let record = try SampleFacts().records[0]
    let acknowledged = Atomic(1)
    let isOver = Atomic(false)
    let clock = ContinuousClock()
    let began = clock.now

    let writing = Task.detached {
      var number = 1
      while !isOver.load(ordering: .relaxed) {
        number += 1
        let next = number
        try await clock.sleep(until: began + .seconds(Double(next) / Double(Self.pace)))
        try scratch.store.write(at: ScratchStore.noon) { writer in
          let booking = scratch.book(next, .set)
          try writer.add(booking)
          for ordinal in 1...Self.ticks {
            try writer.add(record.moved(to: FactID(booking: booking.number, ordinal: ordinal)), note: "")
          }
        }
        acknowledged.store(next, ordering: .sequentiallyConsistent)
      }
    }
    var round = 0
    while round < 20 || (round < 200 && acknowledged.load(ordering: .relaxed) < 40) {
      round += 1
      try await clock.sleep(for: .milliseconds(100))
      let floor = acknowledged.load(ordering: .sequentiallyConsistent)
      let file = scratch.folder.appendingPathComponent("\(round).sqlite").path
      let content = try scratch.store.backUp(to: file)
      let copy = try DatabaseQueue(path: file)
      let bookings = try await copy.read { try Int.fetchOne($0, sql: "select max(number) from booking") ?? 0 }
      let facts = try await copy.read { try Int.fetchOne($0, sql: "select count(*) from hand_record") ?? 0 }
      #expect(bookings >= floor && content.bookings == bookings && facts == (bookings - 1) * Self.ticks)
    }
    isOver.store(true, ordering: .relaxed)
    try await writing.value
    let written = acknowledged.load(ordering: .relaxed)
    let rate = Double(written * Self.ticks) / ((clock.now - began) / .seconds(1))
    print("\(round) backups while \(Int(rate)) facts a second were written, \(Self.ticks) in a booking")
  }
}

extension HandRecord {
  /// The same, as another fact.
  fileprivate func moved(to id: FactID) -> HandRecord {
    HandRecord(
      id: id, trainee: trainee, task: task, judgement: judgement, seenOn: seenOn, seenBy: seenBy, role: role, source: source)
  }
}
