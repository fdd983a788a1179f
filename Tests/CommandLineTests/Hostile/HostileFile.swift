import Foundation
import Testing

/// A file that wants to do harm, or that is no form at all.
struct HostileFile: CustomTestStringConvertible {
  let name: String
  let bytes: Data
  /// The line that the refusal names; none when the whole file is what is wrong.
  var line: Int?
  /// What the refusal says is wrong.
  let cause: String

  var testDescription: String { name }

  init(_ name: String, _ bytes: Data, line: Int? = nil, _ cause: String) {
    (self.name, self.bytes, self.line, self.cause) = (name + ".xml", bytes, line, cause)
  }

  init(_ name: String, _ text: String, line: Int? = nil, _ cause: String) {
    self.init(name, Data(text.utf8), line: line, cause)
  }
}

// What was sent in place of a form.
extension HostileFile {
  static let noForms: [HostileFile] = [
    HostileFile("leeg", "", "het bestand is leeg"),
    HostileFile("pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "dit is een PDF-bestand"),
    HostileFile("zip", Data([0x50, 0x4B, 3, 4, 20, 0, 0, 0]) + Data("form.xml".utf8), "dit is een ZIP-bestand"),
    HostileFile("gzip", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0xCF]), "dit is een GZIP-bestand"),
    HostileFile(
      "inlogpagina", "<!DOCTYPE html>\n<html><head><title>Inloggen</title></head><body><form action='/in'>",
      "dit is een HTML-bestand"),
    HostileFile("latin", Data(Part.message([Part.form(1, name: "Zo#")]).utf8.map { $0 == 0x23 ? 0xEB : $0 }), line: 15, "UTF-8"),
    HostileFile("utf7", Part.message([Part.form(1)]).replacing("UTF-8", with: "UTF-7"), "de tekenset UTF-7 lees ik niet"),
    HostileFile(
      "ucs4",
      Data(Part.message([Part.form(1)]).unicodeScalars.flatMap { [0, 0, UInt8($0.value >> 8 & 0xFF), UInt8($0.value & 0xFF)] }),
      "de tekenset UTF-32 lees ik niet"),
  ]
}

// What hides in a message, in its only form or in the third.
extension HostileFile {
  static let traps: [HostileFile] = [
    HostileFile("doctype", Part.after("<!DOCTYPE bericht>"), line: 2, "DOCTYPE"),
    HostileFile("entiteitenbom", Part.after(bomb).replacing("Sanne", with: "&z9;"), line: 2, "DOCTYPE"),
    HostileFile("externe-entiteit", Part.after(external).replacing("Sanne", with: "&z;"), line: 2, "DOCTYPE"),
    HostileFile("bericht-in-form3", third(Part.form(3, progress: "\n<!DOCTYPE bericht>")), line: 38, "DOCTYPE"),
    HostileFile("entiteit-in-form3", third(Part.form(3, name: "&z9;")), line: 35, "&z9; bestaat niet in XML"),
    HostileFile("xinclude", Part.message([Part.form(1, name: include)]), line: 15, "‘include’ hoort niet in ‘weergavenaam’"),
    HostileFile("xinclude-in-form3", third(Part.form(3, name: include)), line: 35, "‘include’ hoort niet in ‘weergavenaam’"),
    HostileFile("attributen", Part.message([Part.form(1, attributes: manyAttributes)]), line: 10, "meer dan 256 attributen"),
    HostileFile("attributen-in-form3", third(Part.form(3, attributes: manyAttributes)), line: 30, "meer dan 256 attributen"),
    HostileFile(
      "attributen-van-de-kop", Part.message([Part.form(1)]).replacing("<bericht ", with: "<bericht\(manyAttributes) "), line: 2,
      "meer dan 256 attributen"),
    HostileFile("diep", Part.message([Part.form(1, progress: deep)]), line: 17, "meer dan 64 elementen in elkaar"),
    HostileFile("diep-in-form3", third(Part.form(3, progress: deep)), line: 37, "meer dan 64 elementen in elkaar"),
    HostileFile("diep-en-geen-bericht", deep, line: 1, "meer dan 64 elementen in elkaar"),
    HostileFile(
      "veel-in-form3", third(Part.form(3, progress: String(repeating: "<taak/>", count: 20_001))), line: 37,
      "meer dan 20000 onderdelen"),
    HostileFile("lange-tekst-in-form3", third(Part.form(3, progress: String(repeating: "a", count: 70_000))), line: 37, "64 kB"),
  ]

  private static let include =
    #"<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>"#
  private static let external = #"<!DOCTYPE bericht [<!ENTITY z SYSTEM "file:///etc/hostname">]>"#
  private static let bomb: String = {
    let entities = (1...9).map { "<!ENTITY z\($0) \"\(String(repeating: "&z\($0 - 1);", count: 10))\">" }
    return "<!DOCTYPE bericht [<!ENTITY z0 \"ha\">" + entities.joined() + "]>"
  }()
  private static let manyAttributes = (0..<100_000).map { " a\($0)='1'" }.joined()
  private static let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)

  private static func third(_ form: String) -> String { Part.message([Part.form(1), Part.form(2), form]) }
}

/// Pieces of a message, each on lines of its own, so that the line of a fault is known.
enum Part {
  /// A message with these forms; the first begins on line 10.
  static func message(_ forms: [String], tail: String = "") -> String { head + forms.joined() + tail + "</bericht>\n" }

  /// A message with something on a line of its own before its root.
  static func after(_ declarations: String) -> String {
    message([form(1)]).replacing("<bericht ", with: declarations + "\n<bericht ")
  }

  /// A form of ten lines.
  static func form(_ number: Int, name: String = "Sanne de Wit", attributes: String = "", progress: String = progress) -> String {
    """
    <formulier id="f-\(number)"\(attributes)>
    <soort>tussenbeoordeling</soort>
    <gespreksdatum>2026-11-18</gespreksdatum>
    <deelnemer>
    <identificatie soort="studentnummer">0512345</identificatie>
    <weergavenaam>\(name)</weergavenaam>
    </deelnemer>
    <voortgang>\(progress)</voortgang>

    </formulier>

    """
  }

  /// The beginning of a form up to its progress.
  static let openForm = form(1).components(separatedBy: "<voortgang>")[0] + "<voortgang>"

  static let progress = line("LAS-02", "G")

  /// What the werkplekbegeleider says of a task.
  static func line(_ task: String, _ level: String, note: String = "") -> String {
    let note = note.isEmpty ? "" : "<toelichting>\(note)</toelichting>"
    return #"<taak code="\#(task)"><oordeel rol="werkplekbegeleider"><niveau>\#(level)</niveau>\#(note)</oordeel></taak>"#
  }

  static let head = Message(number: 7).xml.components(separatedBy: "  <formulier")[0]
}
