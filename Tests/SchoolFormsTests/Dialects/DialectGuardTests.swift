import CompetencyCore
import Testing

@testable import SchoolForms

/// A made-up number that passes the eleven-test.
private let elevenTest = "123456782"

struct DialectGuardTests {
  @Test func `a student number that may be a burgerservicenummer is refused, unless the school's have nine digits`() throws {
    let form = SampleDialect.form.changing("0512345", to: elevenTest)
    let problems = try SampleDialect.problems(form)
    #expect(problems.map(\.code) == [.bsn_refused])
    #expect(!"\(problems)".contains(elevenTest))
    #expect(try SampleDialect.problems(form, nineDigits: true).isEmpty)
  }

  @Test(arguments: [
    "<bsn>123456782</bsn>", "<x pgn=\"123456782\"/>", "<veld name=\"student_BSN\"><value>123456782</value></veld>",
    "<onderwijsnummer><a><b>1234 56 782</b></a></onderwijsnummer>",
  ])
  func `a number under a name of a burgerservicenummer is refused wherever it stands`(piece: String) throws {
    let form = SampleDialect.form.changing("<knelpunt>", to: piece + "<knelpunt>")
    #expect(try SampleDialect.problems(form, nineDigits: true).map(\.short) == ["bsn_refused 14"])
  }

  @Test func `a column under the heading of a burgerservicenummer is looked into`() throws {
    let sheet = """
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="A"><Table>
      <Row><Cell><Data>nr</Data></Cell><Cell ss:Index="3"><Data>PGN leerling</Data></Cell></Row>
      <Row><Cell><Data>0512345</Data></Cell><Cell ss:Index="3"><Data>123456782</Data></Cell></Row>
      </Table></Worksheet></Workbook>
      """
    let dialect = """
      <dialect xmlns="urn:vakmatrix:dialect:1" versie="1" naam="Blad">
        <naamruimte prefix="s" uri="urn:schemas-microsoft-com:office:spreadsheet"/>
        <herken element="s:Workbook"/><tabel kop="1"/><bericht school="'99ZZ'"/>
        <formulier bij="s:Worksheet/s:Table/s:Row[@tabel:rij > 1]" soort="'tussenbeoordeling'" datum="'2026-03-11'"
          studentnummer="s:Cell[@tabel:kop = 'nr']"/>
      </dialect>
      """
    #expect(try SampleDialect.problems(sheet, by: SampleDialect.dialects(dialect)).map(\.short) == ["bsn_refused 4"])
  }

  @Test(arguments: [
    ("<FEEDBACK VERSION=\"200701\"><ITEMS/></FEEDBACK>", "moodle"),
    ("<document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>", "limesurvey"),
    ("<Questionnaire xmlns=\"http://hl7.org/fhir\"/>", "fhir"),
    ("<x:xDocumentClass xmlns:x=\"http://schemas.microsoft.com/office/infopath/2003/solutionDefinition\"/>", "infopath"),
    (
      "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><model xmlns=\"http://www.w3.org/2002/xforms\"/></h:head></h:html>",
      "xforms"
    ),
    (
      "<xfdf xmlns=\"http://ns.adobe.com/xfdf/\"><fields><field name=\"a\"/><field name=\"b\"><value> </value></field></fields></xfdf>",
      "unfilled"
    ),
    (SampleDialect.text, "dialect"),
  ])
  func `a form that nobody filled in is told for what it is`(text: String, kind: String) throws {
    #expect(try SampleDialect.problems(text).map(\.short) == ["form_definition.\(kind) 1"])
  }

  @Test func `a dialect can say how an empty form is known`() throws {
    let dialect = SampleDialect.text.changing("<bericht", to: "<leeg als=\"not(r:kaart/r:wp)\"/><bericht")
    let empty = "<map xmlns=\"urn:proef\"><kaart id=\"x\"/></map>"
    #expect(try SampleDialect.problems(empty, by: SampleDialect.dialects(dialect)).map(\.short) == ["form_definition.unfilled 1"])
    #expect(try SampleDialect.problems(by: SampleDialect.dialects(dialect)).isEmpty)
  }
}
