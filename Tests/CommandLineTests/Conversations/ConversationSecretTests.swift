import Foundation
import Testing

/// A sentence in every place where words are written of a conversation leaves the conversation table nowhere.
@Suite struct ConversationSecretTests {
  private static let secret = "GEHEIM-Zeepaardje"

  @Test func `nothing that HR may read has a word of it, nor what HR is refused`() throws {
    let desk = try Self.desk()
    for line in ["report hr", "report hr --json", "report hr --format csv", "report hr --format json"] {
      try Self.expectClean(try desk.run(line + " --by karin"), line)
    }
    for line in Self.lines {
      let outcome = try desk.start(line + " --by karin").wait()
      #expect([66, 77].contains(outcome.exit) && outcome.bytes.isEmpty, "\(line)")
      #expect(!outcome.errorText.contains(Self.secret), "\(line)")
    }
  }

  @Test func `no file for HR, no wall and no matrix of a team has a word of it, however it is packed`() throws {
    let desk = try Self.desk()
    for line in SecretFiles.commands {
      let file = String(line.split(separator: " ").last ?? "")
      try desk.run(line)
      try SecretFiles.expectClean(of: Self.secret, file, at: desk, line)
    }
  }

  @Test(arguments: [" --by ria", ""])
  func `the administration reads levels and bookings, and no word of it`(who: String) throws {
    let desk = try Self.desk()
    for line in Self.lines + ["report hr", "report hr --json", "report trainee sanne", "report team \"Werkplaats Noord\""] {
      try Self.expectClean(try desk.run(line + who), line)
    }
  }

  @Test func `a colleague of the team reads the levels, and no word of it`() throws {
    let desk = try Self.desk()
    for line in Self.lines where !line.hasPrefix("matrix history") {
      try Self.expectClean(try desk.run(line + " --by hatice"), line)
    }
  }

  @Test func `those who were there read each of them`() throws {
    let desk = try Self.desk()
    let shown = try desk.run("conversation show c-0003.1 --by sanne").text
    let agreements = try desk.run("agreement list sanne --all --by sanne").text
    let goals = try desk.run("goal list sanne --all --by sanne").text
    #expect(shown.components(separatedBy: Self.secret).count > ConversationTopicCodes.all.count + 4)
    #expect(agreements.components(separatedBy: Self.secret).count > 3)
    #expect(goals.contains(Self.secret))
  }

  private static let lines: [String] = {
    let lines = ["status", "log", "matrix show", "matrix history sanne LAS-02", "matrix coverage", "trainee route sanne"]
    return lines + lines.map { $0 + " --json" }
  }()

  private static func expectClean(_ outcome: Outcome, _ line: String) throws {
    #expect(!outcome.bytes.isEmpty, "\(line)")
    #expect(!(outcome.text + outcome.errorText).contains(secret), "\(line)")
  }

  /// A desk with the secret in every field of words, each numbered, so that the database holds them all.
  private static func desk() throws -> Desk {
    let desk = try Desk(.samples)
    var count = 0
    func next() -> String {
      count += 1
      return "\(secret)-\(count)"
    }
    try desk.run("conversation plan sanne --on \(Day.fromToday(5)) --by mo")
    for question in ["tevreden", "energie", "afspraak", "nodig"] {
      try desk.run("conversation prepare sanne --by sanne --answer \(question)=\(next()) --ready")
    }
    for question in ["goed", "beter", "voorstel"] {
      try desk.run("conversation prepare sanne --by mo --answer \(question)=\(next()) --ready")
    }
    var record = "conversation record sanne --by mo --json --minutes 25 --level LAS-02=beheerst"
    for topic in ConversationTopicCodes.all { record += " --topic \(topic)=\(next())" }
    record += " --compliment \(next()) --compliment LAS-02:\(next())"
    record += " --support medewerker=\(next()) --support begeleider=\(next())"
    record += " --ambition medewerker=\(next()) --ambition organisatie=\(next()) --obstacle \(next())"
    for _ in 0..<3 { record += " --agreement \(next())" }
    let made = try desk.run(record).document(RecordDocument.self)
    #expect(made.conversation == "c-0003.1" && made.agreements.count == 3)
    try desk.run(
      "conversation record c-0003.1 --by mo --reword \(made.agreements[0].id)=\(next()) --drop \(made.agreements[1].id)=\(next())"
        + ConversationTopicCodes.all.map { " --topic \($0)=\(next())" }.joined() + " --compliment \(next())"
        + " --support medewerker=\(next()) --ambition organisatie=\(next())")
    try desk.run("agreement step sanne \(made.agreements[2].id) \(next()) --by sanne")
    try desk.run("agreement add sanne \(next()) --by sanne")
    try desk.run("goal add sanne \(next()) --result LAS-04=beheerst@\(Day.fromToday(60)) --by mo")
    try desk.run("conversation seen c-0003.1 --change \(next()) --by sanne")
    try desk.run("matrix set sanne LAS-04=aangeleerd --note \(next()) --by mo")
    try desk.run("trainee replan sanne LAS-04=90 --reason \(next()) --by mo")
    let dump = String(decoding: try desk.dump(), as: UTF8.self)
    for number in 1...count { #expect(dump.contains("\(secret)-\(number)'"), "\(number)") }
    return desk
  }
}

/// The topics of the canonical form.
enum ConversationTopicCodes {
  static let all = [
    "terugblik", "voortgang", "doelen", "resultaten", "samenwerking", "knelpunten", "ondersteuning", "feedback", "ambities",
    "rol_begeleider", "overig",
  ]
}
