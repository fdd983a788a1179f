import Foundation
import Testing

/// A mark of a person is a record of its own: three people see it, no report holds it, no conversation takes it.
@Suite struct AssessmentTests {
  private static let dialect = """
    <dialect xmlns="urn:vakmatrix:dialect:1" versie="1" naam="Eindblad">
      <herken element="eindblad"/>
      <bericht school="'99ZZ'"/>
      <formulier bij="." id="'blad'" versie="@versie" soort="'eindbeoordeling'" datum="@dag" studentnummer="@nummer">
        <oordeel bij="werk" taak="@code" niveau="." rol="'praktijkopleider'"/>
        <beoordeling bij="cijfer" onderdeel="@over" waarde="." schaal="@schaal" rol="'leidinggevende'"/>
      </formulier>
      <schaal id="blad"><teken woord="V" niveau="aangeleerd"/></schaal>
    </dialect>
    """
  private static let form = """
    <eindblad dag="2026-11-13" nummer="0512345" versie="1">
      <werk code="LAS-04">V</werk>
      <cijfer schaal="1 tot 10">7,25</cijfer>
      <cijfer over="Samenwerken">Ruim bovengemiddeld</cijfer>
    </eindblad>
    """

  /// The sample company with the dialect, and the form as booking b-0002.
  private static func desk() throws -> Desk {
    let desk = try Desk(.company)
    try importMarks(at: desk)
    return desk
  }

  /// Imports a form with marks of Sanne.
  static func importMarks(at desk: Desk) throws {
    try desk.write("eigen/SchoolForms/blad/dialect.xml", dialect)
    try desk.write("blad.xml", form)
    try desk.run("import blad.xml --templates eigen")
  }

  @Test(arguments: ["t-014", "mo", "ineke"])
  func `the trainee, the werkplekbegeleider and the leidinggevende see the marks as the school wrote them`(who: String) throws {
    let desk = try Self.desk()

    let text = try desk.run("conversation assessments sanne --by \(who)").text
    #expect(text.contains("als geheel   7,25 (1 tot 10)"), "\(text)")
    #expect(text.contains("Samenwerken  Ruim bovengemiddeld"))
    #expect(text.contains("eindbeoordeling"))

    let line = "conversation assessments sanne --json --by \(who)"
    let document = try desk.run(line).document(AssessmentsDocument.self)
    #expect(document.assessments.map(\.value) == ["7,25", "Ruim bovengemiddeld"])
    #expect(document.assessments.map(\.scale) == ["1 tot 10", ""])
    #expect(document.assessments.map(\.part) == ["", "Samenwerken"])
    #expect(try desk.run(line.replacing("conversation assessments", with: "gesprek beoordelingen")).bytes == desk.run(line).bytes)
  }

  @Test(arguments: ["karin", "ria", "hatice", "anouk", "t-009"])
  func `to everybody else it is as if the trainee were not there`(who: String) throws {
    let desk = try Self.desk()
    let one = try desk.run("conversation assessments sanne --by \(who)", exit: 66)
    let other = try desk.run("conversation assessments xanne --by \(who)", exit: 66)
    #expect(one.bytes.isEmpty)
    #expect(one.errorText.replacing("sanne", with: "xanne") == other.errorText)
    try desk.run("conversation assessments sanne", exit: 64)
  }

  @Test(arguments: [
    "report hr --format csv --by karin", "report hr --format json --by karin", "report hr", "status --by ineke", "log",
    "log --json",
    "matrix show --json --by mo", "trainee show sanne --json --by mo", "report trainee sanne --format json --by mo",
    "report trainee sanne --format html --by ineke", "report trainee sanne", "report team Montage --format json",
    "matrix history sanne LAS-04 --by mo", "conversation list sanne --json --by mo", "inbox list --json",
  ])
  func `no report and no other command holds a mark`(line: String) throws {
    let text = try Self.desk().run(line).text
    for mark in ["7,25", "bovengemiddeld", "1 tot 10"] { #expect(!text.contains(mark), "\(line)") }
  }

  @Test func `a mark goes when its form is undone, and another takes its place when the form is corrected`() throws {
    let desk = try Self.desk()
    try desk.write("nieuw.xml", Self.form.replacing("versie=\"1\"", with: "versie=\"2\"").replacing("7,25", with: "8"))
    try desk.run("import nieuw.xml --templates eigen")
    #expect(try marks(at: desk) == ["8", "Ruim bovengemiddeld"])

    try desk.run("undo b-0003")
    #expect(try marks(at: desk) == ["7,25", "Ruim bovengemiddeld"])
    try desk.run("undo b-0002")
    #expect(try marks(at: desk) == [])
    #expect(try desk.run("conversation assessments sanne --by mo").text == "Er zijn nog geen beoordelingen van Sanne de Wit.\n")
    try desk.run("undo b-0005")
    #expect(try marks(at: desk) == ["7,25", "Ruim bovengemiddeld"])
  }

  @Test func `a dialect with a mark in a voortgangsgesprek imports nothing, and is told with its file and line`() throws {
    let desk = try Desk(.company)
    let text = Self.dialect.replacing("'eindbeoordeling'", with: "'voortgangsgesprek'")
    try desk.write("eigen/SchoolForms/blad/dialect.xml", text)
    try desk.write("blad.xml", Self.form)
    let dump = try desk.dump()

    for line in ["dialect check blad --templates eigen", "import blad.xml --templates eigen"] {
      let told = try desk.run(line, exit: 78).errorText
      #expect(told.contains("eigen/SchoolForms/blad/dialect.xml, regel 6: een ‘beoordeling’ hoort niet in een voortgangsgesprek"))
      #expect(told.contains("eindbeoordeling of tussenbeoordeling"))
    }
    #expect(try desk.dump() == dump)
  }

  private func marks(at desk: Desk) throws -> [String] {
    let document = try desk.run("conversation assessments sanne --json --by mo").document(AssessmentsDocument.self)
    return document.assessments.map(\.value)
  }
}

private struct AssessmentsDocument: Decodable {
  struct Assessment: Decodable {
    let part, value, scale: String
  }
  let assessments: [Assessment]
}
