import Foundation
import Testing

/// Everything that is kept of somebody, readable for them and for programs.
@Suite struct PersonFileTests {
  @Test func `the file says what is kept, why, how long, from where and who can see it`() throws {
    let desk = try FullDesk.make()
    let text = try desk.run("privacy access sanne").text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "Alles wat over Sanne de Wit bewaard is", "ROC Delta", "Mo Haddou: werkplekbegeleider", "Karin Smit: hr",
      "Grondslag: ", "Herkomst: ", "hoe de trainee het ziet: Ik was er die dag niet",
      "Autoriteit Persoonsgegevens",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("[export.") && !text.contains("[privacy."))
    // What was prepared by the other side is that side's own.
    #expect(text.contains("GEHEIM-Zeepaardje"))
    let page = String(decoding: try desk.file("privacy access sanne -o inzage.html", "inzage.html"), as: UTF8.self)
    #expect(page.contains("<h1>Alles wat over Sanne de Wit bewaard is</h1>"))
    #expect(try desk.run("privacy access sanne --lang en").text.contains("Everything that is kept about Sanne de Wit"))
  }

  @Test func `that a file was made for somebody is told to who it is about`() throws {
    let desk = try Desk(.samples)
    try desk.run("privacy access sanne --by ria -o inzage.json")
    #expect(try desk.run("privacy access sanne").text.contains("access"))
    #expect(try desk.run("privacy access sanne --by mo", exit: 77).errorText.contains("kan dit niet doen met de rol"))
  }

  @Test func `restricted data are in no list and no report until they are released`() throws {
    let desk = try Desk(.samples)
    let said = try desk.run("privacy restrict sanne --reason \"Er loopt een bezwaar\" --by ria").text
    #expect(!said.contains("Dat was al zo"))
    #expect(try desk.run("privacy restrict").text.contains("t-014  Sanne de Wit"))
    for line in ["trainee list", "report hr --json", "matrix show --by mo", "report team noord --by ineke"] {
      #expect(try !desk.run(line).text.contains("Sanne"), "\(line)")
    }
    #expect(try desk.run("report hr --json --known-on b-0002").text.contains("Sanne") == false)
    #expect(try desk.run("matrix set sanne LAS-02=beheerst --by mo", exit: 66).errorText.contains("sanne"))
    // Whom it is about sees it, and nothing of it is gone.
    #expect(try desk.run("trainee show sanne --by sanne").text.contains("Sanne de Wit"))
    #expect(try desk.run("privacy access sanne").text.contains("De verwerking is beperkt"))
    #expect(try desk.run("privacy restrict sanne").text.contains("Dat was al zo"))
    try desk.run("privacy restrict sanne --lift")
    #expect(try desk.run("trainee list").text.contains("Sanne"))
  }

  @Test func `a correction is a fact of its own, and an own view stands beside what it is about`() throws {
    let desk = try Desk(.samples)
    try desk.run("privacy correct sanne --family Witte --by ria")
    #expect(try desk.run("trainee show sanne").text.contains("Sanne de Witte"))
    #expect(try desk.run("report hr --json --known-on b-0002").text.contains("\"achternaam\":\"Wit\""))
    try desk.run("privacy correct sanne --view \"Zo ging het niet\" --about b-0002 --by ria")
    #expect(try desk.run("privacy access sanne").text.contains("Zo ging het niet"))
    // The mentor reads it beside what was written; the administration reads no words.
    #expect(try desk.run("trainee show sanne --by mo").text.contains(": Zo ging het niet"))
    #expect(try !desk.run("trainee show sanne --by ria").text.contains("Zo ging het niet"))
    #expect(try desk.run("privacy correct sanne --view x --about b-0099", exit: 66).errorText.contains("b-0099"))
  }

  @Test func `the register of processing names every table`() throws {
    let desk = try Desk(.company)
    let register = try desk.run("privacy register").text
    for column in try desk.columns() { #expect(register.contains(column.prefix { $0 != "." } + ": ")) }
    #expect(try desk.run("privacy register --json").text.contains(#""column":"given_name","whenErased":"identity""#))
    #expect(!register.contains("[privacy."))
  }
}

extension Desk {
  fileprivate func file(_ line: String, _ name: String) throws -> Data {
    try run(line)
    return try read(name)
  }
}
