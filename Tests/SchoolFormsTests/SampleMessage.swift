import CompetencyCore
import SchoolForms
import Testing

/// A message of ROC Delta about Sanne, with everything that a form can hold; tests change a piece of it.
enum SampleMessage {
  static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"#

  static let head = """
    <bericht xmlns="urn:vakmatrix:voortgangsformulier:1" xsdversie="1.0">
      <berichtid>urn:uuid:2D8C59EB-94e9-485d-a679-b28ffe2e9b98</berichtid>
      <aanmaakdatum>2026-03-12T15:04:05.250+01:00</aanmaakdatum>
      <afzender>
        <identificatie soort="lokaal">rocd</identificatie>
        <identificatie soort="instellingscode"> 99ZZ </identificatie>
        <naam>ROC  Delta</naam>
        <systeem>Stagevolgsysteem 4.2</systeem>
      </afzender>
      <ontvanger><identificatie soort="leerbedrijf_id">100000001</identificatie></ontvanger>
      <schalen>
        <schaal id="ovg">
          <niveau id="O" rang="0" komt_overeen_met="nog_niet"><naam>Onvoldoende</naam></niveau>
          <niveau id="V" rang="1" komt_overeen_met="aangeleerd"><naam>Voldoende</naam></niveau>
          <niveau id="G" rang="2"><naam>Goed</naam></niveau>
        </schaal>
        <schaal id="ons" vocabulaire="urn:vakmatrix:schaal:1">
          <niveau id="beheerst" rang="2"><naam>Beheerst</naam></niveau>
          <niveau id="expert" rang="3" komt_overeen_met="beheerst"><naam>Expert</naam></niveau>
        </schaal>
      </schalen>

    """

  /// A form with this id; the progress is left to the test.
  static func form(_ id: String = "F-1", number: String = "0512345", progress: String = Self.progress) -> String {
    """
      <formulier id="\(id)" versie="3">
        <soort>voortgangsgesprek</soort>
        <gespreksdatum>2026-03-11</gespreksdatum>
        <deelnemer>
          <identificatie soort="eckid">https://ketenid.nl/201703/abcdef</identificatie>
          <identificatie soort="studentnummer" uitgever="99ZZ">\(number)</identificatie>
          <weergavenaam>Zoë  van ’t Hof</weergavenaam>
        </deelnemer>
        <betrokkene rol="werkplekbegeleider"><naam>Mo Haddou</naam></betrokkene>
        <voortgang>
    \(progress)
        </voortgang>
        <gesprek duur_minuten="25" volgend_gesprek="2026-06-10">
          <onderwerp code="terugblik">De lasmap is bijgewerkt.</onderwerp>
          <onderwerp code="knelpunten" inbreng="student"> Wachten op
     de kantbank &amp; meer. </onderwerp>
        </gesprek>
        <afspraken>
          <afspraak id="A1" wie="werkplekbegeleider" naam="Mo" voor="2026-04-01" status="open" taak="LAS-02">Tijd regelen.</afspraak>
          <afspraak id="A2" wie="student" status="gereed" vervolg_op="A0">Map bijwerken.</afspraak>
        </afspraken>
        <akkoord rol="student" akkoord="true" datum="2026-03-11"/>
      </formulier>

    """
  }

  static let progress = """
          <taak code="LAS-02">
            <naam>MIG/MAG hoeknaad (PB)</naam>
            <oordeel rol="werkplekbegeleider" door="Mo Haddou" datum="2026-03-09"><niveau>V</niveau><toelichting>Drie naden.</toelichting></oordeel>
            <oordeel rol="student"><niveau> G </niveau></oordeel>
          </taak>
          <taak code="LAS-04"><oordeel rol="praktijkopleider"><zonder_niveau>kan_hier_niet</zonder_niveau></oordeel></taak>
          <taak code="LAS-05"><oordeel rol="student"><niveau>beheerst</niveau></oordeel></taak>
          <taak code="LAS-06"><oordeel rol="examinator"><niveau>expert</niveau></oordeel></taak>
    """

  /// The message with these forms.
  static func text(_ forms: String = form(), declaration: String = declaration, tail: String = "") -> String {
    (declaration.isEmpty ? "" : declaration + "\n") + head + forms + tail + "</bericht>\n"
  }

  /// A message of so many forms of about 8 KB.
  static func large(_ count: Int) -> String {
    let tasks = (1...25).map { number in
      """
            <taak code="LAS-\(number)" vocabulaire="urn:vakmatrix:takenlijst:constructie">
              <naam>MIG/MAG hoeknaad (PB)</naam>
              <oordeel rol="werkplekbegeleider" door="Mo Haddou" datum="2026-03-09"><niveau>V</niveau><toelichting>Drie naden achter elkaar.</toelichting></oordeel>
            </taak>
      """
    }
    let progress = tasks.joined(separator: "\n")
    return text((1...count).map { form("F-\($0)", progress: progress) }.joined())
  }
}

extension String {
  /// The text with a piece of it changed, which must be there.
  func changing(_ piece: String, to other: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
    let (text, old) = (Array(utf8), Array(piece.utf8))
    guard let start = text.indices.first(where: { text[$0...].starts(with: old) }) else {
      Issue.record("‘\(piece)’ is not in the text", sourceLocation: sourceLocation)
      return self
    }
    return String(decoding: text[..<start] + Array(other.utf8) + text[(start + old.count)...], as: UTF8.self)
  }
}

/// One reader for all tests, as the program has one.
let reader: FormReader? = try? FormReader()

func result(_ bytes: [UInt8], nineDigits: Bool = false) throws -> FormReadingResult {
  try #require(reader).read(bytes, file: "f.xml", nineDigitSenders: { _ in nineDigits })
}

/// The message that a text holds.
func message(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> SchoolMessage {
  switch try result(Array(text.utf8)) {
  case .read(let message, _): return message
  case .refused(let problems):
    Issue.record("refused: \(problems)", sourceLocation: sourceLocation)
    throw Refusal(.dataWrong, problems)
  }
}

/// Why a file is refused; empty when it is read.
func problems(_ bytes: [UInt8], nineDigits: Bool = false) throws -> [Problem] {
  guard case .refused(let problems) = try result(bytes, nineDigits: nineDigits) else { return [] }
  return problems
}

func problems(_ text: String, nineDigits: Bool = false) throws -> [Problem] {
  try problems(Array(text.utf8), nineDigits: nineDigits)
}

extension Problem {
  /// Code, kind and line: `schema_fault.missing_element 12`.
  var short: String {
    code.rawValue + (values["kind"].map { "." + $0 } ?? "") + (place?.line.map { " \($0)" } ?? "")
  }
}
