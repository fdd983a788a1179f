import Testing

@Suite struct SampleFormsTests {
  @Test(arguments: Samples.forms)
  func `each form of the samples is good, and checking it keeps nothing`(file: String) throws {
    let desk = try Desk()

    let text = try desk.run("check SampleData/Forms/\(file)").text

    #expect(text.contains("SampleData/Forms/\(file): goed, "))
    #expect(text.hasSuffix("1 bestand: 1 goed, 0 fout.\n"))
    #expect(!desk.has(Desk.databaseName))
  }

  @Test func `a folder is checked as a whole`() throws {
    let desk = try Desk()
    #expect(try desk.run("check SampleData/Forms").text.hasSuffix("35 bestanden: 35 goed, 0 fout.\n"))
  }
}
