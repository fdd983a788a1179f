import Testing

@testable import SchoolForms

/// The places of elements in the bytes of a text.
@Suite struct MarkupPlacesTests {
  @Test(arguments: [
    "<a/>", "<a><b/><b></b></a>", "<?x <y> ?><a q='<!--'/>".replacing("<!--", with: "&lt;!--"), "<a><!-- <b> --><c>&lt;</c></a>",
    "<a><![CDATA[<b>]]]]><![CDATA[>]]></a>", "<a\n x = '/>' y=\">\" ><b\t/></a >",
    "<a>\u{E9}<é:ö xmlns:é='u'/></a><!-- > --><?z?>",
    SampleDialect.form, SampleDialect.text,
  ])
  func `the places of a text are those of its elements`(text: String) throws {
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { utf8 in
      var scan = MarkupScan(utf8)
      try scan.run()
      let places = MarkupPlaces(utf8).elements
      #expect(places.count == scan.elementLines.count)
      for place in places {
        #expect(utf8[place.tag.lowerBound] == Sign.less && utf8[place.tag.upperBound - 1] == Sign.greater)
        let rest = utf8[place.content.upperBound...]
        #expect(place.isEmpty || rest.starts(with: [Sign.less, Sign.slash] + utf8[place.name]))
      }
    }
  }
}
