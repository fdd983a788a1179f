import Foundation
import Testing

@Suite struct DialectCommandTests {
  @Test func `every dialect that comes along says what it should`() throws {
    let desk = try Desk()
    let text = try desk.run("dialect check").text
    for school in Samples.schools { #expect(text.contains("\(school): goed, 2 voorbeelden")) }
    #expect(try desk.run("dialect controleer veste --json").text.contains(#""name":"veste","samples":2,"good":true"#))
  }

  @Test func `the list names each dialect with the schools that use it`() throws {
    let desk = try Desk(.company)
    let text = try desk.run("dialect lijst").text
    #expect(text.contains("koggeland") && text.contains("Koggeland College"))
    #expect(try desk.run("dialect list --json").text.contains(#""schools":["Vakschool De Veste"]"#))
  }

  @Test func `a dialect that is not there is not found`() throws {
    let error = try Desk().run("dialect check roc-gamma", exit: 66).errorText
    #expect(error.contains("roc-gamma") && error.contains("koggeland"))
  }

  @Test func `a slip in a dialect is told with file and line, by its check and by an import that needs it`() throws {
    let desk = try Desk(.company)
    let text = try Samples.dialect("koggeland").replacing("@code", with: "preceding::r:wp")
    try desk.write("eigen/SchoolForms/koggeland/dialect.xml", text)
    let dump = try desk.dump()

    let check = try desk.run("dialect check koggeland --templates eigen", exit: 78).errorText
    let error = try desk.run("import \(Samples.dialectForms[0]) --templates eigen", exit: 78).errorText

    for said in [check, error] {
      #expect(said.contains("koggeland/dialect.xml, regel 9: in ‘taak’ van ‘oordeel’ mag de richting ‘preceding’ niet"))
    }
    #expect(try desk.dump() == dump)
    try desk.run("import SampleData/Forms/\(Samples.unknownTask) --templates eigen", exit: 3)
  }

  @Test func `a form that two dialects recognise is refused as a matter of set-up`() throws {
    let desk = try Desk(.company)
    try desk.write("eigen/SchoolForms/tweede/dialect.xml", try Samples.dialect("veste"))
    let error = try desk.run("import \(Samples.form(of: "veste")) --templates eigen", exit: 78).errorText
    #expect(error.contains("tweede") && error.contains("veste"))
    #expect(
      try desk.run("dialect check --templates eigen", exit: 78).errorText.contains(
        "ook een ander dialect herkent dit voorbeeld: tweede"))
  }

  @Test func `a sample that says something else than is expected is told line against line`() throws {
    let desk = try Desk()
    try desk.write(
      "eigen/SchoolForms/veste/dialect.xml",
      try Samples.dialect("veste").replacing(#"woord="4" niveau="beheerst""#, with: #"woord="4" niveau="aangeleerd""#))
    let error = try desk.run("dialect check veste --templates eigen", exit: 78).errorText
    #expect(error.contains("regel 3, vanaf teken 31: verwacht is ‘beheerst, werkplekb…’, gelezen is ‘aangeleerd, werkple…’."))
  }

  @Test func `an import tells how many judgements were not converted, and why`() throws {
    let desk = try Desk(.company)
    let outcome = try desk.run("import \(Samples.form(of: "veste")) --json").document(ImportDocument.self)
    #expect(outcome.problems.map(\.code) == ["level_not_convertible"])
    #expect(outcome.problems[0].severity == "warning")
    #expect(
      outcome.problems[0].text
        == "\(Samples.form(of: "veste")), regel 8: 2 oordelen zijn niet omgezet (2,5 / 3,5): een halve stap zegt niet welke van de "
        + "twee het is. Ze tellen niet mee. Vraag de begeleider wat het is.")
    #expect(try desk.cell("t-030", "PLA-05")?.level == "nog_niet")
    #expect(try desk.cell("t-030", "PLA-01")?.level == "beheerst")
  }
}
