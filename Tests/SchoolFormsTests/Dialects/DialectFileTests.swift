import CompetencyCore
import Testing

@testable import SchoolForms

struct DialectFileTests {
  private func faults(_ text: String) -> [String] {
    SampleDialect.dialects(text).entries[0].problems.map(\.short).map {
      String($0.utf8.dropFirst("dialect_faulty.".utf8.count)) ?? $0
    }
  }

  @Test func `the sample dialect is good`() {
    #expect(faults(SampleDialect.text).isEmpty)
  }

  @Test(arguments: [
    ("//r:kaart[preceding::r:kaart]", "axis"), ("following::r:kaart", "axis"), ("namespace::*", "axis"),
    ("document('/etc/passwd')", "function"), ("id('a')", "function"), ("ext:script()", "function"), ("current()", "function"),
    ("$geheim", "variable"), ("$", "xpath"), ("q:kaart", "prefix"), ("q:*", "prefix"), ("r:kaart[", "xpath"),
    ("r:kaart]", "xpath"),
    ("r:kaart[@a='b]", "xpath"), ("r:kaart/", "xpath"), ("1 +", "xpath"), ("count('a')", "xpath"), ("'a' | 'b'", "xpath"),
    ("r:kaart[//r:wp]", "heavy"), ("r:kaart[.//r:wp = r:nr]", "heavy"), ("r:kaart[descendant::r:wp]", "heavy"),
    ("r:kaart[/r:map]", "heavy"), ("//r:a = //r:b", "heavy"),
    (String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40), "heavy"),
    (Array(repeating: "a", count: 300).joined(separator: "|"), "heavy"),
    (String(repeating: "a/", count: 600) + "a", "too_long"),
  ])
  func `an expression outside the list is found when the dialect is loaded, with its line`(expression: String, kind: String) {
    let text = SampleDialect.text.changing("r:kaart", to: expression)
    #expect(faults(text).contains("\(kind) 5"), "\(faults(text))")
  }

  @Test(arguments: [
    "r:kaart[position() > 1]", "//r:kaart", "r:kaart[r:naam or r:nr]", "r:kaart[normalize-space(r:nr) != '']", "*/..//r:kaart",
    "r:kaart[@a = 'b' and not(@c)]", "descendant::r:kaart", "(r:a | r:kaart)[1]", "r:kaart[2 div 1 = 2]", "r:kaart[@x!=\"y\"]",
    "./r:kaart/self::node()", "r:kaart[.5 < 1]", "r:kaart[contains(., '//')]", "r:kaart [ 1 ]",
  ])
  func `an expression inside the list is taken`(expression: String) {
    let escaped = expression.replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    #expect(faults(SampleDialect.text.changing("r:kaart", to: escaped)).isEmpty)
  }

  @Test(arguments: [
    ("<herken element=\"r:map\"/>", "", "missing_part 1"),
    ("<herken element=\"r:map\"/>", "<herken element=\"q:map\"/>", "root_prefix 3"),
    ("<herken element=\"r:map\"/>", "<herken naam=\"x\" element=\"r:map\"/>", "unknown_attribute 3"),
    ("element=\"r:map\"", "", "missing_attribute 3"), ("<bericht id", "<brief/><bericht id", "element 4"),
    ("</dialect>", "<bericht school=\"'1'\"/></dialect>", "double_part 20"), ("d-m-jjjj", "d-m-jj", "day_pattern 1"),
    ("d-m-jjjj", "d-m-jjjj m-d-jjjj", "day_pattern 1"), ("versie=\"1\"", "versie=\"nul\"", "value 1"),
    ("woord=\"V\"", "woord=\"O\"", "double_word 15"), ("woord=\"V\"", "woord=\"7,50\"", "double_word 16"),
    ("woord=\"O\" niveau=\"nog_niet\"", "woord=\"O\"", "meaning 14"),
    ("soort=\"tussenbeoordeling\"", "soort=\"toets\"", "value 11"),
    ("van=\"T\" soort", "van=\"T\" rol=\"student\" soort", "meaning 11"), ("school=\"r:school\"", "school=\"\"", "unfinished 4"),
    ("studentnummer=\"r:nr\"", "", "missing_attribute 5"), ("soort=\"@soort\"", "soort=\"@soort\" schrijf=\"naam\"", "value 5"),
    ("rol=\"'student'\"", "rol=\"'student'\" schrijf=\"niveau datum\"", "missing_attribute 7"),
    ("rol=\"'student'\"", "rol=\"'student'\" schrijf=\"toelichting\"", "value 7"),
    ("<teken woord=\"O\"", "<teken schrijf=\"nee\" woord=\"O\"", "value 14"), ("</dialect>", "los</dialect>", "text 1"),
    ("</dialect>", "", "unreadable 19"),
    ("<dialect ", "<!DOCTYPE dialect><dialect ", "unreadable 1"), ("xmlns=\"urn:vakmatrix:dialect:1\" ", "", "no_dialect 1"),
    ("<bericht id", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/><bericht id", "element 4"),
  ])
  func `a slip in a dialect is told with its line`(piece: String, other: String, expected: String) {
    let found = faults(SampleDialect.text.changing(piece, to: other))
    #expect(found.contains(expected), "\(found)")
  }

  @Test func `a word that waits for a person can be used, and asks`() throws {
    let text = SampleDialect.text.changing("woord=\"V\" niveau=\"aangeleerd\"", to: "woord=\"V\" niveau=\"\"")
    let dialects = SampleDialect.dialects(text)
    #expect(dialects.entries[0].problems.isEmpty)
    #expect(dialects.entries[0].unfinished.map(\.short) == ["dialect_faulty.undecided 15"])
    let entry = try SampleDialect.message(by: dialects).message.forms[0].entries[0]
    #expect(entry.said == .level(SchoolLevel(scale: "ovg", level: "V"), readAs: .unsaid))
  }

  @Test(arguments: [
    ("d-m-jjjj", "5-3-2026", "2026-03-05"), ("d-m-jjjj", "05-03-2026", "2026-03-05"), ("dd-mm-jjjj", "05-03-2026", "2026-03-05"),
    ("dd-mm-jjjj", "5-3-2026", nil), ("m/d/jjjj", "3/5/2026", "2026-03-05"), ("d.m.jjjj", "5.3.2026", "2026-03-05"),
    ("jjjj-mm-dd", "2026-03-05", "2026-03-05"), ("jjjj-mm-dd", "2026-03-05T00:00:00.000", "2026-03-05"),
    ("jjjj-mm-dd", "2026-03-05T23:30:00+01:00", "2026-03-05"), ("d-m-jjjj", "5-3-2026T00:00", nil),
    ("d-m-jjjj", "31-4-2026", nil),
    ("d-m-jjjj", "5-3-26", nil), ("d-m-jjjj", "5-3-2026 ", nil), ("jjjj-mm-dd", "2026-03-05Txyz", nil),
    ("d-m-jjjj", "5/3/2026", nil),
  ])
  func `a day is read by its pattern and no other way`(pattern: String, text: String, day: String?) throws {
    #expect(try #require(DayPatterns(pattern)).day(text)?.iso == day)
  }
}
