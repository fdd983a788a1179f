import Foundation
import Testing

/// What real schools send, and what no limit may refuse.
@Suite struct HarmlessFileTests {
  private static let text = Part.message([
    Part.form(1, name: "Sanne Zoë", progress: Part.line("LAS-02", "G", note: "’t ging góéd €"))
  ])

  private static func declared(_ encoding: String) -> String { text.replacing("UTF-8", with: encoding) }

  private static func utf16(_ text: String, bigEndian: Bool) -> Data {
    Data(
      ("\u{FEFF}" + text).utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }

  private static let encoded: [(name: String, bytes: Data)] = [
    ("utf-8", Data(text.utf8)), ("bom", Data("\u{FEFF}".utf8) + Data(text.utf8)),
    ("utf-16 be", utf16(declared("UTF-16"), bigEndian: true)), ("utf-16 le", utf16(declared("UTF-16"), bigEndian: false)),
    ("utf-16 zonder declaratie", utf16(text.components(separatedBy: "?>\n")[1], bigEndian: false)),
    (
      "windows-1252",
      Data(
        declared("windows-1252").unicodeScalars.map { $0 == "’" ? 0x92 : $0 == "€" ? 0x80 : UInt8(truncatingIfNeeded: $0.value) })
    ),
    (
      "opmerkingen voor de kop",
      Data(text.replacing("<bericht ", with: "<!-- een <bericht> -->\n<?maker x?>\n<!--2--><bericht ").utf8)
    ),
    ("cdata", Data(text.replacing("’t ging góéd €", with: "<![CDATA[’t ging]]> <!-- heel -->góéd<![CDATA[ €]]>").utf8)),
    ("regels van Windows", Data(text.replacing("\n", with: "\r\n").utf8)),
    ("regels van toen", Data(text.replacing("\n", with: "\r").utf8)),
    ("getallen voor tekens", Data(text.replacing("ó", with: "&#xF3;").replacing("€", with: "&#8364;").utf8)),
  ]

  @Test(arguments: encoded.map(\.name)) func `a file is read in the encoding and the layout that a school uses`(name: String)
    throws
  {
    let desk = try Desk(.company)
    try desk.write("form.xml", try #require(Self.encoded.first { $0.name == name }).bytes)

    try desk.run("import form.xml")

    #expect(try Self.note(at: desk) == "’t ging góéd €")
  }

  @Test func `ISO-8859-1 is read`() throws {
    let desk = try Desk(.company)
    let text = Self.declared("ISO-8859-1").replacing("’", with: "'").replacing("€", with: "¥")
    try desk.write("form.xml", Data(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }))
    try desk.run("import form.xml")
    #expect(try Self.note(at: desk) == "'t ging góéd ¥")
  }

  @Test func `an attachment of a megabyte is no burden`() throws {
    let desk = try Desk(.company)
    let attachment = """
      <bijlagen><bijlage id="B1"><bestandsnaam>naad.jpg</bestandsnaam><mediatype>image/jpeg</mediatype>
      <sha256>\(String(repeating: "0", count: 64))</sha256><inhoud>\(String(repeating: "QUJD", count: 350_000))</inhoud></bijlage></bijlagen>
      </formulier>
      """
    try desk.write("form.xml", Self.text.replacing("</formulier>", with: attachment))
    try desk.run("import form.xml")
    #expect(try Self.note(at: desk) == "’t ging góéd €")
  }

  @Test func `past seventy thousand lines a fault is told on its line, and without one the file is read`() throws {
    let desk = try Desk(.company)
    let lines = String(repeating: "<!-- -->\n", count: 70_000)
    let forms = { (level: String) in
      Part.message([Part.form(1), lines, Part.form(2, progress: "\n" + Part.line("LAS-02", level))])
    }
    try desk.write("goed.xml", forms("G"))
    try desk.write("fout.xml", forms("Z"))
    let line = try #require(forms("Z").components(separatedBy: "\n").firstIndex { $0.contains("<niveau>Z") }) + 1

    let problem = try #require(try desk.run("import fout.xml --json", exit: 65).errorDocument().problems.first)
    #expect(problem.line == line && line > 70_000)
    try desk.run("import goed.xml")
    #expect(try desk.bookings().count == 2)
  }

  @Test func `an accent that stands apart stays apart`() throws {
    let desk = try Desk(.company)
    try desk.write("form.xml", Self.text.replacing("góéd", with: "go\u{301}e\u{301}d"))
    try desk.run("import form.xml")
    let kept = try #require(try Self.note(at: desk))
    #expect(kept.unicodeScalars.elementsEqual("’t ging go\u{301}e\u{301}d €".unicodeScalars))
  }

  /// The note as the program tells it.
  private static func note(at desk: Desk) throws -> String? {
    let bytes = try desk.run("matrix history t-014 LAS-02 --by mo --json").bytes
    let document = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    return (document?["entries"] as? [[String: Any]])?.first?["note"] as? String
  }
}
