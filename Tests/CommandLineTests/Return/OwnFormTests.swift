import Foundation
import Testing

/// The school's own form back, for each sample of each dialect: only what is filled in differs, by bytes and by canonical XML.
@Suite struct OwnFormTests {
  /// A sample with what stands in it and what stands in its place afterwards, in the order of the file.
  struct Sample: Sendable, CustomTestStringConvertible {
    let file, trainee: String
    let changes: [(before: String, after: String)]
    var testDescription: String { file + " " + trainee }

    init(_ file: String, _ trainee: String, _ changes: (before: String, after: String)...) {
      (self.file, self.trainee, self.changes) = (file, trainee, changes)
    }
  }

  static let samples = [
    Sample(
      "2026-04-17-tussen.xml", "t-028", ("<op>16-4-2026</op>", "<op>20-11-2026</op>"),
      ("<score wie=\"po\">O</score>", "<score wie=\"po\">G</score>")),
    Sample(
      "2026-04-17-tussen.xml", "t-029", ("<op>17-4-2026</op>", "<op>20-11-2026</op>"),
      ("<titel>Meten</titel>\n      <score wie=\"po\">V</score>", "<titel>Meten</titel>\n      <score wie=\"po\">G</score>")),
    Sample(
      "2026-10-02-eind.xml", "t-028", ("<v:op>1-10-2026</v:op>", "<v:op>20-11-2026</v:op>"),
      ("<v:score wie=\"po\">V</v:score>", "<v:score wie=\"po\">G</v:score>")),
    Sample(
      "2026-06-05-halverwege.xfdf", "t-032", ("<value>5-6-2026</value>", "<value>20-11-2026</value>"),
      ("<value>Met hulp</value>", "<value>Zelfstandig</value>"),
      ("<field name=\"taak.ONH-03.oordeel\"/>", "<field name=\"taak.ONH-03.oordeel\"><value>Met hulp</value></field>")),
    Sample(
      "2026-11-06-einde-zonder-naamruimte.xfdf", "t-033", ("<value>06/11/2026</value>", "<value>20/11/2026</value>"),
      ("<field name=\"taak.ONH-01.oordeel\"><value>Met hulp", "<field name=\"taak.ONH-01.oordeel\"><value>Zelfstandig")),
    Sample(
      "2026-06-19-matrix.xml", "t-034", ("2026-06-18T00:00:00.000", "2026-11-20T00:00:00.000"),
      (
        "<Cell><Data ss:Type=\"String\">a</Data></Cell>\n    <Cell ss:Index=\"8\">",
        "<Cell><Data ss:Type=\"String\">b</Data></Cell>\n    <Cell ss:Index=\"8\">"
      )),
    Sample(
      "2026-06-19-matrix.xml", "t-035", ("2026-06-19T00:00:00.000", "2026-11-20T00:00:00.000"),
      (
        "<Data ss:Type=\"String\">a</Data></Cell>\n    <Cell ss:Index=\"7\">",
        "<Data ss:Type=\"String\">b</Data></Cell>\n    <Cell ss:Index=\"7\">"
      ),
      ("<Data ss:Type=\"String\">k</Data>", "<Data ss:Type=\"String\">a</Data>")),
    Sample(
      "2026-11-13-matrix.xml", "t-034", ("2026-11-12T00:00:00.000", "2026-11-20T00:00:00.000"),
      ("<Cell><Data ss:Type=\"String\">a</Data></Cell>", "<Cell><Data ss:Type=\"String\">b</Data></Cell>")),
    Sample(
      "2026-09-04-voortgang.xml", "t-030",
      ("stap=\"3,0\" door=\"begeleider\"", "stap=\"4\" door=\"begeleider\" gezien=\"10-11-2026\""),
      ("stap=\"2,5\" door=\"begeleider\"", "stap=\"4\" door=\"begeleider\" gezien=\"18-11-2026\"")),
    Sample(
      "2026-09-04-voortgang.xml", "t-031",
      ("stap=\"1,0\" door=\"begeleider\"", "stap=\"2\" door=\"begeleider\" gezien=\"18-11-2026\"")),
    // Of Renée's visit the form says all that is known: it goes back as it came.
    Sample("2026-11-12-bezoek.xml", "t-030"),
  ]

  @Test(arguments: samples) func `only what is filled in differs, and we read it again as our own levels`(_ sample: Sample) throws
  {
    let desk = try Self.desk()
    try desk.run("report school \(sample.trainee) --own-form --message \(sample.file) --as-of 2026-11-20 -o terug.xml --by bart")

    // Signs of one byte each, so that every byte counts whatever the encoding.
    let path = try #require(Samples.dialectForms.first { $0.hasSuffix("/" + sample.file) })
    let original = try Data(contentsOf: URL(fileURLWithPath: path))
    let text = try #require(String(data: original, encoding: .isoLatin1))
    var expected = text
    for change in sample.changes {
      let place = try #require(expected.range(of: change.before), "\(change.before)")
      expected.replaceSubrange(place, with: change.after)
    }
    #expect(try desk.read("terug.xml") == expected.data(using: .isoLatin1))

    // The same by the canonical form of both, which libxml2 makes.
    try desk.write("heen.xml", original)
    let (there, back) = (try Self.canonical("heen.xml", at: desk), try Self.canonical("terug.xml", at: desk))
    let difference = back.difference(from: there)
    #expect(difference.insertions.count >= sample.changes.count && difference.removals.count <= sample.changes.count)
    #expect(sample.changes.isEmpty == difference.isEmpty)

    // Another company reads the same levels from it as we have.
    let second = try Desk(.company)
    try second.write("terug.xml", try desk.read("terug.xml"))
    _ = try second.start("import terug.xml").wait()
    let ours = try Self.levels(of: sample.trainee, at: desk)
    let theirs = try Self.levels(of: sample.trainee, at: second)
    #expect(!theirs.isEmpty)
    for (task, level) in theirs { #expect(ours[task] == level, "\(task)") }
  }

  @Test func `every sample of every dialect is among them`() {
    let files = Set(Samples.dialectForms.map { String($0.split(separator: "/").last ?? "") })
    #expect(files == Set(Self.samples.map(\.file)))
  }

  @Test func `the newest form is taken, and the file of other students is told`() throws {
    let desk = try Self.desk()
    let newest = try desk.run("report school t-028 --own-form --as-of 2026-11-20 --by bart")
    #expect(newest.text.contains("KOG-2026-1002"))
    #expect(newest.errorText.contains("1 oordeel ingevuld in het formulier van Koggeland College."))

    let earlier = try desk.run("rapport school t-028 --eigen-formulier --bericht KOG-2026-0417 --as-of 2026-11-20 --by bart")
    #expect(earlier.text.contains("KOG-2026-0417"))
    #expect(earlier.errorText.contains("Er staan ook gegevens van 1 andere student in."))
    // As of a day before the later form, the earlier is the newest.
    #expect(try desk.run("report school t-028 --own-form --as-of 2026-09-01").text.contains("KOG-2026-0417"))
  }

  @Test(arguments: ["-o terug.pdf", "--format json -o terug.xml", "--format html"])
  func `it is given in no other format than its own`(asked: String) throws {
    let desk = try Self.desk()
    let outcome = try desk.run("report school t-028 --own-form --by bart " + asked, exit: 64)
    #expect(outcome.bytes.isEmpty && !desk.has("terug.pdf") && !desk.has("terug.xml"))
    try desk.run("report school t-028 --own-form --by bart -o terug.xfdf")
  }

  @Test func `a level that cannot be written ends with 3 and a list`() throws {
    let desk = try Self.desk()
    let dialect = try Samples.dialect("koggeland").replacing(
      "<teken woord=\"G\" niveau=\"beheerst\"/>", with: "<teken woord=\"G\" niveau=\"aangeleerd\"/>")
    try desk.write("eigen/SchoolForms/koggeland/dialect.xml", dialect)
    let line = "report school t-028 --own-form --message tussen --as-of 2026-11-20 --templates eigen --by bart -o terug.xml"
    let outcome = try desk.run(line, exit: 3)
    #expect(outcome.errorText.contains("taak LAS-02: Koggeland College heeft geen woord dat precies ‘beheerst’ betekent."))
    #expect(try String(decoding: desk.read("terug.xml"), as: UTF8.self).contains("<score wie=\"po\">O</score>"))
  }
}

extension OwnFormTests {
  private static let prepared = Result {
    let desk = try Desk(.company)
    for file in Samples.dialectForms { _ = try desk.start("import \(file)").wait() }
    for line in [
      "t-028 LAS-02=beheerst", "t-029 BAS-02=beheerst", "t-032 ONH-03=aangeleerd ONH-02=beheerst", "t-033 ONH-01=beheerst",
      "t-034 VER-03=beheerst", "t-035 VER-06=aangeleerd", "t-030 PLA-05=beheerst", "t-031 PLA-01=aangeleerd",
    ] {
      try desk.run("matrix set \(line) --on 2026-11-18 --by bart")
    }
    return try desk.read(Desk.databaseName)
  }

  /// The forms of four schools, and what was seen since.
  private static func desk() throws -> Desk {
    let desk = try Desk()
    try desk.putDatabase(try prepared.get())
    return desk
  }

  /// The tags and texts of the canonical XML of a file, one after the other.
  private static func canonical(_ file: String, at desk: Desk) throws -> [String] {
    let outcome = try desk.tool("xmllint", "--nonet", "--c14n", file)
    #expect(outcome.exit == 0, "\(outcome.errorText)")
    return outcome.text.replacing(">", with: ">\u{1}").replacing("<", with: "\u{1}<").split(separator: "\u{1}").map(String.init)
  }

  private struct Cells: Decodable {
    struct Cell: Decodable {
      let task, level: String
      let without: String?
      let lastSeenOn: String?
    }
    let cells: [Cell]
  }

  private static func levels(of trainee: String, at desk: Desk) throws -> [String: String] {
    let cells = try desk.run("matrix show \(trainee) --as-of 2026-11-20 --json").document(Cells.self).cells
    let seen = cells.filter { $0.lastSeenOn != nil || $0.without != nil }
    return Dictionary(uniqueKeysWithValues: seen.map { ($0.task, $0.without ?? $0.level) })
  }
}
