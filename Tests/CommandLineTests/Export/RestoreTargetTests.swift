import Foundation
import Testing

/// Where an export may be put, where it may come back, and by whom.
@Suite struct RestoreTargetTests {
  private static let restore = "restore uit --database nieuw.sqlite"

  @Test func `a database with bookings is never written over`() throws {
    let desk = try Desk(.samples)
    try desk.run("export uit")
    let dump = try desk.dump()
    for more in ["", " --dry-run", " --by ria"] {
      #expect(try desk.run("restore uit" + more, exit: 73).errorText.contains("heeft al boekingen"))
    }
    #expect(try desk.dump() == dump)
  }

  @Test(arguments: [
    "touch nieuw.sqlite", "cp leeg.sqlite nieuw.sqlite", "cp leeg.sqlite echt.sqlite; ln -s echt.sqlite nieuw.sqlite",
  ])
  func `a database in which nothing was booked is filled, or left as it was`(preparation: String) throws {
    let desk = try Desk(.samples)
    try desk.run("export uit")
    try OlderExportTests.database(version: OlderExportTests.newest, at: desk, "leeg.sqlite")
    try desk.tool("sh", "-c", preparation)
    let before = try desk.read("nieuw.sqlite")
    try desk.run(Self.restore + " --dry-run")
    try desk.tool("mv", "uit/goal.jsonl", "goal.jsonl")
    try desk.run(Self.restore, exit: 65)
    #expect(try desk.read("nieuw.sqlite") == before)
    try desk.tool("mv", "goal.jsonl", "uit/goal.jsonl")

    try desk.run(Self.restore)

    try desk.run("export weer --database nieuw.sqlite")
    #expect(try desk.files(of: "weer") == desk.files(of: "uit"))
    let isLink = preparation.contains("ln -s")
    #expect(try desk.tool("stat", "-c", "%F", "nieuw.sqlite").text == (isLink ? "symbolic link\n" : "regular file\n"))
    #expect(try desk.tool("stat", "-L", "-c", "%a", "nieuw.sqlite").text == "600\n")
  }

  @Test func `a file of another program is never written over`() throws {
    let desk = try Desk(.company)
    try desk.run("export uit")
    try desk.tool("sqlite3", "nieuw.sqlite", "create table recepten (naam text)")
    let before = try desk.read("nieuw.sqlite")
    #expect(try desk.run(Self.restore, exit: 74).errorText.contains("geen database van Vakmatrix"))
    #expect(try desk.read("nieuw.sqlite") == before)
  }

  @Test func `a folder that holds something is never exported into, and an empty one is`() throws {
    let desk = try Desk(.company)
    try desk.write("vol/oud.txt", "oud")
    try desk.tool("mkdir", "leeg")
    let names = try desk.names()
    try desk.run("export vol", exit: 73)
    try desk.run("export SampleData/README.md", exit: 73)
    try desk.run("export nergens/uit", exit: 73)
    try desk.run("export uit --database nergens.sqlite", exit: 66)
    #expect(try desk.names() == names)
    #expect(try desk.files(of: "vol").count == 1)
    try desk.run("export leeg/")
    #expect(try desk.files(of: "leeg").count > 30)
  }

  @Test(arguments: ["mo", "ineke", "karin", "t-014"]) func `both are for the administration`(who: String) throws {
    let desk = try Desk(.company)
    try desk.run("export uit --by ria")
    let names = try desk.names()
    #expect(try desk.run("export anders --by \(who)", exit: 77).bytes.isEmpty)
    for more in ["", " --dry-run"] { try desk.run(Self.restore + " --by \(who)" + more, exit: 77) }
    try desk.run(Self.restore + " --by niemand", exit: 66)
    #expect(try desk.names().subtracting(names).isEmpty)
    try desk.run(Self.restore + " --by ria")
  }
}
