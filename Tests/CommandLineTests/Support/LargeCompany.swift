import Foundation
import Testing

/// Many trainees, with one form each in one message: a line, a remark and an agreement.
enum LargeCompany {
  /// A desk with the company as b-0001 and the forms as b-0002.
  static func desk(trainees count: Int) throws -> Desk {
    let desk = try Desk()
    let trainees = (0..<count).map { "t-\($0);Sam;Jansen\($0);Hal \($0 / 50);alles;roc-delta;S\($0);2026-01-05" }
    let header = "id;roepnaam;achternaam;team;profiel;school;studentnummer;start"
    try desk.write("groot/trainees.csv", ([header] + trainees).joined(separator: "\n") + "\n")
    try desk.write("groot/taken.csv", "code;titel\nLAS-02;Hoeknaad\n")
    try desk.write("groot/profielen.csv", "profiel;taak\nalles;LAS-02\n")
    try desk.write("groot/scholen.csv", "id;naam;instellingscode\nroc-delta;ROC Delta;99ZZ\n")
    try desk.run("setup groot")
    let envelope = Message(number: 600).xml.components(separatedBy: "  <formulier")[0]
    let forms = (0..<count).map { number in
      """
      <formulier id="f-\(number)"><soort>tussenbeoordeling</soort><gespreksdatum>2026-11-18</gespreksdatum>
      <deelnemer><identificatie soort="studentnummer">S\(number)</identificatie><weergavenaam>Sam Jansen\(number)</weergavenaam></deelnemer>
      <voortgang><taak code="LAS-02"><oordeel rol="werkplekbegeleider"><niveau>G</niveau><toelichting>Gezien bij nummer \(number)</toelichting></oordeel></taak></voortgang>
      <afspraken><afspraak id="A\(number)" wie="student" status="open">Map bijwerken</afspraak></afspraken>
      </formulier>

      """
    }
    try desk.write("groot.xml", envelope + forms.joined() + "</bericht>\n")
    try desk.run("import groot.xml")
    return desk
  }
}
