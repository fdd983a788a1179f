import Foundation
import Testing

/// An agreement is carried from conversation to conversation until somebody closes it.
@Suite struct AgreementLedgerTests {
  @Test func `carried three times and then kept, it counts three conversations`() throws {
    let desk = try Desk(.company)
    let id = try Self.made(desk, "--agreement \"Lasmap bijwerken | mo | \(Day.fromToday(-5)) | LAS-02\"", on: -40)
    for day in [-30, -20, -10] {
      #expect(try desk.converse("sanne", on: Day.fromToday(day)).untouched == [id])
    }

    let open = try #require(try desk.agreement(id))
    #expect((open.status, open.timesCarried, open.overdue, open.owner) == ("open", 3, true, "mo"))
    try desk.run("agreement done sanne \(id) --by mo")
    let done = try #require(try desk.agreement(id))
    #expect((done.status, done.closedOn, done.timesCarried, done.overdue) == ("done", Day.today, 3, false))
    try desk.run("agreement done sanne \(id) --by mo", exit: 66)
    #expect(try desk.run("agreement list sanne --by mo").text.contains("Er staan geen afspraken open."))
  }

  @Test func `in other words it is another agreement, that knows where it comes from`() throws {
    let desk = try Desk(.company)
    let first = try Self.made(desk, "--agreement \"Lasmap bijwerken | mo | \(Day.fromToday(30)) | LAS-02\"", on: -40)
    try desk.converse("sanne", on: Day.fromToday(-30))
    let second = try Self.made(desk, "--reword \"\(first)=Elke vrijdag de lasmap bijwerken\"", on: -20)
    let third = try Self.made(desk, "--reword \"\(second)=Lasmap elke dag | sanne\"", on: -10)

    let rows = try desk.agreements()
    #expect(rows.map(\.status) == ["reworded", "reworded", "open"])
    #expect(rows.map(\.rewordedInto) == [second, third, nil])
    #expect(rows.map(\.lineage) == [[], [first], [first, second]])
    #expect(rows.map(\.follows) == [nil, first, second])
    // The owner stays unless another is named; the day and the words of the last are its own.
    #expect(rows.map(\.owner) == ["mo", "mo", "t-014"])
    #expect(rows.map(\.dueOn) == Array(repeating: Day.fromToday(30), count: 3))
    // Only the conversation thirty days ago carried the first and left it as it was.
    #expect(rows.map(\.timesCarried) == [1, 1, 1])
    try desk.run("agreement done sanne \(first) --by mo", exit: 66)
    try desk.run("agreement done sanne \(third) --by sanne")
    #expect(try desk.agreements().map(\.status) == ["reworded", "reworded", "done"])
  }

  @Test func `past its day it is overdue, with another day it is not`() throws {
    let desk = try Desk(.company)
    let id = try Self.made(desk, "--agreement \"Lasmap bijwerken | mo | \(Day.fromToday(-1))\"", on: -9)
    let today = try Self.made(desk, "--agreement \"Bank opruimen | mo | \(Day.today)\"", on: -8)
    #expect(try desk.agreement(id)?.overdue == true)
    #expect(try desk.agreement(today)?.overdue == false)

    try desk.run("agreement move sanne \(id) \(Day.fromToday(1)) --by mo")

    let moved = try #require(try desk.agreement(id))
    #expect((moved.overdue, moved.dueOn, moved.status) == (false, Day.fromToday(1), "open"))
  }

  @Test func `a step is done by its number, and the agreement stays open`() throws {
    let desk = try Desk(.company)
    let id = try #require(try desk.run("agreement add sanne Oefenen --by mo --json").document(MadeDocument.self).agreement)
    for step in ["Plaat halen", "Apparaat instellen"] { try desk.run("agreement step sanne \(id) \"\(step)\" --by sanne") }

    try desk.run("agreement done sanne \(id) --step 2 --by sanne")

    let row = try #require(try desk.agreement(id))
    #expect(row.steps.map(\.text) == ["Plaat halen", "Apparaat instellen"])
    #expect(row.steps.map(\.done) == [false, true])
    #expect(row.status == "open")
    try desk.run("agreement step sanne \(id) \"\" --by sanne", exit: 64)
    for step in [0, 3, -1] { try desk.run("agreement done sanne \(id) --step=\(step) --by sanne", exit: 66) }
  }

  @Test func `what lapses needs a reason`() throws {
    let desk = try Desk(.company)
    let id = try #require(try desk.run("agreement add sanne Oefenen --by mo --json").document(MadeDocument.self).agreement)
    try desk.run("agreement drop sanne \(id) --reason \" \" --by mo", exit: 64)
    try desk.run("agreement drop sanne \(id) --reason Verhuisd --by mo")
    #expect(try desk.agreement(id)?.status == "dropped")
  }

  @Test func `one record says one thing of an agreement`() throws {
    let desk = try Desk(.company)
    let id = try Self.made(desk, "--agreement Oefenen", on: -9)
    try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo")
    let dump = try desk.dump()
    for twice in ["--done \(id) --done \(id)", "--done \(id) --drop \(id)=Oud", "--done \(id) --reword \(id)=Zagen"] {
      let told = try desk.run("conversation record sanne --by mo \(twice)", exit: 64)
      #expect(told.errorText.contains(id), "\(twice)")
    }
    #expect(try desk.dump() == dump)
  }

  @Test func `an agreement of the school keeps the school's id, and is closed here`() throws {
    let desk = try Desk(.samples)
    let open = try #require(try desk.agreement("A14-05"))
    #expect((open.status, open.source) == ("open", "form"))

    try desk.run("agreement done sanne A14-05 --by mo")

    #expect(try desk.agreement("A14-05")?.status == "done")
    #expect(try !desk.run("agreement list sanne --by mo").text.contains("A14-05"))
    try desk.run("undo \(try #require(try desk.bookings().first).booking) --by mo")
    #expect(try desk.agreement("A14-05")?.status == "open")
  }

  @Test func `an agreement of the school gets other words here`() throws {
    let desk = try Desk(.samples)
    let id = try Self.made(desk, "--reword \"A14-05=Zelf de bank plannen\"", on: 0)

    let (school, own) = (try #require(try desk.agreement("A14-05")), try #require(try desk.agreement(id)))
    #expect((school.status, school.rewordedInto) == ("reworded", id))
    #expect((own.source, own.follows, own.lineage) == ("conversation", "A14-05", ["A14-05"]))
    #expect(own.owner == school.owner && own.dueOn == school.dueOn)
  }

  @Test func `closed here, it stays closed when a later form says that it is open`() throws {
    let desk = try Desk(.samples)
    try desk.run("agreement done sanne A14-05 --on 2026-10-01 --by mo")
    let file = try #require(Samples.forms.last { try Samples.text("Forms/" + $0).contains("A14-05") })
    let text = try Samples.text("Forms/" + file)
    let later = text.replacing(/<berichtid>[^<]*/, with: "<berichtid>" + messageID(1)).replacing("2026-09-18", with: "2026-11-20")
      .replacing(/formulier id="[^"]*/) { $0.output + "-later" }
    try desk.write("later.xml", later)

    let done = try desk.start("import later.xml --json").wait().document(ImportDocument.self)

    #expect(done.booking == "b-0004" && done.agreements > 0)
    #expect(try desk.agreement("A14-05")?.status == "done")
    try desk.run("undo b-0003 --by mo")
    let open = try #require(try desk.agreement("A14-05"))
    #expect((open.status, open.timesCarried) == ("open", 3))
  }

  /// Writes a conversation down of so many days from today; gives the one agreement that was made in it.
  private static func made(_ desk: Desk, _ record: String, on day: Int) throws -> String {
    let made = try desk.converse("sanne", on: Day.fromToday(day), record)
    #expect(made.agreements.count == 1)
    return try #require(made.agreements.first).id
  }
}
