import Testing

@Suite struct OutputTests {
  @Test(arguments: ["html", "txt", "json"])
  func `the format follows the name of the file`(format: String) throws {
    let desk = try Desk(.samples)

    try desk.run("report trainee sanne --by ineke --as-of 2026-11-20 -o sanne.\(format)")
    let told = try desk.run("report trainee sanne --by ineke --as-of 2026-11-20 --format \(format)").bytes

    #expect(try desk.read("sanne.\(format)") == told)
  }

  @Test func `a report that cannot be made there says so`() throws {
    let desk = try Desk(.samples)
    let outcome = try desk.run("report hr -o nergens/hr.csv", exit: 73)
    #expect(outcome.errorText.contains("De map van nergens/hr.csv is er niet."))
  }

  @Test func `a format that a report does not have is a mistyped command`() throws {
    let desk = try Desk(.samples)
    try desk.run("report hr -o hr.txt", exit: 64)
    try desk.run("report team Montage --format csv", exit: 64)
    #expect(!desk.has("hr.txt"))
  }

  @Test func `a format may be typed in capitals, and so may the paper`() throws {
    let desk = try Desk(.samples)
    #expect(try desk.run("report hr --format CSV").bytes == desk.run("report hr --format csv").bytes)
    try desk.run("report wall Montage --discussed --paper a4 --names First --format html -o muur.html --by joyce")
  }

  @Test func `a format under the name of another one is a mistyped command`() throws {
    let desk = try Desk(.samples)
    let outcome = try desk.run("report hr --format xlsx -o hr.csv", exit: 64)
    #expect(outcome.errorText.contains("‘xlsx’ past niet bij -o hr.csv."))
    #expect(!desk.has("hr.csv"))
    try desk.run("report hr --format csv-international -o hr.csv")
    try desk.run("report hr --format csv -o hr.txt.oud")
  }

  @Test(arguments: ["report trainee", "report school", "report school sanne --school roc-delta"])
  func `a report of nobody, or of one and all, says in Dutch who may be asked for`(line: String) throws {
    let outcome = try Desk(.samples).run(line + " --by ria", exit: 64)
    #expect(outcome.errorText.hasPrefix("Fout: "))
    #expect(!outcome.errorText.contains("‘’"))
  }
}
