import Foundation
import Testing

/// Who takes no part in the conversations with a trainee finds none.
@Suite struct ConversationAccessTests {
  /// Every command about conversations and what follows from them; WHO is a trainee.
  private static let lines = [
    "conversation plan WHO", "conversation plan WHO --cancel", "conversation plan WHO --move", "conversation prepare WHO",
    "conversation prepare WHO --answer tevreden=Ja --ready", "conversation hold WHO",
    "conversation record WHO --topic terugblik=Goed", "conversation seen WHO", "conversation seen WHO --agree",
    "conversation show WHO", "conversation list WHO", "report conversation WHO", "report conversation WHO --format html",
    "agreement list WHO", "agreement add WHO Oefenen", "agreement done WHO a-0004.3", "agreement drop WHO a-0004.3 --reason Oud",
    "agreement move WHO a-0004.3 2099-01-01", "agreement step WHO a-0004.3 Eerst", "goal list WHO", "goal add WHO MIG",
    "goal review WHO d-0005.1 reached",
  ]

  @Test(arguments: ["hatice", "karin", "ria", "t-018"])
  func `others are answered as if there were no such trainee`(person: String) throws {
    let desk = try Self.desk()
    let dump = try desk.dump()
    let pairs = [("t-014", "t-999"), ("sanne", "xanne"), ("00412", "99412")]
    for (index, line) in Self.lines.enumerated() {
      let (there, nowhere) = pairs[index % pairs.count]
      let one = try desk.run(line.replacing("WHO", with: there) + " --by \(person)", exit: 66)
      let other = try desk.run(line.replacing("WHO", with: nowhere) + " --by \(person)", exit: 66)
      #expect(one.errorText.replacing(there, with: nowhere) == other.errorText, "\(line)")
      #expect(one.bytes.isEmpty && !one.errorText.contains("Wit"), "\(line)")
    }
    #expect(try desk.dump() == dump)
  }

  @Test(arguments: ["hatice", "karin", "ria", "t-018"])
  func `others are answered as if there were no such conversation`(person: String) throws {
    let desk = try Self.desk()
    let dump = try desk.dump()
    for line in Self.lines where line.hasPrefix("conversation") || line.hasPrefix("report") {
      let one = try desk.run(line.replacing("WHO", with: "c-0003.1") + " --by \(person)", exit: 66)
      let other = try desk.run(line.replacing("WHO", with: "c-0099.1") + " --by \(person)", exit: 66)
      #expect(one.errorText.replacing("c-0003.1", with: "c-0099.1") == other.errorText, "\(line)")
      #expect(one.bytes.isEmpty, "\(line)")
    }
    #expect(try desk.dump() == dump)
  }

  @Test(arguments: ["hatice", "karin", "ria", "t-018"])
  func `the lists of others have nothing of it`(person: String) throws {
    let desk = try Self.desk()
    for line in ["conversation list", "agreement list --all"] {
      for line in [line, line + " --json"] {
        let told = try desk.run(line + " --by \(person)").text
        #expect(!told.contains("c-0003.1") && !told.contains("a-0004.3") && !told.contains("t-014"), "\(line)")
      }
    }
  }

  @Test func `nobody in particular takes part in nothing`() throws {
    let desk = try Self.desk()
    let dump = try desk.dump()
    for line in Self.lines {
      let one = try desk.run(line.replacing("WHO", with: "sanne"), exit: 64)
      let other = try desk.run(line.replacing("WHO", with: "xanne"), exit: 64)
      #expect(one.errorText == other.errorText, "\(line)")
      #expect(one.bytes.isEmpty, "\(line)")
    }
    for line in ["conversation list", "agreement list"] { try desk.run(line, exit: 64) }
    #expect(try desk.dump() == dump)
  }

  @Test func `the leidinggevende sees that it was held, and no words of it`() throws {
    let desk = try Self.desk()
    let list = try desk.run("conversation list sanne --by ineke --json").document(ConversationsDocument.self).conversations
    let row = try #require(list.first { $0.conversation == "c-0003.1" })
    #expect(row.held && !row.shared)
    for line in Self.reading {
      let told = try desk.run(line + " --by ineke")
      #expect(!(told.text + told.errorText).contains("GEHEIM"), "\(line)")
      #expect(!told.bytes.isEmpty)
    }
    #expect(try desk.run("conversation show c-0003.1 --by ineke").text.contains("Het verslag is niet met je gedeeld."))
  }

  @Test func `what is shared, the leidinggevende reads`() throws {
    let desk = try Self.desk(share: true)
    for line in Self.reading { #expect(try desk.run(line + " --by ineke").text.contains("GEHEIM"), "\(line)") }
    let list = try desk.run("conversation list sanne --by ineke --json").document(ConversationsDocument.self).conversations
    #expect(list.first { $0.conversation == "c-0003.1" }?.shared == true)
  }

  @Test func `a later version that is not shared takes the words back`() throws {
    let desk = try Self.desk(share: true)
    try desk.run("conversation record c-0003.1 --topic terugblik=GEHEIM-Anders --by mo")
    for line in Self.reading { #expect(try !desk.run(line + " --by ineke").text.contains("GEHEIM"), "\(line)") }
  }

  private static let reading = [
    "conversation show c-0003.1", "conversation show sanne", "conversation show sanne --json", "report conversation sanne",
    "report conversation sanne --format html", "report conversation sanne --format json",
  ]

  /// A desk where c-0003.1 was held with Sanne: agreement a-0004.3, and d-0005.1 as a goal after it.
  private static func desk(share: Bool = false) throws -> Desk {
    let desk = try Desk(.samples)
    try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo")
    let record = "conversation record sanne --by mo --topic terugblik=GEHEIM-Terug --agreement GEHEIM-Afspraak"
    let made = try desk.run(record + (share ? " --share" : "") + " --json").document(RecordDocument.self)
    #expect(made.conversation == "c-0003.1")
    let goal = try desk.run("goal add sanne MIG --by mo --json").document(MadeDocument.self).goal
    #expect(goal == "d-0005.1")
    return desk
  }
}
