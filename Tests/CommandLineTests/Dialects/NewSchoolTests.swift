import Foundation
import Testing

/// A new school is a folder of data.
@Suite struct NewSchoolTests {
  @Test func `a copied folder with other elements and words imports without a line of Swift`() throws {
    let desk = try Desk(.company)
    let renamed = { (text: String) in
      text.replacing("urn:voorbeeld:koggeland:vpw:2", with: "urn:voorbeeld:elders:1").replacing("vpw", with: "kaart")
        .replacing("student", with: "leerling").replacing("leerlingnummer", with: "studentnummer").replacing(
          "'leerling'", with: "'student'"
        )
        .replacing("rol=\"leerling\"", with: "rol=\"student\"").replacing("score", with: "cijfer")
    }
    let marks = { (text: String) in text.replacing(">V<", with: ">stap 1<").replacing(">G<", with: ">stap 2<") }
    let words = { (text: String) in
      text.replacing("woord=\"V\"", with: "woord=\"stap 1\"").replacing("woord=\"G\"", with: "woord=\"stap 2\"")
    }
    try desk.write("eigen/SchoolForms/elders/dialect.xml", words(renamed(try Samples.dialect("koggeland"))))
    try desk.write("eigen/SchoolForms/elders/form.xml", marks(renamed(try Samples.bundled(Samples.form(of: "koggeland")))))

    try desk.run("dialect check elders --templates eigen --write")
    try desk.run("import eigen/SchoolForms/elders/form.xml --templates eigen", exit: 3)

    #expect(try desk.cell("t-028", "LAS-01")?.level == "beheerst")
    #expect(try desk.cell("t-029", "BAS-02")?.level == "aangeleerd")
  }

  @Test func `from a form that nobody knows to an import takes a draft, seven values and no more than forty lines`() throws {
    let desk = try Desk(.company)
    let form = "SampleData/NewSchool/praktijkkaart.xml"
    #expect(try desk.run("import \(form)", exit: 65).errorText.contains("vakmatrix dialect new"))

    let file = "eigen/SchoolForms/praktijkkaart/dialect.xml"
    try desk.run("dialect nieuw \(form) -o \(file)")
    try desk.write("eigen/SchoolForms/praktijkkaart/voorbeeld.xml", try desk.read(form))
    let open = try desk.run("dialect check praktijkkaart --templates eigen", exit: 78).errorText
    for wanted in ["‘soort’ van ‘formulier’ is nog leeg", "‘rol’ van ‘oordeel’ is nog leeg", "wat ‘film’ betekent"] {
      #expect(open.contains(wanted), "\(open)")
    }

    var text = String(decoding: try desk.read(file), as: UTF8.self)
    for (empty, filled) in [
      ("soort=\"\"", "soort=\"'tussenbeoordeling'\""), ("rol=\"\"", "rol=\"'werkplekbegeleider'\""),
      ("woord=\"zelf\" niveau=\"\"", "woord=\"zelf\" niveau=\"beheerst\""),
      ("woord=\"samen\" niveau=\"\"", "woord=\"samen\" niveau=\"aangeleerd\""),
      ("woord=\"nee\" niveau=\"\"", "woord=\"nee\" niveau=\"nog_niet\""),
      ("woord=\"film\" niveau=\"\"", "woord=\"film\" niet_omzetbaar=\"alleen gezien, niet gedaan\""),
      ("Naam van het formulier", "Praktijkkaart"),
    ] {
      #expect(text.contains(empty))
      text = text.replacing(empty, with: filled)
    }
    try desk.write(file, text)
    #expect(text.split(separator: "\n").count <= 40)

    try desk.run("dialect check praktijkkaart --templates eigen --write")
    let outcome = try desk.run("import \(form) --templates eigen --json").document(ImportDocument.self)
    #expect(outcome.forms == 2)
    #expect(outcome.observations == 5)
    #expect(outcome.problems.map(\.code) == ["level_not_convertible"])
    #expect(try desk.cell("t-014", "LAS-02")?.level == "beheerst")
    #expect(
      try desk.read("eigen/SchoolForms/praktijkkaart/voorbeeld.expected.txt")
        == Data(try Samples.text("NewSchool/SchoolForms/praktijkkaart/voorbeeld.expected.txt").utf8))
  }

  @Test(arguments: Samples.dialectForms) func `a draft of any sample lacks only what a person must choose`(form: String) throws {
    let desk = try Desk()
    try desk.run("dialect new \(form) -o eigen/SchoolForms/nieuw/dialect.xml")
    let problems = try desk.run("dialect check nieuw --templates eigen --json", exit: 78).errorDocument().problems
    let texts = problems.map(\.text).filter {
      !$0.contains("nog leeg") && !$0.contains("nog niet gekozen") && !$0.contains("geen voorbeeld")
    }
    #expect(texts.isEmpty, "\(texts)")
  }

  @Test func `a draft is not written over a file that is there`() throws {
    let desk = try Desk()
    try desk.write("dialect.xml", "mijn werk")
    try desk.run("dialect new SampleData/NewSchool/praktijkkaart.xml -o dialect.xml", exit: 73)
    #expect(try desk.read("dialect.xml") == Data("mijn werk".utf8))
  }
}
