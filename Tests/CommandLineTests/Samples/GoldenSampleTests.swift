import Foundation
import Testing

/// The samples are documentation: what each form does, and what the reports look like, stands beside them.
/// `UPDATE_GOLDEN=1 swift test` writes them anew, and the difference is read like code.
@Suite struct GoldenSampleTests {
  @Test(arguments: Samples.forms) func `each form does what stands beside it`(_ name: String) throws {
    let desk = try Desk(.company)
    let plan = try desk.start("import SampleData/Forms/\(name) --dry-run --no-color").wait()

    #expect([0, 3].contains(plan.exit), "\(plan.errorText)")
    let expected = "Forms/" + name.dropLast(".xml".count) + ".expected.txt"
    try expectGolden(Data((plan.text + plan.errorText).utf8), expected)
  }

  @Test(arguments: [
    ("report trainee sanne --by ineke", "sanne.html"), ("report trainee sanne --by ineke", "sanne.txt"),
    ("report trainee sanne --by ineke", "sanne.json"), ("report team noord", "noord.html"), ("report team noord", "noord.txt"),
    ("report team noord", "noord.json"), ("report hr", "hr.csv"), ("report hr", "hr.json"),
    ("report hr", "hr.html"), ("report hr --format csv-international", "hr-international.csv"),
    ("report school sanne --by mo", "retour-sanne.xml"), ("report school sanne --by mo", "retour-sanne.html"),
    ("report school sanne --by mo", "retour-sanne.txt"), ("report school sanne --by mo", "retour-sanne.json"),
    ("report school sanne --by mo --lang en", "retour-sanne.en.txt"),
  ]) func `each report is the one that stands in Reports`(_ command: String, _ file: String) throws {
    let desk = try Desk(.samples)
    try desk.run("\(command) --as-of 2026-11-20 -o \(file)")
    try expectGolden(try desk.read(file), "Reports/" + file)
  }

  @Test func `the wall is the one that stands in Reports, whenever it was talked over`() throws {
    let desk = try Desk(.samples)
    let wall = try desk.run("report wall noord --discussed --as-of 2026-11-20 --format html").text
    let talk = try #require(wall.firstMatch(of: /besproken op (\d+-\d+-\d+)/)).output.1
    try expectGolden(Data(wall.replacing(talk, with: "19-11-2026").utf8), "Reports/muur.html")
  }
}
