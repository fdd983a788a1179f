import CompetencyCore
import Testing

struct SchemaFaultTests {
  @Test func `all faults of a file are told at once, by line`() throws {
    let wrong = SampleMessage.form("F-2")
      .changing("<soort>voortgangsgesprek</soort>", to: "<soort>praatje</soort>")
      .changing("2026-03-11", to: "11-03-2026")
      .changing(#"rol="werkplekbegeleider" door"#, to: #"door"#)
      .changing("<niveau> G </niveau>", to: "<niveau>Z</niveau>")
    let text = SampleMessage.text(SampleMessage.form() + wrong).changing("<naam>ROC  Delta</naam>", to: "<name>ROC Delta</name>")

    let found = try problems(text).map(\.short)
    #expect(
      found == [
        "schema_fault.unexpected_element 8", "schema_fault.not_in_list 54", "schema_fault.wrong_day 55",
        "schema_fault.missing_attribute 65", "schema_fault.unknown_reference 66",
      ])
  }

  @Test func `a fault names the path of its element`() throws {
    let text = SampleMessage.text(SampleMessage.form() + SampleMessage.form("F-2").changing("<niveau> G ", to: "<niveau>Z"))
    let problem = try #require(try problems(text).first)
    #expect(problem.place?.path == "/bericht/formulier[2]/voortgang/taak[1]/oordeel[2]/niveau")
    #expect(problem.values["value"] == "Z")
  }

  @Test(arguments: [
    ("<soort>voortgangsgesprek</soort>", "", "schema_fault.missing_element 23"),
    (
      "<soort>voortgangsgesprek</soort>", "<soort>voortgangsgesprek</soort><soort>eindgesprek</soort>",
      "schema_fault.repeated_element 24"
    ),
    ("<soort>voortgangsgesprek</soort>", "<soort/>", "schema_fault.empty_value 24"),
    ("<soort>voortgangsgesprek</soort>", "<Soort/><soort>voortgangsgesprek</soort>", "schema_fault.unexpected_element 24"),
    (#"<soort>"#, #"<soort xmlns="">"#, "schema_fault.unexpected_element 24"),
    (#"id="F-1""#, #"id="F-1" cijfer="8""#, "schema_fault.unexpected_attribute 23"),
    (#"id="F-1""#, "", "schema_fault.missing_attribute 23"),
    (#"versie="3""#, #"versie="0""#, "schema_fault.wrong_value 23"),
    (#"versie="3""#, #"versie="99999999999999999999""#, "schema_fault.wrong_value 23"),
    (#"duur_minuten="25""#, #"duur_minuten="99999999999999999999""#, "schema_fault.wrong_value 42"),
    ("<deelnemer>", "<deelnemer>tekst", "schema_fault.text_not_allowed 26"),
    (#"code="LAS-05""#, #"code="LAS-04""#, "schema_fault.duplicate 39"),
    (#"id="A2""#, #"id=" A1 ""#, "schema_fault.duplicate 49"),
    ("2026-03-09", "2026-02-30", "schema_fault.wrong_day 35"),
    ("2026-03-09", "2026-03-09+01:00", "schema_fault.wrong_day 35"),
    ("<niveau>V</niveau>", "<niveau>V</niveau><bewijs bijlage='B'/>", "schema_fault.misplaced_element 35"),
    ("2D8C59EB-94e9", "2D8C59EB", "schema_fault.wrong_id 3"),
    ("15:04:05.250+01:00", "15:04:05", "schema_fault.wrong_moment 4"),
    ("2026-03-12T15", "0026-03-12T15", "schema_fault.wrong_moment 4"),
    (#" xsdversie="1.0""#, "", "schema_fault.missing_attribute 2"),
    (#"xsdversie="1.0""#, #"xsdversie="een""#, "schema_fault.wrong_value 2"),
    (#"<niveau id="G""#, #"<niveau id="V""#, "schema_fault.duplicate 16"),
    ("</afzender>", "</afzender>\n<![CDATA[los]]>", "schema_fault.text_not_allowed 11"),
    (#"<niveau id="G" rang="2">"#, #"<niveau id="G">"#, "schema_fault.missing_attribute 16"),
    ("</afzender>", "</afzender>los", "schema_fault.text_not_allowed 10"),
  ])
  func `a fault is told in our own words`(piece: String, other: String, expected: String) throws {
    let found = try problems(SampleMessage.text().changing(piece, to: other)).map(\.short)
    #expect(found.contains(expected), "\(found)")
  }

  @Test func `a text that is too long is told with its limit`() throws {
    let long = String(repeating: "a", count: 4001)
    let problem = try #require(try problems(SampleMessage.text().changing("Drie naden.", to: long)).first)
    #expect(problem.short == "schema_fault.too_long 35")
    #expect(problem.values["limit"] == "4000")
  }

  @Test func `an element in the wrong place is named, not all that come after it`() throws {
    let text = SampleMessage.text()
      .changing("<soort>voortgangsgesprek</soort>", to: "")
      .changing("<deelnemer>", to: "<soort>voortgangsgesprek</soort><deelnemer>")
    let found = try problems(text)
    #expect(found.map(\.short) == ["schema_fault.misplaced_element 25"])
    #expect(found.first?.values["element"] == "gespreksdatum")
  }

  @Test func `what comes after an unexpected element is looked at too`() throws {
    let text = SampleMessage.text()
      .changing("<betrokkene", to: "<docent/><betrokkene")
      .changing(#"status="open""#, to: #"status="klaar""#)
    let found = try problems(text)
    #expect(found.map(\.short) == ["schema_fault.unexpected_element 31", "schema_fault.not_in_list 48"])
    #expect(found.last?.values["allowed"] == "open, gereed, vervallen")
  }

  @Test func `two forms with one id, and forms in the wrong place, are refused`() throws {
    let double = try problems(SampleMessage.text(SampleMessage.form() + SampleMessage.form()))
    #expect(double.map(\.short) == ["schema_fault.duplicate 53"])
    #expect(double.first?.values["first"] == "23")

    let between = SampleMessage.text(SampleMessage.form("F-1") + "<toevoegingen/>" + SampleMessage.form("F-2"))
    #expect(try problems(between).map(\.short) == ["schema_fault.misplaced_element 53"])

    let odd = SampleMessage.text(SampleMessage.form("F-1") + "<cijfers/>" + SampleMessage.form("F-2"))
    #expect(try problems(odd).map(\.short) == ["schema_fault.unexpected_element 53"])

    #expect(try problems(SampleMessage.text("")).map(\.short) == ["schema_fault.missing_element 2"])
  }

  @Test func `a bewijs must name an attachment of the form`() throws {
    let proof = "<niveau>V</niveau><toelichting>Drie naden.</toelichting><bewijs bijlage='B1'/>"
    let text = SampleMessage.text().changing("<niveau>V</niveau><toelichting>Drie naden.</toelichting>", to: proof)
    #expect(try problems(text).map(\.short) == ["schema_fault.unknown_reference 35"])

    let attachment = """
      <bijlagen><bijlage id="B1"><bestandsnaam>lasnaad.jpg</bestandsnaam><mediatype>image/jpeg</mediatype>
      <sha256>\(String(repeating: "0", count: 64))</sha256><inhoud>QUJD</inhoud></bijlage></bijlagen></formulier>
      """
    #expect(try problems(text.changing("</formulier>", to: attachment)).isEmpty)
  }

  @Test func `a hundred faults are shown and the rest is counted`() throws {
    let tasks = (1...250).map { #"<taak code="T\#($0)"><oordeel rol="baas"><niveau>V</niveau></oordeel></taak>"# }
    let found = try problems(SampleMessage.text(SampleMessage.form(progress: tasks.joined(separator: "\n"))))
    #expect(found.count == 101)
    #expect(found.last?.short == "schema_fault.more")
    #expect(found.last?.values["count"] == "150")
  }

  @Test func `values of a file are quoted short and harmless`() throws {
    let value = "\u{202E}kwaad\u{9B}31m en nog heel veel meer tekst"
    let problem = try #require(try problems(SampleMessage.text().changing("voortgangsgesprek", to: value)).first)
    let quoted = try #require(problem.values["value"])
    #expect(Array(quoted.unicodeScalars).map(\.value).prefix(7) == [0xFFFD, 0x6B, 0x77, 0x61, 0x61, 0x64, 0xFFFD])
    #expect(quoted.unicodeScalars.count == 20)
  }

  @Test func `a message that replaces itself is refused`() throws {
    let own = "<vervangt>urn:uuid:2d8c59eb-94e9-485d-a679-b28ffe2e9b98</vervangt>\n  <aanmaakdatum>"
    #expect(try problems(SampleMessage.text().changing("<aanmaakdatum>", to: own)).map(\.short) == ["replaces_itself 4"])
  }

  @Test(arguments: [
    (#"xsdversie="1.0""#, #"xsdversie="1.1""#), (#"xsdversie="1.0""#, #"xsdversie="2.0""#),
    (#"xsdversie="1.0""#, #"xsdversie="1.99999999999999999999999""#), ("formulier:1\"", "formulier:2\""),
  ])
  func `a newer version of the form is refused as such`(piece: String, other: String) throws {
    #expect(try problems(SampleMessage.text().changing(piece, to: other)).map(\.short) == ["newer_form_version 2"])
  }

  @Test func `another form is told by its root element`() throws {
    let found = try problems("<?xml version='1.0'?><Levering xmlns='urn:x'><a/></Levering>")
    #expect(found.map(\.short) == ["unknown_form 1"])
    #expect(found.first?.values["element"] == "Levering")
    #expect(try problems("<bericht/>").map(\.short) == ["unknown_form 1"])
    #expect(try problems("<formulier xmlns='urn:vakmatrix:voortgangsformulier:1'/>").map(\.short) == ["unknown_form 1"])
  }
}
