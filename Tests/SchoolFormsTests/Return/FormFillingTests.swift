import Testing

@testable import SchoolForms

/// A school's own form, filled in: what is written, and that every other byte stays.
@Suite struct FormFillingTests {
  @Test func `a word is written where it is read, and nothing else changes`() throws {
    let filled = try FilledSample.fill(FilledSample.form)
    #expect(filled.text == FilledSample.form.replacing("<score wie=\"po\">V</score>", with: "<score wie=\"po\">7,5</score>"))
    #expect(filled.form.count == 1 && filled.form.otherStudents == 0 && filled.form.losses.isEmpty)
  }

  @Test(arguments: [
    // As it stands in the file, and as it stands there afterwards.
    ("<score wie=\"po\">V</score>", "<score wie=\"po\">7,5</score>"),
    ("<score wie='po'>\r\n V\r\n</score>", "<score wie='po'>\r\n 7,5\r\n</score>"),
    ("<score wie=\"po\"/>", "<score wie=\"po\">7,5</score>"), ("<score  wie=\"po\" />", "<score  wie=\"po\" >7,5</score>"),
    ("<score wie=\"po\"></score>", "<score wie=\"po\">7,5</score>"),
    ("<score wie=\"po\"> </score>", "<score wie=\"po\">7,5</score>"),
    ("<score wie=\"po\"><![CDATA[V]]></score>", "<score wie=\"po\"><![CDATA[7,5]]></score>"),
    ("<score wie=\"po\"><!-- < > -->V<?x y?></score>", "<score wie=\"po\"><!-- < > -->7,5<?x y?></score>"),
    ("<score wie=\"po\"><!-- leeg --></score>", "<score wie=\"po\">7,5<!-- leeg --></score>"),
    ("<score wie=\"po\">&#86;</score>", "<score wie=\"po\">7,5</score>"),
    ("<score a='>' wie=\"po\" b=\"/\">V</score>", "<score a='>' wie=\"po\" b=\"/\">7,5</score>"),
  ])
  func `however a place is written, only the value changes`(before: String, after: String) throws {
    let form = FilledSample.form.replacing("<score wie=\"po\">V</score>", with: before)
    #expect(try FilledSample.fill(form).text == form.replacing(before, with: after, maxReplacements: 1))
  }

  @Test func `a day takes the pattern of the day that it takes the place of, and is added where it was not`() throws {
    let dialect = FilledSample.dialect.replacing("\"niveau\"", with: "\"niveau datum\"").replacing(
      "naam=\"r:naam\"", with: "naam=\"r:naam\" schrijf=\"datum\"")
    let filled = try FilledSample.fill(FilledSample.form, by: dialect)
    #expect(filled.text.contains("<wp code=\"LAS-02\" op=\"18-11-2026\"><score wie=\"po\">7,5</score>"))
    #expect(filled.text.contains("soort=\"T\" dag=\"20-11-2026\""))

    let without = FilledSample.form.replacing(" op=\"9-3-2026\"", with: "")
    #expect(
      try FilledSample.fill(without, by: dialect).text.contains(
        "<wp code=\"LAS-02\" op=\"18-11-2026\"><score wie=\"po\">7,5</score>"))
  }
}
