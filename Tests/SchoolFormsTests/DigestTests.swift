import CompetencyCore
import SchoolForms
import Testing

struct DigestTests {
  @Test func `the digest of bytes is SHA-256`() {
    #expect(sha256Hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(sha256Hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `layout does not change the content`() throws {
    let plain = try message(SampleMessage.text())
    let other = SampleMessage.text()
      .changing("<niveau>V</niveau>", to: "\n\n<!-- goed --><niveau>\n V\t</niveau>\n")
      .changing("Drie naden.", to: "<![CDATA[Drie]]> <!-- of vier -->n&#97;den.")
      .changing(#"code="terugblik""#, to: "code = ' terugblik '")
      .changing(
        #"rol="werkplekbegeleider" door="Mo Haddou" datum="2026-03-09""#,
        to: #"datum="2026-03-09"   door="Mo Haddou" rol="werkplekbegeleider""#)
    let read = try message(other)
    #expect(read.content == plain.content)
    #expect(read.forms.map(\.content) == plain.forms.map(\.content))
    #expect(read.forms.first?.entries.last?.place != plain.forms.first?.entries.last?.place)
  }

  @Test func `a prefix for the namespace does not change the content`() throws {
    let plain = SampleMessage.text()
    let prefixed = plain.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).enumerated().map {
      index, piece in
      let text = String(decoding: piece, as: UTF8.self)
      if index == 0 || text.utf8.first == UInt8(ascii: "?") { return text }
      return text.utf8.first == UInt8(ascii: "/") ? "/v:" + text.dropFirst() : "v:" + text
    }
    let text = prefixed.joined(separator: "<").changing("xmlns=", to: "xmlns:v=")
    #expect(try message(text).content == (try message(plain).content))
  }

  @Test(arguments: [
    ("Drie naden.", "Drie naden"), ("<niveau>V</niveau>", "<niveau>O</niveau>"), ("Zoë  van", "Zoe\u{308} van"),
    ("2026-03-09", "2026-03-08"), (#"naam="Mo""#, #"naam="Mo H""#), (#" inbreng="student""#, ""), (#"voor="2026-04-01""#, ""),
    (#"duur_minuten="25""#, #"duur_minuten="26""#), (#"uitgever="99ZZ""#, ""), ("LAS-06", "LAS-07"),
    ("kan_hier_niet", "niet_waargenomen"),
    (#"komt_overeen_met="aangeleerd""#, #"komt_overeen_met="beheerst""#), (" Wachten op", "Wachten op"),
  ])
  func `every value of a form changes its content`(piece: String, other: String) throws {
    let plain = try message(SampleMessage.text())
    let changed = try message(SampleMessage.text().changing(piece, to: other))
    #expect(changed.forms.map(\.content) != plain.forms.map(\.content))
    #expect(changed.content != plain.content)
  }

  @Test func `id and version of a form are part of the message and not of the form`() throws {
    let plain = try message(SampleMessage.text())
    for (piece, other) in [(#"id="F-1""#, #"id="F-9""#), (#"versie="3""#, #"versie="4""#)] {
      let changed = try message(SampleMessage.text().changing(piece, to: other))
      #expect(changed.forms.map(\.content) == plain.forms.map(\.content))
      #expect(changed.content != plain.content)
    }
  }

  @Test func `what moves from one value to the next changes the content`() throws {
    let one = try message(SampleMessage.text().changing(#"naam="Mo" "#, to: #"naam="Mo H" "#))
    let other = try message(SampleMessage.text().changing(#"taak="LAS-02""#, to: #"taak="H LAS-02""#))
    #expect(one.content != other.content)
  }

  @Test func `the message's own facts are part of its content`() throws {
    let plain = try message(SampleMessage.text())
    for (piece, other) in [("05.250", "05.251"), ("2D8C59EB", "3D8C59EB"), ("99ZZ </", "98ZZ </")] {
      #expect(try message(SampleMessage.text().changing(piece, to: other)).content != plain.content)
    }
    #expect(try message(SampleMessage.text().changing("2D8C59EB", to: "2d8c59eb")).content == plain.content)
  }
}
