import CompetencyCore
import Foundation
import Testing

@testable import CompetencyStore

/// A database of its own for one test, gone when the test is.
final class ScratchStore {
  let folder: URL
  let store: Store

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("vakmatrix-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = Store(path: folder.appendingPathComponent("v.sqlite").path, holder: "test", gate: CommitGate())
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static let noon = Instant(milliseconds: 1_795_000_000_000)

  func book(_ number: Int, _ kind: Booking.Kind, undoes: Int? = nil) -> Booking {
    Booking(
      number: BookingNumber(number) ?? .first, recordedAt: Self.noon, by: PersonID("mo"), account: "root", kind: kind,
      undoes: undoes.flatMap(BookingNumber.init))
  }
}

@Suite struct `What was written is read back as it was` {
  @Test func `every kind of row of the set-up`() throws {
    let scratch = try ScratchStore()
    let rows = try SampleRows.all()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { writer in
      try writer.add(scratch.book(1, .setup))
      try writer.add(rows, in: .first)
    }

    let ledger = try scratch.store.read { try $0.ledger() }

    #expect(ledger.setup.map(\.row) == rows)
    #expect(ledger.bookings == [scratch.book(1, .setup)])
  }

  @Test func `every kind of fact by hand`() throws {
    let scratch = try ScratchStore()
    let facts = try SampleFacts()
    try scratch.store.write(creating: true, at: ScratchStore.noon) { writer in
      try writer.add(scratch.book(1, .set))
      for record in facts.records { try writer.add(record, note: "netjes") }
      try writer.add(facts.withdrawal, reason: "toch niet alleen")
      try writer.add(facts.decision, reason: "")
      for answer in facts.answers { try writer.add(answer) }
      for change in facts.routeChanges { try writer.add(change, reason: "machine stuk") }
      try writer.add(scratch.book(2, .undo, undoes: 1))
    }

    try scratch.store.read { reader in
      let ledger = try reader.ledger()
      #expect(ledger.records == facts.records)
      #expect(ledger.withdrawals == [facts.withdrawal])
      #expect(ledger.decisions == [facts.decision])
      #expect(ledger.answers == facts.answers)
      #expect(ledger.routeChanges == facts.routeChanges)
      #expect(try reader.texts(beside: facts.routeChanges[0].id).map(\.body) == ["machine stuk"])
      #expect(ledger.bookings.last?.undoes == .first)
      #expect(try reader.texts(beside: facts.records[0].id).map(\.body) == ["netjes"])
      #expect(try reader.texts(beside: facts.withdrawal.id).map(\.kind) == [.reason])
    }
  }

  @Test func `the forms of a message, with their words beside them`() throws {
    let scratch = try ScratchStore()
    let message = try SampleFacts.message()
    let arrival = MessageArrival(
      booking: .first, key: message.key, createdAt: message.createdAt, replaces: message.replaces)
    let reading = FormResolution(Knowledge.Frame(Ledger())).reading(
      of: message.forms[0], in: message.head, id: FactID(booking: .first, ordinal: 1))
    let form = FormArrival(
      booking: .first, message: message.key, createdAt: message.createdAt, identity: reading.identity, version: 2,
      reading: reading.id)
    try scratch.store.write(creating: true, at: ScratchStore.noon) { writer in
      try writer.add(scratch.book(1, .import))
      try writer.add(message.head)
      try writer.add(arrival)
      try writer.add(reading, of: message.forms[0])
      try writer.add(form, position: 1)
      try writer.add(piece: [1, 2, 3], position: 1, of: message.key)
      try writer.add(content: message.content, of: message.key)
    }

    try scratch.store.read { reader in
      let ledger = try reader.ledger()
      #expect(ledger.messages == [arrival])
      #expect(ledger.forms == [form])
      #expect(ledger.readings == [reading])
      #expect(ledger.messageContents == [message.key: message.content])
      var family = FormFamily()
      family.subjects = [reading.identity.subject]
      var part = try reader.records()
      try reader.add(family, to: &part, withConversations: true)
      #expect(part.forms == [form] && part.readings == [reading] && part.messages == [arrival])
      let words = try reader.texts(beside: reading.id)
      #expect(Set(words.map(\.kind)) == [.participant, .note, .judge, .agreement, .owner, .topic])
      #expect(try reader.source(of: reading.id)?.lines[1]?.line == 31)
    }
  }
}
