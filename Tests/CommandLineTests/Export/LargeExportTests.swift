import Foundation
import Testing

/// An export that takes a while.
@Suite struct LargeExportTests {
  @Test func `twenty thousand trainees come back byte for byte, in the memory that one company takes`() throws {
    let desk = try LargeCompany.desk(trainees: 20_000)
    let few = try Desk(.samples)
    var peaks: [String: (few: Double, many: Double)] = [:]
    for line in ["export uit", "restore uit --database terug.sqlite", "export uit-terug --database terug.sqlite"] {
      let (small, large) = try (few.measured("vakmatrix " + line), desk.measured("vakmatrix " + line))
      #expect(small.outcome.exit == 0 && large.outcome.exit == 0, "\(large.outcome.errorText)")
      peaks[line] = (small.peakMiB, large.peakMiB)
    }
    #expect(try desk.tool("diff", "-r", "uit", "uit-terug").exit == 0)
    #expect(try desk.tool("wc", "-l", "uit/trainee_version.jsonl").text.hasPrefix("20000 "))
    #expect(try desk.tool("wc", "-l", "uit/reading_line.jsonl").text.hasPrefix("20000 "))
    // A message of many pieces is one file again.
    #expect(try desk.tool("grep", "-c", "messages/000001.xml", "uit/message_piece.jsonl").text.utf8.count > 2, "ten or more")
    #expect(try desk.tool("cmp", "uit/messages/000001.xml", "groot.xml").exit == 0)
    // SQLite keeps up to 24 MiB of pages.
    for (line, peak) in peaks { #expect(peak.many < peak.few + 40, "\(line): \(peak)") }
  }

  @Test(arguments: ["export uit2", "restore uit --database terug.sqlite"])
  func `Ctrl-C at any moment leaves nothing, or all of it`(line: String) throws {
    let desk = try LargeCompany.desk(trainees: 2000)
    try desk.run("export uit")
    let names = try desk.names()
    let clock = ContinuousClock()
    let start = clock.now
    try desk.run(line)
    var whole = (clock.now - start) / .seconds(1)
    // The turn to write is left where it was taken, and the sums go with the database.
    let isResult = { (name: String) in !name.hasSuffix(".lock") && !name.hasSuffix("-sums") }
    let result = try desk.names().subtracting(names).filter(isResult)
    #expect(result.count == 1)
    var chance = SeededChance(Seeds.first)
    var stopped = 0
    for _ in 0..<12 {
      try desk.tool("sh", "-c", "rm -rf uit2 terug.sqlite*")
      let start = clock.now
      let running = try desk.start(line)
      Thread.sleep(forTimeInterval: Double.random(in: 0.05..<1, using: &chance) * whole)
      running.interrupt()
      let outcome = try running.wait()
      let left = try desk.names().subtracting(names).filter(isResult)
      if outcome.exit == 130 {
        stopped += 1
        #expect(left.isEmpty, "\(left)")
        #expect(outcome.errorText == "Gestopt. Er is niets half opgeslagen.\n")
        #expect(outcome.bytes.isEmpty)
      } else {
        #expect(outcome.exit == 0, "\(outcome.errorText)")
        #expect(left == result)
        // The machine is quieter than when the whole of it was measured.
        whole = min(whole, (clock.now - start) / .seconds(1))
      }
    }
    #expect(stopped > 4)
  }

  @Test func `what an ended restore left beside the database is found by the doctor`() throws {
    let desk = try LargeCompany.desk(trainees: 2000)
    try desk.run("export uit")
    let running = try desk.start("restore uit --database terug.sqlite")
    // The half-made database is there as soon as there is a second file that begins with its name.
    while try desk.names().filter({ $0.hasPrefix("terug.sqlite") }).isEmpty { Thread.sleep(forTimeInterval: 0.01) }
    running.kill()
    _ = try running.wait()
    #expect(!desk.has("terug.sqlite"))
    let left = try #require(try desk.names().first { $0.hasPrefix("terug.sqlite.restoring-") })
    #expect(try desk.tool("stat", "-c", "%a", left).text == "600\n")

    try desk.run("restore uit --database terug.sqlite")

    let said = try desk.run("doctor --database terug.sqlite").text
    #expect(said.contains(left) && said.contains("Haal het bestand weg"))
  }
}
