import Foundation
import Testing

/// What the program tells is what happened.
@Suite struct HonestOutcomeTests {
  @Test func `what is kept while somebody reads is told as kept`() throws {
    let desk = try Desk(.company)
    // A reader that holds its moment open until its input ends.
    let reader = try desk.startTool(
      ["sh", "-c", "(echo 'begin; select count(*) from booking;'; sleep 8) | sqlite3 vakmatrix.sqlite"])
    Thread.sleep(forTimeInterval: 0.5)

    let outcome = try desk.run("matrix set sanne BAS-01=aangeleerd --by mo")

    #expect(outcome.text.contains("Bewaard als boeking b-0002."))
    #expect(try desk.bookings().count == 2)
    _ = try reader.wait()
  }

  @Test func `data that cannot be written ends with 74`() throws {
    let desk = try Desk(.company)
    let outcome = try desk.tool("sh", "-c", "\"$0\" report hr > /dev/full", try Program.url.get().path)
    #expect(outcome.exit == 74)
    #expect(outcome.errorText.contains("Niet alles kon geschreven worden"))
  }

  @Test func `a report is never put in the place of the database`() throws {
    let desk = try Desk(.company)
    let before = try desk.dump()
    for name in ["vakmatrix.sqlite", "./vakmatrix.sqlite", "vakmatrix.sqlite.lock"] {
      try desk.run("report hr --format csv -o \(name)", exit: 73)
    }
    #expect(try desk.dump() == before)
  }

  @Test func `a report goes through a pipe and a link without replacing them`() throws {
    let desk = try Desk(.company)
    try desk.write("hr.csv", "oud")
    try FileManager.default.createSymbolicLink(atPath: desk.url("link.csv").path, withDestinationPath: desk.url("hr.csv").path)

    try desk.run("report hr -o link.csv")

    #expect(try desk.read("hr.csv").count > 1000)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: desk.url("link.csv").path) == desk.url("hr.csv").path)
  }

  @Test func `a second line that waits for an open question is told, and ends with 3`() throws {
    let desk = try Desk(.samples)
    let text = try Samples.text("Forms/" + Samples.unknownTask)
    let id = text.components(separatedBy: "<berichtid>")[1].components(separatedBy: "</berichtid>")[0]
    let form = text.components(separatedBy: "formulier id=\"")[1].components(separatedBy: "\"")[0]
    try desk.write(
      "next.xml",
      text.replacingOccurrences(of: id, with: messageID(77)).replacingOccurrences(of: "\"\(form)\"", with: "\"another-form\""))

    let outcome = try desk.run("import next.xml --json", exit: 3).document(ImportDocument.self)

    #expect(outcome.questions == 0)
    #expect(outcome.problems.map(\.code) == ["unknown_task"])
  }
}
