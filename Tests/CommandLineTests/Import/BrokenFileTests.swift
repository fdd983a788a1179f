import Foundation
import Testing

@Suite struct BrokenFileTests {
  @Test func `one broken file among forty good ones and nothing is kept`() throws {
    let desk = try Self.deskWithFortyAndOneBroken()
    let dump = try desk.dump()

    let outcome = try desk.run("import forms --json", exit: 65)

    let error = try outcome.errorDocument()
    let problem = try #require(error.problems.first)
    #expect(outcome.bytes.isEmpty)
    #expect(error.exit == 65)
    #expect(error.problems.allSatisfy { $0.file == "forms/17-broken.xml" })
    #expect(!problem.code.isEmpty)
    #expect(problem.line == Self.brokenLine)
    #expect(problem.text.contains("regel \(Self.brokenLine)"))
    #expect(try desk.dump() == dump)
  }

  @Test func `with keep-going the forty are kept and the exit is still 65`() throws {
    let desk = try Self.deskWithFortyAndOneBroken()

    let outcome = try desk.run("import forms --keep-going --json", exit: 65)

    let document = try outcome.document(ImportDocument.self)
    #expect(document.forms == 40)
    #expect(document.messages == 40)
    #expect(document.booking == "b-0002")
    let problem = try #require(document.problems.first { $0.severity == "error" })
    #expect(problem.file == "forms/17-broken.xml")
    #expect(problem.line == Self.brokenLine)
    let whole = try Desk(.company)
    try whole.run("import SampleData/Forms/\(Samples.fortyForms)")
    #expect(try desk.matrix() == whole.matrix())
  }

  @Test func `all faults of all files are told at once`() throws {
    let desk = try Self.deskWithFortyAndOneBroken()
    let good = try Samples.fortyMessages()[3]
    try desk.write("forms/18-broken.xml", good.replacing("<soort>", with: "<soort>on"))

    let files = try desk.run("import forms --json", exit: 65).errorDocument().problems.map(\.file)

    #expect(Set(files) == ["forms/17-broken.xml", "forms/18-broken.xml"])
  }

  @Test func `a refused file leaves nothing in the inbox`() throws {
    let desk = try Desk(.company)
    let unknown = Message(number: 1, studentNumber: "0999999", lines: [.init("SLIJP-2", "G"), .init("LAS-02", "ONBEKEND")])
    try desk.write("unknown.xml", unknown.xml)

    try desk.run("import unknown.xml", exit: 65)

    #expect(try desk.inbox().isEmpty)
  }

  /// The line of the level that is no level of the message's scale.
  private static let brokenLine = 40

  private static func deskWithFortyAndOneBroken() throws -> Desk {
    let desk = try Desk(.company)
    let messages = try Samples.fortyMessages()
    for (index, message) in messages.enumerated() { try desk.write("forms/\(10 + index).xml", message) }
    var lines = messages[0].replacing(messageID(0), with: messageID(99)).components(separatedBy: "\n")
    #expect(lines[brokenLine - 1].contains("<niveau>"))
    lines[brokenLine - 1] = lines[brokenLine - 1].replacing("<niveau>", with: "<niveau>Z")
    try desk.write("forms/17-broken.xml", lines.joined(separator: "\n"))
    return desk
  }
}
