import CompetencyCore
import Testing

struct FileRefusalTests {
  @Test(arguments: [
    ("", "file_empty"), (" \n\t ", "file_empty"), ("\u{FEFF}", "file_empty"), ("\u{FEFF} \n", "file_empty"),
    ("%PDF-1.7 …", "not_xml.PDF"), ("{\"a\": 1}", "not_xml.JSON"), ("[1]", "not_xml.JSON"), ("{\\rtf1 a}", "not_xml.RTF"),
    ("<!DOCTYPE html><p>log in", "not_xml.HTML"), ("\n<HTML><body>", "not_xml.HTML"), ("naam;code\nSanne;1", "not_xml.TXT"),
    ("PK\u{3}\u{4}__xl/workbook.xml", "not_xml.XLSX"), ("PK\u{3}\u{4}__word/document.xml", "not_xml.DOCX"),
    ("PK\u{3}\u{4}__mimetype", "not_xml.ZIP"), ("\u{0}\u{0}\u{0}\u{0}\u{0}", "not_xml.BIN"),
  ])
  func `what is no XML is told for what it is`(text: String, expected: String) throws {
    #expect(try problems(text).map(\.short) == [expected])
  }

  @Test func `packed and binary files are told for what they are`() throws {
    #expect(try problems([0x1F, 0x8B, 8, 0]).map(\.short) == ["not_xml.GZIP"])
    #expect(try problems([0xD0, 0xCF, 0x11, 0xE0, 0xA1]).map(\.short) == ["not_xml.DOC/XLS"])
    #expect(try problems([0x89, 0x50, 0x4E, 0x47]).map(\.short) == ["not_xml.PNG"])
    #expect(try problems([0xFF, 0xFE]).map(\.short) == ["file_empty"])
    #expect(try problems([0xEF, 0xBB]).map(\.short) == ["file_empty"])
  }

  @Test(arguments: [
    ("</taak>\n      <taak code=\"LAS-04\">", "\n      <taak code=\"LAS-04\">", "unclosed_tag 41"),
    ("Tijd regelen.", "Jansen & Zn", "stray_ampersand 48"), ("Tijd regelen.", "R&D", "stray_ampersand 48"),
    ("Tijd regelen.", "3 < 4", "stray_less_than 48"), ("Tijd regelen.", "1<2", "stray_less_than 48"),
    ("Tijd regelen.", "caf&eacute;", "unknown_entity 48"), ("Tijd regelen.", "&#0;", "wrong_reference 48"),
    ("Tijd regelen.", "&#xD800;", "wrong_reference 48"), ("Tijd regelen.", "]]>", "other 48"),
    ("</soort>", "</soort", "unfinished_tag 25"), ("<soort>", "<soort", "unfinished_tag 24"),
    (#"status="open""#, #"status="open"#, "missing_quote 48"), (#"status="open""#, "status=open", "attribute 48"),
    (#"status="open""#, "status", "attribute 48"), (#"status="open""#, #"status="open" status="open""#, "double_attribute 48"),
    ("<soort>", "<x:soort>", "unclosed_tag 24"), ("<gesprek ", "<gesprek x:y='1' ", "undeclared_prefix 42"),
    ("</bericht>", "</bericht><bericht/>", "outside_root 53"), ("</bericht>", "</bericht>\nnog iets", "outside_root 54"),
    ("<?xml", " <?xml", "late_declaration 1"), ("Tijd regelen.", "<!-- -- -->", "other 48"),
    ("<bericht ", "<![CDATA[ ]]><bericht ", "outside_root 2"), ("</bericht>", "</bericht></bericht>", "outside_root 53"),
  ])
  func `what is not well-formed is told with its line`(piece: String, other: String, expected: String) throws {
    let found = try problems(SampleMessage.text().changing(piece, to: other)).map(\.short)
    #expect(found == ["not_well_formed." + expected])
  }

  @Test func `a tag that is not closed is named with the line on which it began`() throws {
    let text = SampleMessage.text().changing("</taak>\n      <taak code=\"LAS-04\">", to: "\n      <taak code=\"LAS-04\">")
    let values = try #require(try problems(text).first).values
    #expect(values["tag"] == "taak")
    #expect(values["opened"] == "33")
    #expect(values["found"] == "voortgang")
  }

  @Test func `a fault of one sign is told with its column, counted in signs`() throws {
    let text = SampleMessage.text().changing("Drie naden.", to: "Zoë & co")
    let place = try #require(try problems(text).first?.place)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[34]
    #expect(place.line == 35)
    #expect(place.column == line.unicodeScalars.prefix { $0 != "&" }.count + 1)
  }

  @Test func `a form cut off at any byte is refused with one problem`() throws {
    let text = SampleMessage.text(
      tail: "<!-- einde --><toevoegingen><x:a xmlns:x='urn:x' b='&amp;'><![CDATA[ ]]></x:a></toevoegingen>")
    let bytes = Array(text.utf8)
    #expect(try problems(bytes).isEmpty)
    // Two more signs make the end: the last of the end tag, and the line end after it.
    for end in 1..<(bytes.count - 1) {
      let found = try problems(Array(bytes[..<end]))
      #expect(found.map(\.code) == [.truncated], "cut at \(end)")
      #expect(found.first?.place?.line != nil, "cut at \(end)")
    }
    #expect(try problems([UInt8]()).map(\.code) == [.file_empty])
  }

  @Test(arguments: [true, false]) func `a form in UTF-16 cut off at any byte is refused`(bigEndian: Bool) throws {
    let bytes = utf16(SampleMessage.text("", declaration: "<?xml version='1.0'?>"), bigEndian: bigEndian)
    let end = bytes.count - 4
    for cut in stride(from: 4, to: end, by: 3) {
      #expect(try problems(Array(bytes[..<cut])).map(\.code) == [.truncated], "cut at \(cut)")
    }
    for cut in 1...3 { #expect(try problems(Array(bytes[..<cut])).count == 1) }
  }

  @Test func `a truncated file names its last line`() throws {
    let text = SampleMessage.text()
    let start = String(text.prefix(upTo: text.index(text.startIndex, offsetBy: 700)))
    let lines = start.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(try problems(start).map(\.short) == ["truncated \(lines)"])
    #expect(try problems(start + "\n\n  ").first?.place?.line == lines)
  }
}

/// A text in UTF-16 with its mark.
func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  ("\u{FEFF}" + text).utf16.flatMap { unit in
    bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
  }
}
