import Foundation
import Testing

/// The BSN guard. The number is the one that the government uses in examples.
@Suite struct CitizenNumberTests {
  private static let number = "111222333"

  @Test(arguments: [
    (file: "trainees.csv", own: "0512345"), (file: "trainees.csv", own: "00412"), (file: "mensen.csv", own: "00101"),
  ])
  func `a BSN in a CSV file is refused, and the number is not repeated`(file: String, own: String) throws {
    let desk = try Desk()
    try desk.copyCompany(to: "bsn", changing: file) { $0.replacing(own, with: Self.number) }

    let outcome = try desk.run("setup bsn", exit: 65)

    #expect(outcome.errorText.contains("\(file), regel "))
    #expect(!outcome.errorText.contains(Self.number))
    #expect(try !desk.run("setup bsn --json", exit: 65).errorText.contains(Self.number))
  }

  @Test(arguments: [
    Message(number: 1, studentNumber: number), Message(number: 2, studentNumber: number, numberKind: "personeelsnummer"),
    Message(number: 3, studentNumber: number, numberKind: "lokaal"),
    Message(number: 4, extras: #"<toevoegingen><d:bsn xmlns:d="urn:roc">\#(number)</d:bsn></toevoegingen>"#),
    Message(number: 5, extras: #"<toevoegingen><d:student xmlns:d="urn:roc" onderwijsnummer="\#(number)"/></toevoegingen>"#),
    Message(number: 6, extras: #"<toevoegingen><d:PGN xmlns:d="urn:roc"> \#(number) </d:PGN></toevoegingen>"#),
  ])
  func `a BSN in a form is refused, never stored and never repeated`(message: Message) throws {
    let desk = try Desk(.company)
    let dump = try desk.dump()
    try desk.write("form.xml", message.xml)

    let outcome = try desk.run("import form.xml", exit: 65)

    #expect(outcome.errorText.contains("form.xml"))
    #expect(outcome.errorText.contains("regel "))
    for line in ["import form.xml --json", "check form.xml", "check form.xml --json", "import form.xml --keep-going"] {
      let told = try desk.run(line, exit: 65)
      #expect(!told.text.contains(Self.number), "vakmatrix \(line)")
      #expect(!told.errorText.contains(Self.number), "vakmatrix \(line)")
    }
    #expect(!outcome.errorText.contains(Self.number))
    #expect(try desk.dump() == dump)
  }

  @Test func `the same number of an organisation is no BSN`() throws {
    let desk = try Desk(.company)
    let xml = Message(number: 1).xml.replacing(
      "</afzender>",
      with: #"</afzender><ontvanger><identificatie soort="leerbedrijf_id">\#(Self.number)</identificatie></ontvanger>"#)
    try desk.write("form.xml", xml)
    try desk.run("import form.xml")
  }

  @Test func `a school whose student numbers have nine digits can say so`() throws {
    let desk = try Desk()
    try desk.copyCompany(to: "nine", changing: "scholen.csv") { $0.replacing(";lokaal:rocd;", with: ";lokaal:rocd;ja") }
    let trainees = try Samples.text("company/trainees.csv")
    try desk.write("nine/trainees.csv", trainees.replacing("0512345", with: Self.number))
    try desk.run("setup nine")
    try desk.write("form.xml", Message(number: 1, studentNumber: Self.number).xml)

    try desk.run("import form.xml")

    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
  }
}
