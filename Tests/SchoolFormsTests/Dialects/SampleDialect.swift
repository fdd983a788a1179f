import CompetencyCore
import Testing

@testable import SchoolForms

/// A small dialect and a form in it; tests change a piece of either.
enum SampleDialect {
  static let text = """
    <dialect xmlns="urn:vakmatrix:dialect:1" versie="1" naam="Proef" datum="d-m-jjjj" decimaal=",">
      <naamruimte prefix="r" uri="urn:proef"/>
      <herken element="r:map"/>
      <bericht id="r:nummer" gemaakt="r:op" school="r:school"/>
      <formulier bij="r:kaart" id="@id" soort="@soort" datum="@dag" studentnummer="r:nr" naam="r:naam">
        <oordeel bij="r:wp" taak="@code" niveau="r:score[@wie='po']" rol="'praktijkopleider'" door="$formulier/r:po" datum="@op" toelichting="r:reden"/>
        <oordeel bij="r:wp" taak="@code" niveau="r:score[@wie='st']" rol="'student'"/>
        <onderwerp code="'knelpunten'" tekst="r:knelpunt"/>
        <afspraak bij="r:afspraak" id="@id" wie="@wie" voor="@voor" status="@status" tekst="."/>
      </formulier>
      <woord van="T" soort="tussenbeoordeling"/>
      <woord van="po" rol="praktijkopleider"/>
      <schaal id="ovg">
        <teken woord="O" niveau="nog_niet"/>
        <teken woord="V" niveau="aangeleerd"/>
        <teken woord="7,5" niveau="beheerst"/>
        <teken woord="S" niet_omzetbaar="zegt niets over zelfstandigheid"/>
        <teken woord="n.v.t." zonder_niveau="niet_van_toepassing"/>
      </schaal>
    </dialect>
    """

  static let form = """
    <?xml version="1.0" encoding="UTF-8"?>
    <map xmlns="urn:proef">
      <nummer>B-1</nummer>
      <op>12-3-2026</op>
      <school>99ZZ</school>
      <kaart id="K-1" soort="T" dag="11-3-2026">
        <nr>0512345</nr>
        <naam>Sanne de Wit</naam>
        <po>Henk Postma</po>
        <wp code="LAS-02" op="9-3-2026"><score wie="po">V</score><score wie="st">07,50</score><reden>Zoë  zag het.</reden></wp>
        <wp code="LAS-04"><score wie="po">n.v.t.</score></wp>
        <wp code="LAS-05"><score wie="po">S</score><score wie="st">S</score></wp>
        <wp code="LAS-06"><score wie="po"/><score wie="st">K</score></wp>
        <knelpunt>Wachten.</knelpunt>
        <afspraak id="a1" wie="po" voor="1-4-2026">Tijd regelen.</afspraak>
      </kaart>
    </map>
    """

  static func dialects(_ texts: String...) -> Dialects {
    Dialects(
      texts.enumerated().map { index, text in
        DialectSource(name: "d\(index)", path: "d\(index)/dialect.xml", bytes: Array(text.utf8))
      })
  }

  /// What reading a form by these dialects gives.
  static func result(_ form: String = form, by dialects: Dialects = dialects(text), nineDigits: Bool = false) throws
    -> FormReadingResult
  {
    try FormReader(dialects: dialects).read(Array(form.utf8), file: "f.xml", nineDigitSenders: { _ in nineDigits })
  }

  /// The message that a form holds, with its warnings.
  static func message(
    _ form: String = form, by dialects: Dialects = dialects(text), sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> (message: SchoolMessage, warnings: [Problem]) {
    switch try result(form, by: dialects) {
    case .read(let message, let warnings): return (message, warnings)
    case .refused(let problems):
      Issue.record("refused: \(problems)", sourceLocation: sourceLocation)
      throw Refusal(.dataWrong, problems)
    }
  }

  /// Why a form is refused; empty when it is read.
  static func problems(_ form: String = form, by dialects: Dialects = dialects(text), nineDigits: Bool = false) throws
    -> [Problem]
  {
    guard case .refused(let problems) = try result(form, by: dialects, nineDigits: nineDigits) else { return [] }
    return problems
  }
}
