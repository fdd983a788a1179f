import Foundation
import Testing

@Suite struct DatabaseFileTests {
  @Test func `the database is for its owner alone`() throws {
    let desk = try Desk()
    try desk.run("setup SampleData/company")
    let attributes = try FileManager.default.attributesOfItem(atPath: desk.url(Desk.databaseName).path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test(arguments: ["status", "import SampleData/Forms", "matrix set sanne LAS-02=beheerst --by mo", "setup SampleData/company"])
  func `a newer database is refused with a sentence and left as it is`(line: String) throws {
    let desk = try Desk(.company)
    try desk.tool("sqlite3", Desk.databaseName, "insert into schema_version values (99, 0)")
    let dump = try desk.dump()

    let outcome = try desk.run(line, exit: 78)

    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errorText.contains("De database is van versie 99"))
    #expect(outcome.errorText.contains("Gebruik een nieuwer programma."))
    #expect(try desk.dump() == dump)
  }

  @Test(arguments: ["status", "import SampleData/Forms", "setup SampleData/company"])
  func `a damaged database is refused with a sentence and left as it is`(line: String) throws {
    let desk = try Desk(.company)
    var bytes = try desk.read(Desk.databaseName)
    bytes.replaceSubrange(100..<bytes.count, with: Data(repeating: 0x5A, count: bytes.count - 100))
    try desk.putDatabase(bytes)

    let outcome = try desk.run(line, exit: 74)

    #expect(outcome.errorLines.count == 1)
    #expect(try desk.read(Desk.databaseName) == bytes)
  }

  @Test(arguments: ["status", "setup SampleData/company"])
  func `a file of another program is never written to`(line: String) throws {
    let desk = try Desk()
    try desk.tool("sqlite3", Desk.databaseName, "create table recepten (naam text)")
    let bytes = try desk.read(Desk.databaseName)

    let outcome = try desk.run(line, exit: 74)

    #expect(outcome.errorText.contains("geen database van Vakmatrix"))
    #expect(try desk.tool("sqlite3", Desk.databaseName, ".schema").text == "CREATE TABLE recepten (naam text);\n")
    #expect(try desk.read(Desk.databaseName) == bytes)
  }

  @Test func `a database that is not there is not made by looking`() throws {
    let desk = try Desk()
    for line in ["status", "import SampleData/Forms", "log"] { try desk.run(line, exit: 66) }
    #expect(!desk.has(Desk.databaseName))
  }
}
