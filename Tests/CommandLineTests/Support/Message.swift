/// A message of a school with one form, as small as the canonical form allows.
struct Message {
  var number: Int
  var school = "99ZZ"
  var studentNumber = "0512345"
  var numberKind = "studentnummer"
  var name = "Sanne de Wit"
  var day = "2026-11-18"
  var lines = [Line("LAS-02", "G")]
  var extras = ""

  /// What the werkplekbegeleider says of one task.
  struct Line {
    let task, level: String
    init(_ task: String, _ level: String) { (self.task, self.level) = (task, level) }
  }

  var xml: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <bericht xmlns="urn:vakmatrix:voortgangsformulier:1" xsdversie="1.0">
      <berichtid>\(messageID(number))</berichtid>
      <aanmaakdatum>2026-11-19T10:00:00+01:00</aanmaakdatum>
      <afzender><identificatie soort="instellingscode">\(school)</identificatie></afzender>
      <schalen><schaal id="ovg">
        <niveau id="V" rang="1" komt_overeen_met="aangeleerd"><naam>Voldoende</naam></niveau>
        <niveau id="G" rang="2" komt_overeen_met="beheerst"><naam>Goed</naam></niveau>
      </schaal></schalen>
    \(form)
    </bericht>

    """
  }

  private var form: String {
    let tasks = lines.map {
      #"<taak code="\#($0.task)"><oordeel rol="werkplekbegeleider"><niveau>\#($0.level)</niveau></oordeel></taak>"#
    }
    return """
        <formulier id="f-\(number)">
          <soort>tussenbeoordeling</soort>
          <gespreksdatum>\(day)</gespreksdatum>
          <deelnemer>
            <identificatie soort="\(numberKind)">\(studentNumber)</identificatie>
            <weergavenaam>\(name)</weergavenaam>
          </deelnemer>
          <voortgang>\(tasks.joined())</voortgang>
          \(extras)
        </formulier>
      """
  }
}
