import CompetencyCore
import Testing

@testable import SchoolForms

struct DialectBudgetTests {
  /// A form with so many rows directly in it.
  private func form(rows: Int) -> String {
    let rows = String(repeating: "<wp code=\"LAS-02\"><score wie=\"x\">V</score></wp>", count: rows)
    return SampleDialect.form.changing("<knelpunt>", to: rows + "<knelpunt>")
  }

  @Test(arguments: [
    "r:wp[count(preceding-sibling::r:wp) > 100000]", "r:wp[preceding-sibling::r:wp/@code != following-sibling::r:wp/@code]",
    "r:wp[.. &lt; 5]",
  ])
  func `an expression that takes more than its budget ends soon, with a sentence that names it`(expression: String) throws {
    let dialect = SampleDialect.text.changing("bij=\"r:wp\"", to: "bij=\"\(expression)\"")
    var problems: [Problem] = []
    let time = try ContinuousClock().measure {
      problems = try SampleDialect.problems(form(rows: 20_000), by: SampleDialect.dialects(dialect))
    }
    #expect(problems.map(\.code) == [.xpath_budget])
    #expect(problems.first?.values["at"] == "6")
    #expect(time < .seconds(60))
  }

  @Test func `a large form is read within the budget`() throws {
    let form = form(rows: 20_000).replacing("<score wie=\"x\">V</score>", with: "")
    #expect(try SampleDialect.message(form).message.forms[0].entries.count == 4)
  }

  @Test func `more elements than a file may have are refused before any expression`() throws {
    #expect(try SampleDialect.problems(form(rows: 50_001)).map(\.short) == ["too_large.other_elements 14"])
  }

  @Test func `XInclude and stylesheets in a form are text like any other`() throws {
    let piece = """
      <?xml-stylesheet href="file:///etc/passwd"?><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>
      """
    let form = SampleDialect.form.changing("<knelpunt>Wachten.", to: "<knelpunt>" + piece)
    #expect(try SampleDialect.message(form).message.forms[0].topics.isEmpty)
  }
}

struct TablePreparationTests {
  @Test func `rows and cells get their true numbers, and cells the heading of their column`() throws {
    let text = """
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet><Table>
      <Row ss:Index="2"><Cell ss:MergeAcross="1"><Data>a</Data></Cell><Cell><Data>b</Data></Cell><Cell ss:Index="9"><Data>c</Data></Cell></Row>
      <Row ss:Span="2"><Cell/><Cell/></Row>
      <Row><Cell ss:Index="3"/><Cell ss:Index="999999999999"/><Cell ss:Index="9"/></Row>
      </Table></Worksheet></Workbook>
      """
    let cells = try withTree(Array(text.utf8)) { (tree) throws(Fault) -> [String] in
      TablePreparation.prepare(tree.root, headingRow: 2)
      let table = tree.root.first("Worksheet")?.first("Table")
      return (table.map { Array($0.children("Row")) } ?? []).flatMap { row in
        row.children.map { cell in
          ["rij", "kolom", "kop"].map { name in cell.attributes.first { sameScalars($0.name, name) }?.value ?? "-" }.joined(
            separator: " ")
        }
      }
    }
    #expect(cells == ["2 1 -", "2 3 -", "2 9 -", "3 1 a", "3 2 a", "6 3 b", "6 4 -", "6 9 c"])
  }
}
