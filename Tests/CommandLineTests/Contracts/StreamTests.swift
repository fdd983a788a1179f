import Testing

@Suite struct StreamTests {
  @Test func `a form can come from standard input`() throws {
    let desk = try Desk(.company)
    let xml = Message(number: 1).xml

    #expect(try desk.run("check -", input: xml).text.hasPrefix("-: goed, 1 formulier."))
    try desk.run("import -", input: xml)

    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
  }

  @Test func `data goes to standard output and everything else to standard error`() throws {
    let desk = try Desk(.samples)
    let toFile = try desk.run("report hr -o hr.csv")
    let toStream = try desk.run("report hr -o -")
    #expect(toFile.bytes.isEmpty)
    #expect(toFile.errorText == "hr.csv staat klaar.\n")
    #expect(toStream.errorBytes.isEmpty)
    #expect(try desk.run("report hr -o hr.csv --quiet").errorBytes.isEmpty)
  }

  @Test func `the database can be named by an option or by the environment`() throws {
    let desk = try Desk()
    try desk.run("setup SampleData/company --database een.sqlite")
    try desk.run("setup SampleData/company", environment: ["VAKMATRIX_DATABASE": "twee.sqlite"])
    #expect(desk.has("een.sqlite"))
    #expect(desk.has("twee.sqlite"))
    #expect(!desk.has(Desk.databaseName))
    try desk.run("status", exit: 66)
    try desk.run("status", environment: ["VAKMATRIX_DATABASE": "twee.sqlite"])
  }

  @Test func `who acts can be named by the environment`() throws {
    let desk = try Desk(.company)
    try desk.run("matrix set sanne LAS-02=beheerst", environment: ["VAKMATRIX_BY": "mo"])
    #expect(try desk.cell("t-014", "LAS-02") != nil)
    try desk.run("status", exit: 77, environment: ["VAKMATRIX_BY": "karin"])
  }
}
