import Foundation
import Testing

@Suite struct StoppedImportTests {
  @Test func `Ctrl-C at any moment of an import leaves the store as it was, or the whole import`() throws {
    let desk = try Desk(.company)
    try desk.write("large.xml", LargeMessage.text)
    let before = try (bytes: desk.read(Desk.databaseName), dump: desk.dump())
    var whole = try Self.secondsOfWhole(at: desk)
    let (matrix, bookings) = try (desk.matrix(), desk.bookings().count)
    var chance = SeededChance(Seeds.first)
    var stopped = 0

    try desk.putDatabase(before.bytes)
    for number in 1...30 {
      let share = Double.random(in: 0.01..<1.1, using: &chance)
      let (outcome, seconds) = try Self.stop(at: desk, after: share * whole)
      if outcome.exit == 130 {
        stopped += 1
        #expect(outcome.errorText == "Gestopt. Er is niets half opgeslagen.\n")
        #expect(outcome.bytes.isEmpty)
        #expect(try desk.dump() == before.dump, "stop \(number) at \(share * whole) s")
      } else {
        // The signal came when the commit had begun: then it is finished and told.
        #expect(outcome.exit == 0, "stop \(number): \(outcome.errorText)")
        #expect(try desk.matrix() == matrix)
        #expect(try desk.bookings().count == bookings)
        try desk.putDatabase(before.bytes)
        // The machine is quieter than when the whole import was measured.
        whole = min(whole, seconds)
      }
    }
    print("Ctrl-C: \(stopped) of 30 before the commit, import of \(whole) s")
    #expect(stopped > 20)
  }

  @Test func `after a Ctrl-C the same import goes through`() throws {
    let desk = try Desk(.company)
    try desk.write("large.xml", LargeMessage.text)
    let (outcome, _) = try Self.stop(at: desk, after: 0.5)
    #expect(outcome.exit == 130)

    let document = try desk.run("import large.xml --json").document(ImportDocument.self)

    #expect(document.forms == LargeMessage.formCount)
    #expect(document.booking == "b-0002")
  }

  private static func secondsOfWhole(at desk: Desk) throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    let document = try desk.run("import large.xml --json").document(ImportDocument.self)
    #expect(document.forms == LargeMessage.formCount)
    return (clock.now - start) / .seconds(1)
  }

  private static func stop(at desk: Desk, after seconds: Double) throws -> (outcome: Outcome, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let running = try desk.start("import large.xml")
    Thread.sleep(forTimeInterval: seconds)
    running.interrupt()
    let outcome = try running.wait()
    return (outcome, (clock.now - start) / .seconds(1))
  }
}

/// One message of five thousand forms, a day's work of a large school: all trainees, all tasks, day after day.
private enum LargeMessage {
  static let formCount = 5000

  static let text: String = {
    let (trainees, tasks) = (rows("trainees.csv").filter { $0[9] == "roc-delta" && !$0[10].isEmpty }, rows("taken.csv"))
    let envelope = Message(number: 500).xml.components(separatedBy: "  <formulier")[0]
    let forms = (0..<formCount).map { index in
      let trainee = trainees[index % trainees.count]
      let task = tasks[index / trainees.count % tasks.count][0]
      return """
        <formulier id="f-\(index)"><soort>tussenbeoordeling</soort><gespreksdatum>\(day(index))</gespreksdatum>
        <deelnemer><identificatie soort="studentnummer">\(trainee[10])</identificatie><weergavenaam>\(trainee[3])</weergavenaam></deelnemer>
        <voortgang><taak code="\(task)"><oordeel rol="werkplekbegeleider"><niveau>\(index % 2 == 0 ? "V" : "G")</niveau></oordeel></taak></voortgang>
        </formulier>

        """
    }
    return envelope + forms.joined() + "</bericht>\n"
  }()

  private static func rows(_ file: String) -> [[String]] {
    let lines = ((try? Samples.text("company/" + file)) ?? "").components(separatedBy: "\n").dropFirst()
    return lines.map { $0.components(separatedBy: ";") }.filter { $0.count > 1 }
  }

  private static func day(_ index: Int) -> String {
    let (month, day) = (1 + index / 28 % 10, 1 + index % 28)
    return "2026-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
