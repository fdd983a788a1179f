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
    #expect(outcome.errorText.contains("nergens/hr.csv kan niet gemaakt worden"))
  }

  @Test func `a format that a report does not have is a mistyped command`() throws {
    let desk = try Desk(.samples)
    try desk.run("report hr -o hr.txt", exit: 64)
    try desk.run("report team Montage --format csv", exit: 64)
    #expect(!desk.has("hr.txt"))
  }
}
