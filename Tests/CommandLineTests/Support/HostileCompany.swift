import Foundation
import Testing

/// A company of which every trainee and every task has a hostile name, with forms that say hostile things of Sanne.
struct HostileCompany {
  static let strings = HostileStrings.all

  /// A desk with the company as b-0001 and the forms as b-0002.
  static func desk() throws -> Desk {
    let desk = try Desk()
    try desk.putDatabase(try prepared.get())
    return desk
  }

  private static let prepared = Result { () throws -> Data in
    let desk = try Desk()
    try write(at: desk)
    try desk.run("setup bedrijf")
    try desk.run("import notities.xml codes.xml namen.xml", exit: 3)
    return try desk.read(Desk.databaseName)
  }

  static func write(at desk: Desk) throws {
    try desk.copyCompany(to: "bedrijf")
    let rows = strings.enumerated().map { index, text in
      "h-\(index);\(text.inCSV);\(text.inCSV);Proef;kort;mo;ineke;;;2026-01-05"
    }
    let header = "id;roepnaam;achternaam;team;profiel;begeleider;leidinggevende;school;studentnummer;start"
    let sanne = "t-014;Sanne;Wit;Taken;alles;mo;ineke;roc-delta;0512345;2025-09-01"
    try desk.write("bedrijf/trainees.csv", ([header] + rows + [sanne]).joined(separator: "\n") + "\n")
    let codes = strings.enumerated().map { index, text in isCode(text) ? text : "T-\(index)" }
    let tasks = zip(codes, strings).map { $0.inCSV + ";" + $1.inCSV } + ["LAS-02;Hoeknaad"]
    try desk.write("bedrijf/taken.csv", "code;titel\n" + tasks.joined(separator: "\n") + "\n")
    let profile = (codes.map { "alles;" + $0.inCSV } + ["alles;LAS-02", "kort;LAS-02"]).joined(separator: "\n")
    try desk.write("bedrijf/profielen.csv", "profiel;taak\n" + profile + "\n")
    try desk.write("notities.xml", notes)
    try desk.write("codes.xml", message(2, [form(1, name: "Sanne", ofOneLine.map { Part.line($0.inXML, "G") }.joined())]))
    try desk.write(
      "namen.xml",
      message(
        3,
        HostileStrings.ofOneLine.enumerated().map { index, text in
          form(index, name: text.inXML).replacing("0512345", with: "H\(index)")
        }))
  }

  /// The codes that a form can name.
  static let ofOneLine = HostileStrings.ofOneLine.filter(isCode)

  private static func isCode(_ text: String) -> Bool { !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }

  /// A form a day about one task, each with a note.
  private static let notes = message(
    1,
    strings.enumerated().map { index, text in
      form(index, name: "Sanne", Part.line("LAS-02", "G", note: text.inXML))
        .replacing("2026-11-18", with: "2025-\(10 + index / 28 % 3)-\(10 + index % 28 / 2)")
    })

  private static func form(_ index: Int, name: String, _ progress: String = Part.progress) -> String {
    Part.form(index, name: name, progress: progress)
  }

  private static func message(_ number: Int, _ forms: [String]) -> String {
    Part.message(forms).replacing(messageID(7), with: messageID(number))
  }
}
