import Foundation
import Testing

/// A conversation from its day to the day of the next one.
@Suite struct CycleTests {
  @Test func `from plan to the next day it takes seven commands, and the next opens with what is open`() throws {
    let desk = try Desk(.company)
    try desk.run("conversation plan sanne --on \(Day.fromToday(20)) --at 10.00 --by mo")
    try desk.run("conversation prepare sanne --by sanne --answer \"tevreden=Drie naden achter elkaar goed\" --ready")
    try desk.run("conversation prepare sanne --by mo --answer \"goed=Ik zag dat je zelf bijstelde\" --ready")
    try desk.run("conversation hold sanne --by mo")
    let made = try desk.run(
      """
      conversation record sanne --by mo --topic "knelpunten=Wachten op de kantbank" \
      --agreement "Kantbanktijd regelen | mo | \(Day.fromToday(9))" --agreement "Lasmap bijwerken" \
      --level LAS-02=beheerst --next \(Day.fromToday(30)) --json
      """
    ).document(RecordDocument.self)
    try desk.run("conversation seen sanne --by sanne --agree")

    #expect(made.next == Day.fromToday(30))
    #expect(made.nextConversation != nil && made.nextConversation != made.conversation)
    let next = try desk.prepared()
    #expect(next.conversation == made.nextConversation)
    #expect(next.since == Day.today)
    #expect(next.opener.first?.kind == "agreements_open")
    #expect(next.ids("agreements_open") == made.agreements.map(\.id))
    let lines = try desk.run("conversation prepare sanne --by sanne").text.split(separator: "\n").map(String.init)
    let first = try #require(lines.first { $0.contains(" · ") })
    #expect(first.contains("Kantbanktijd regelen") && first.contains("Lasmap bijwerken"), "\(first)")
  }

  @Test func `holding puts the open agreements before the first step, in the document too`() throws {
    let desk = try Desk(.company)
    let id = try #require(
      try desk.converse("sanne", on: Day.fromToday(-9), "--agreement \"Lasmap bijwerken\"").agreements.first?.id)
    try desk.run("conversation plan sanne --on \(Day.fromToday(3)) --by mo")

    let held = try desk.run("conversation hold sanne --by mo --json").document(PrepareDocument.self)
    let text = try desk.run("conversation hold sanne --by mo").text

    #expect(held.opener.first?.kind == "agreements_open" && held.ids("agreements_open") == [id])
    let agreement = try #require(text.range(of: id + "  Lasmap bijwerken"))
    let step = try #require(text.range(of: "Stap 1"))
    #expect(agreement.upperBound < step.lowerBound)
  }

  @Test func `a conversation that is moved keeps its name, its time and its kind`() throws {
    let desk = try Desk(.company)
    let planned = try desk.run(
      "conversation plan sanne --template startgesprek --on \(Day.fromToday(5)) --at 9.30 --by mo --json"
    ).document(PlanDocument.self)
    try desk.run("conversation plan sanne --on \(Day.fromToday(6)) --by mo", exit: 64)

    let moved = try desk.run("conversation plan sanne --on \(Day.fromToday(12)) --move --by mo --json").document(
      PlanDocument.self)

    #expect(moved.conversation == planned.conversation)
    #expect((moved.before, moved.day, moved.time) == (Day.fromToday(5), Day.fromToday(12), "9.30"))
    #expect(try rows(desk).map(\.day) == [Day.fromToday(12)])
    #expect(try rows(desk).map(\.kind) == ["startgesprek"])
    try desk.run("conversation plan sanne --on \(Day.fromToday(12)) --move --template voortgangsgesprek --by mo")
    #expect(try rows(desk).map(\.kind) == ["voortgangsgesprek"], "another template is another kind")
  }

  @Test func `what was called off is gone from the list, and another can be planned`() throws {
    let desk = try Desk(.company)
    let planned = try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo --json").document(PlanDocument.self)

    #expect(try desk.run("conversation plan sanne --cancel --by mo --json").document(PlanDocument.self).cancelled)

    #expect(try rows(desk).isEmpty)
    try desk.run("conversation prepare sanne --by sanne", exit: 66)
    try desk.run("conversation record \(planned.conversation) --by mo", exit: 66)
    let next = try desk.run("conversation plan sanne --on \(Day.fromToday(8)) --by mo --json").document(PlanDocument.self)
    #expect(next.conversation != planned.conversation)
  }

  @Test func `to undo the record brings back a conversation that has begun`() throws {
    let desk = try Desk(.company)
    try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo")
    try desk.run("conversation hold sanne --by mo")
    let begun = try state(desk)
    let made = try desk.run("conversation record sanne --by mo --agreement \"Lasmap bijwerken\" --json").document(
      RecordDocument.self)
    #expect(try state(desk) != begun)

    try desk.run("undo \(try #require(made.booking)) --by mo")

    #expect(try state(desk) == begun)
    #expect(begun.contains("bezig"))
    #expect(try desk.agreements().isEmpty)
    try desk.run("conversation seen sanne --by sanne", exit: 66)
  }

  @Test func `a change after akkoord withdraws it, and both versions stay`() throws {
    let desk = try Desk(.company)
    let first = try desk.converse("sanne", on: Day.today, "--topic \"terugblik=De eerste woorden\"")
    try desk.run("conversation seen sanne --by sanne --agree")
    #expect(try state(desk).contains("akkoord"))

    let second = try desk.run(
      "conversation record \(first.conversation) --by mo --topic \"terugblik=De tweede woorden\" --json"
    ).document(RecordDocument.self)

    #expect((first.change, second.change) == (false, true))
    #expect(try state(desk).contains("nog niet gezien"))
    let shown = try desk.run("conversation show sanne --by sanne").text
    #expect(shown.contains("De tweede woorden") && shown.contains("Dit is versie 2"))
    #expect(try String(decoding: desk.dump(), as: UTF8.self).contains("De eerste woorden"))
    try desk.run("undo \(try #require(second.booking)) --by mo")
    #expect(try desk.run("conversation show sanne --by sanne").text.contains("De eerste woorden"))
    #expect(try state(desk).contains("akkoord"))
  }

  @Test func `seen is not agreed`() throws {
    let desk = try Desk(.company)
    try desk.converse()
    try desk.run("conversation seen sanne --by mo", exit: 77)

    try desk.run("conversation seen sanne --by sanne")

    #expect(try state(desk).contains("vastgelegd en gezien"))
    #expect(try desk.run("conversation show sanne --by mo").text.contains("Gezien is niet akkoord."))
    #expect(try desk.run("conversation seen sanne --by sanne --json").text.contains("\"booking\":null"))
    try desk.run("conversation seen sanne --by sanne --change \"De datum klopt niet\"")
    #expect(try state(desk).contains("wijziging gevraagd"))
    #expect(try desk.run("conversation show sanne --by mo").text.contains("De datum klopt niet"))
  }

  @Test func `a dry run writes nothing`() throws {
    let desk = try Desk(.company)
    let made = try desk.converse("sanne", on: Day.fromToday(-9), "--agreement \"Lasmap bijwerken\"")
    let goal = try #require(
      try desk.run("goal add sanne \"TIG leren lassen\" --by mo --json").document(MadeDocument.self).goal)
    let id = try #require(made.agreements.first?.id)
    try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo")
    let dump = try desk.dump()

    for line in [
      "conversation plan sanne --on \(Day.fromToday(6)) --move --by mo", "conversation plan sanne --cancel --by mo",
      "conversation prepare sanne --answer tevreden=Goed --ready --by sanne", "conversation hold sanne --by mo",
      "conversation record sanne --topic terugblik=Goed --agreement Oefenen --done \(id) --level LAS-02=beheerst --by mo",
      "conversation seen sanne --agree --by sanne", "agreement add sanne Oefenen --by mo", "agreement done sanne \(id) --by mo",
      "agreement move sanne \(id) \(Day.fromToday(9)) --by mo", "agreement drop sanne \(id) --reason Klaar --by mo",
      "agreement step sanne \(id) Eerst --by mo", "goal add sanne MIG --by mo", "goal review sanne \(goal) reached --by mo",
    ] {
      try desk.run(line + " --dry-run")
      #expect(try desk.dump() == dump, "\(line)")
      let told = try desk.run(line + " --dry-run --json").text
      #expect(told.contains("\"booking\":null") && told.contains("\"dryRun\":true"), "\(line)")
    }
    #expect(try desk.dump() == dump)
  }

  private func rows(_ desk: Desk) throws -> [ConversationsDocument.Row] {
    try desk.run("conversation list sanne --by mo --json").document(ConversationsDocument.self).conversations
  }

  /// The list of conversations as people read it.
  private func state(_ desk: Desk) throws -> String { try desk.run("conversation list sanne --by mo").text }
}
