import Foundation
import Testing

/// A record that was written down can be put right; what is not put right stays as it was.
@Suite struct RecordChangeTests {
  @Test func `putting one topic right keeps the rest of the record`() throws {
    let desk = try Desk(.samples)
    let said = "--topic knelpunten=Kantbank --topic terugblik=Alles --minutes 25 --level LAS-02=beheerst"
    let first = try desk.converse("sanne", on: Day.today, "\(said) --compliment Rustig --ambition medewerker=TIG")
    try desk.run("conversation record \(first.conversation) --by mo --topic terugblik=Bijna")

    let shown = try desk.run("conversation show sanne --by mo").text
    for words in ["Kantbank", "Bijna", "Rustig", "TIG", "25 minuten", "LAS-02"] { #expect(shown.contains(words), "\(words)") }
    #expect(!shown.contains("Alles"))
  }

  @Test func `what is said anew of a side takes the place of what was said of it`() throws {
    let desk = try Desk(.samples)
    let said = "--support medewerker=Lamp --support begeleider=Tijd --ambition medewerker=TIG"
    let first = try desk.converse("sanne", on: Day.today, said)
    try desk.run("conversation record \(first.conversation) --support medewerker=Lasbril --ambition medewerker=MIG --by mo")

    let shown = try desk.run("conversation show sanne --by mo").text
    for words in ["Lasbril", "Tijd", "MIG"] { #expect(shown.contains(words), "\(words)") }
    for words in ["Lamp", "TIG"] { #expect(!shown.contains(words), "\(words)") }
  }

  @Test func `a topic given without words goes`() throws {
    let desk = try Desk(.samples)
    let first = try desk.converse("sanne", on: Day.today, "--topic knelpunten=Kantbank --topic terugblik=Alles")
    try desk.run("conversation record \(first.conversation) --by mo --topic knelpunten=")

    let shown = try desk.run("conversation show sanne --by mo").text
    #expect(shown.contains("Alles"))
    #expect(!shown.contains("Kantbank"))
  }

  @Test func `a change that changes nothing leaves the akkoord as it was`() throws {
    let desk = try Desk(.samples)
    let first = try desk.converse("sanne", on: Day.today, "--topic terugblik=Alles --share")
    try desk.run("conversation seen sanne --agree --by sanne")
    let dump = try desk.dump()

    try desk.run("conversation record \(first.conversation) --share --by mo", exit: 64)
    #expect(try desk.dump() == dump)
    // Sharing no longer is a change.
    try desk.run("conversation record \(first.conversation) --by mo")
  }

  @Test func `a plan on which a record rests is not undone, and nothing is lost`() throws {
    let desk = try Desk(.samples)
    try desk.run("conversation plan sanne --on \(Day.today) --by mo")
    try desk.run("conversation hold sanne --by mo")
    try desk.run("conversation record sanne --topic terugblik=Alles --by mo")
    let dump = try desk.dump()

    #expect(try desk.run("undo b-0003 --by mo", exit: 1).errorText.contains("b-0003"))
    #expect(try desk.dump() == dump)
    for booking in ["b-0005", "b-0004", "b-0003"] { try desk.run("undo \(booking) --by mo") }
  }
}
