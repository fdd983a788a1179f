import Foundation
import Testing

/// The doctor tells what is wrong with a database or with templates, and changes nothing.
@Suite struct DoctorTests {
  private struct Document: Decodable {
    struct Check: Decodable {
      let name, detail: String
      let ok: Bool
    }
    let schema: String
    let checks: [Check]
    let problems: [ProblemDocument]

    var wrong: [String] { checks.filter { !$0.ok }.map(\.name) }
  }

  @Test func `a good database is good in every respect, one line a checkup`() throws {
    let desk = try Desk(.samples)
    let before = try desk.read(Desk.databaseName)

    let seen = try desk.run("doctor")
    let document = try desk.run("doctor --json").document(Document.self)

    let lines = seen.text.split(separator: "\n")
    #expect(lines.count == document.checks.count + 1)
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("goed ") })
    #expect(lines.last == "Alles is in orde.")
    #expect(document.schema == "vakmatrix/doctor/1")
    #expect(document.wrong.isEmpty && document.problems.isEmpty)
    #expect(document.checks.first { $0.name == "messages" }?.detail == "35")
    #expect(try desk.read(Desk.databaseName) == before)
  }

  @Test func `a database that may only be read can be looked over`() throws {
    let desk = try Desk(.samples)
    // Rights stop root only when it gives up passing over them.
    let outcome = try desk.shell(
      """
      chmod 400 vakmatrix.sqlite
      $(test $(id -u) != 0 || echo setpriv --bounding-set=-dac_override,-dac_read_search) vakmatrix doctor
      """)
    #expect(outcome.exit == 0, "\(outcome.text)")
  }

  @Test func `flipped bytes in a page of a table are found, and nothing is changed`() throws {
    let desk = try Desk(.samples)
    var bytes = try desk.read(Desk.databaseName)
    // The header of the page on which the words of an agreement stand.
    let page = try #require(bytes.range(of: Data("Lasmap bijwerken".utf8))).lowerBound / 4096 * 4096
    for place in page..<(page + 8) { bytes[place] ^= 0x5A }
    try desk.putDatabase(bytes)

    let document = try desk.run("doctor --json", exit: 74).document(Document.self)

    #expect(document.wrong.contains("pages"))
    #expect(document.problems.contains { $0.code == "database_damaged" && $0.text.contains("Zet een reservekopie terug.") })
    #expect(try desk.read(Desk.databaseName) == bytes)
  }

  @Test func `a single byte of a kept message that changed is found by reading the message again`() throws {
    let desk = try Desk(.company)
    let message = Message(number: 7)
    try desk.write("form.xml", message.xml)
    try desk.run("import form.xml")
    var bytes = try desk.read(Desk.databaseName)
    let name = try #require(bytes.range(of: Data("<gespreksdatum>2026-11-18".utf8)))
    bytes[name.upperBound - 1] = UInt8(ascii: "7")
    try desk.putDatabase(bytes)

    let document = try desk.run("doctor --json", exit: 74).document(Document.self)

    #expect(document.wrong == ["messages"])
    #expect(document.problems.map(\.code) == ["message_differs"])
  }

  @Test(arguments: [
    ("drop table written_text", "tables"), ("alter table decision drop column verdict", "tables"),
    ("update hand_record set seen_on = 'gisteren'", "facts"), ("delete from form_reading", "references"),
    ("delete from schema_version", "version"),
  ])
  func `what no command could have written is found`(statement: String, check: String) throws {
    let desk = try Desk(.samples)
    try desk.run("matrix set sanne LAS-04=aangeleerd --by mo")
    try desk.tool("sqlite3", Desk.databaseName, statement)

    let document = try desk.run("doctor --json", exit: 74).document(Document.self)

    #expect(document.wrong.contains(check), "\(document.wrong)")
  }

  @Test func `a newer database is not judged, only told`() throws {
    let desk = try Desk(.company)
    try desk.tool("sqlite3", Desk.databaseName, "insert into schema_version values (99, 0)")
    let document = try desk.run("doctor --json", exit: 78).document(Document.self)
    #expect(document.wrong == ["version"])
    #expect(document.problems.map(\.code) == ["database_newer"])
  }

  @Test func `a database that is not there is told, and is not made`() throws {
    let desk = try Desk()
    #expect(try desk.run("doctor", exit: 66).text.contains("De database vakmatrix.sqlite is er niet."))
    #expect(!desk.has(Desk.databaseName))
  }

  @Test func `every fault of an own folder of templates is told at once`() throws {
    let desk = try Desk(.company)
    try desk.write("eigen/Texts/nl.txt", "level.beherst = kan het\nlevel.beheerst = {x\nsaid.via = {who}\n")
    try desk.write("eigen/Texts/en.txt", "level.beheerst\n")
    try desk.write("eigen/Reports/trainee.mustache", "<p>{{name}}</p>\n{{naam}} {{leeftijd}}\n")
    try desk.write("eigen/Reports/team.mustache", "<p>{{#attention}}{{title}}</p>\n")

    let document = try desk.run("doctor --templates eigen --json", exit: 78).document(Document.self)

    #expect(document.wrong == ["texts", "reports"])
    let told = document.problems.map { "\($0.file ?? "") \($0.line ?? 0) \($0.code)" }
    #expect(
      Set(told) == [
        "eigen/Texts/nl.txt 1 texts_faulty", "eigen/Texts/nl.txt 2 texts_faulty", "eigen/Texts/en.txt 1 texts_faulty",
        "eigen/Texts/nl.txt 0 texts_differ", "eigen/Reports/trainee.mustache 2 texts_faulty",
        "eigen/Reports/team.mustache 2 texts_faulty",
      ])
    #expect(document.problems.filter { $0.file == "eigen/Reports/trainee.mustache" }.count == 2)
  }

  @Test func `a broken template of a page is named with its line, and the server does not begin with it`() throws {
    let desk = try Desk(.company)
    try desk.write("eigen/Pages/task.mustache", "<h1>{{title}}</h1>\n{{words.task_niets}}\n{{naam}} {{{now}}}\n")
    try desk.write("eigen/Pages/help.mustache", "<p>{{#words.help_levels}}</p>\n")
    try desk.write("eigen/Pages/page.css", "p{margin:0}\n")
    let faults = [
      "eigen/Pages/help.mustache 2", "eigen/Pages/task.mustache 2", "eigen/Pages/task.mustache 3", "eigen/Pages/task.mustache 3",
    ]

    let document = try desk.run("doctor --templates eigen --json", exit: 78).document(Document.self)
    #expect(document.wrong == ["page_templates"])
    #expect(document.problems.map { "\($0.file ?? "") \($0.line ?? 0)" } == faults, "\(document.problems.map(\.text))")
    #expect(document.problems.allSatisfy { $0.code == "texts_faulty" })

    let refused = try desk.run("serve --port 0 --templates eigen", exit: 78).errorText
    #expect(refused.contains("eigen/Pages/task.mustache") && refused.contains("eigen/Pages/help.mustache"), "\(refused)")

    // A good one of one's own is no problem, also when it leaves things out.
    try desk.write(
      "eigen/Pages/task.mustache", "<h1>{{title}}</h1>\n{{#history}}<p>{{day}} {{words.help_levels}}</p>{{/history}}\n")
    try desk.write("eigen/Pages/help.mustache", "<h1>{{words.help_levels}}</h1>\n")
    #expect(try desk.run("doctor --templates eigen --json").document(Document.self).wrong.isEmpty)
  }

  @Test func `a school whose dialect is not there is found, until its folder is given`() throws {
    let desk = try Desk(.company)
    try desk.write("company/scholen.csv", "id;naam;dialect\nveste;Vakschool De Veste;leermeter\nroc-delta;ROC Delta;\n")
    try desk.run("setup company")

    let document = try desk.run("doctor --json", exit: 78).document(Document.self)

    #expect(document.wrong == ["dialects"])
    #expect(document.problems.map(\.code) == ["dialect_not_found"])
    #expect(document.problems[0].text.contains("Vakschool De Veste") && document.problems[0].text.contains("leermeter"))

    let dialect = try Samples.dialect("veste").replacing("element=\"leermeter\"", with: "element=\"meter\"")
    try desk.write("eigen/SchoolForms/leermeter/dialect.xml", dialect)
    let given = try desk.run("doctor --templates eigen --json", exit: 78).document(Document.self)
    #expect(given.problems.map(\.code) == ["dialect_faulty"], "only its sample is not there yet")
  }

  @Test func `a kept message in a dialect that is not at hand is no damage`() throws {
    let desk = try Desk(.company)
    try desk.run("import SampleData/NewSchool/praktijkkaart.xml --templates SampleData/NewSchool")
    for (line, checked) in [("doctor --json", "0"), ("doctor --json --templates SampleData/NewSchool", "1")] {
      let document = try desk.run(line).document(Document.self)
      #expect(document.checks.first { $0.name == "messages" }?.detail == checked)
    }
  }

  @Test(arguments: ["mo", "ineke", "karin", "t-014"]) func `the doctor is for the administration`(who: String) throws {
    let desk = try Desk(.company)
    #expect(try desk.run("doctor --by \(who)", exit: 77).bytes.isEmpty)
    try desk.run("doctor --by ria")
  }
}
