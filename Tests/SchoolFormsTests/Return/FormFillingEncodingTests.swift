import Testing

@testable import SchoolForms

/// A school's own form, filled in, in every encoding that is read.
@Suite struct FormFillingEncodingTests {
  @Test(arguments: FormEncoding.allCases) func `in every encoding the bytes outside the place stay as they were`(
    encoding: FormEncoding
  )
    throws
  {
    let form = FilledSample.form.replacing("UTF-8", with: encoding.name).replacing("<naam>", with: "<!-- \u{E9}\u{EF} --><naam>")
      .replacing("\n", with: "\r\n")
    let wanted = form.replacing("<score wie=\"po\">V</score>", with: "<score wie=\"po\">7,5</score>")
    let filled = try FilledSample.fillBytes(encoding.bytes(of: form))
    #expect(filled.bytes == encoding.bytes(of: wanted))
    #expect(filled.count == 1)
  }

  @Test(arguments: FormEncoding.allCases) func `a name is written as the encoding can hold it`(encoding: FormEncoding) throws {
    let form = FilledSample.form.replacing("UTF-8", with: encoding.name).replacing(
      "code=\"LAS-02\"", with: "code=\"LAS-02\" door=\"X\"")
    let dialect = FilledSample.dialect.replacing("door=\"$formulier/r:po\"", with: "door=\"@door\"").replacing(
      "\"niveau\"", with: "\"niveau door\"")
    let filled = try FilledSample.fillBytes(encoding.bytes(of: form), by: dialect, name: "Zoë \"Ö\" € Łukasz & <Ko>")
    let wanted = encoding.bytes(
      of: form.replacing("<score wie=\"po\">V</score>", with: "<score wie=\"po\">7,5</score>")
        .replacing(
          "door=\"X\"", with: "door=\"Zoë &quot;Ö&quot; \(encoding.written("€")) \(encoding.written("Ł"))ukasz &amp; &lt;Ko&gt;\""
        ))
    #expect(filled.bytes == wanted)
  }
}
