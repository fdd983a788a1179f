import Foundation
import Testing

/// Many trainees, a multiple of five hundred, with one form each in one message: a line, a remark and an agreement.
enum LargeCompany {
  /// A desk with the company as b-0001 and the forms as b-0002.
  static func desk(trainees count: Int) throws -> Desk {
    let desk = try Desk()
    try desk.write(
      "groot/trainees.csv",
      (0...count).map { $0 == 0 ? header : "t-\($0);Sam;Jansen\($0);Hal \($0 / 50);alles;roc-delta;S\($0);2026-01-05" }
        .joined(separator: "\n") + "\n")
    try desk.write("groot/taken.csv", "code;titel\nLAS-02;Hoeknaad\n")
    try desk.write("groot/profielen.csv", "profiel;taak\nalles;LAS-02\n")
    try desk.write("groot/scholen.csv", "id;naam;instellingscode\nroc-delta;ROC Delta;99ZZ\n")
    try desk.run("setup groot")
    try desk.write("groot.xml", Message(number: 600).xml.components(separatedBy: "  <formulier")[0])
    // A piece at a time: what the tests hold in memory is counted for every program that they start.
    let file = try FileHandle(forWritingTo: desk.url("groot.xml"))
    try file.seekToEnd()
    for start in stride(from: 1, through: count, by: 500) {
      try file.write(contentsOf: Data((start..<(start + 500)).map(form).joined().utf8))
    }
    try file.write(contentsOf: Data("</bericht>\n".utf8))
    try file.close()
    try desk.run("import groot.xml")
    return desk
  }

  private static let header = "id;roepnaam;achternaam;team;profiel;school;studentnummer;start"

  private static func form(_ number: Int) -> String {
    """
    <formulier id="f-\(number)"><soort>tussenbeoordeling</soort><gespreksdatum>2026-11-18</gespreksdatum>
    <deelnemer><identificatie soort="studentnummer">S\(number)</identificatie><weergavenaam>Sam Jansen\(number)</weergavenaam></deelnemer>
    <voortgang><taak code="LAS-02"><oordeel rol="werkplekbegeleider"><niveau>G</niveau><toelichting>Gezien bij nummer \(number)</toelichting></oordeel></taak></voortgang>
    <afspraken><afspraak id="A\(number)" wie="student" status="open">Map bijwerken</afspraak></afspraken>
    </formulier>

    """
  }
}
