import Testing

@Suite struct UndoImportTests {
  @Test func `undo of forty forms restores the matrix byte for byte, and undo of the undo brings it back`() throws {
    let desk = try Self.deskBeforeTheForty()
    let before = try desk.matrix()
    try desk.run("import SampleData/Forms/\(Samples.fortyForms)", exit: 3)
    let after = try desk.matrix()
    #expect(after != before)

    try desk.run("undo b-0003")
    #expect(try desk.matrix() == before)

    try desk.run("undo b-0004")
    #expect(try desk.matrix() == after)

    try desk.run("undo b-0005")
    #expect(try desk.matrix() == before)
    #expect(try desk.bookings().map(\.live) == [true, false, true, false, true, true])
  }

  @Test func `undo of what is not live says so and changes nothing`() throws {
    let desk = try Desk(.samples)
    try desk.run("undo b-0002")
    let dump = try desk.dump()

    let said = try desk.run("undo b-0002").text
    let document = try desk.run("undo b-0002 --json").document(UndoDocument.self)

    #expect(said == "Boeking b-0002 is al teruggedraaid. Er is niets veranderd.\n")
    #expect(document.booking == nil)
    #expect(!document.wasLive)
    #expect(try desk.dump() == dump)
  }

  @Test func `an import that was undone can be imported again`() throws {
    let desk = try Desk(.samples)
    let matrix = try desk.matrix()
    try desk.run("undo b-0002")

    let again = try desk.run("import SampleData/Forms --json", exit: 3).document(ImportDocument.self)

    #expect(again.booking == "b-0004")
    #expect(try desk.matrix() == matrix)
  }

  @Test func `a correction that is undone brings back what it corrected`() throws {
    let desk = try Desk(.company)
    for file in Samples.forms where file != Samples.correction {
      try Self.quietly("import SampleData/Forms/\(file)", at: desk)
    }
    let before = try desk.matrix()
    try Self.quietly("import SampleData/Forms/\(Samples.correction)", at: desk)
    let correction = try #require(try desk.bookings().first).booking
    #expect(try desk.matrix() != before)

    try desk.run("undo \(correction)")

    #expect(try desk.matrix() == before)
  }

  @Test func `a set-up on which facts rest is not undone`() throws {
    let desk = try Desk(.samples)
    let dump = try desk.dump()

    let error = try desk.run("undo b-0001", exit: 1).errorText

    #expect(error.contains("b-0001"))
    #expect(try desk.dump() == dump)
  }

  private static func deskBeforeTheForty() throws -> Desk {
    let desk = try Desk(.company)
    let files = Samples.forms.filter { $0 != Samples.fortyForms }.map { "SampleData/Forms/" + $0 }
    try desk.run("import " + files.joined(separator: " "), exit: 3)
    return desk
  }

  private static func quietly(_ line: String, at desk: Desk) throws {
    let outcome = try desk.start(line).wait()
    #expect([0, 3].contains(outcome.exit), "\(line): \(outcome.errorText)")
  }
}
