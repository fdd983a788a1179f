import Testing

@Suite struct NamesTests {
  @Test(arguments: [
    ("status", "overzicht"), ("log", "logboek"), ("inbox list", "postvak lijst"), ("matrix show", "matrix toon"),
    ("matrix show sanne --json", "matrix toon sanne --json"), ("matrix history sanne LAS-01", "matrix historie sanne LAS-01"),
    ("matrix coverage", "matrix dekking"), ("report trainee sanne", "rapport trainee sanne"), ("report hr", "rapport hr"),
    ("report team Montage --json", "rapport team Montage --json"), ("check SampleData/Forms", "controleer SampleData/Forms"),
    ("trainee list", "trainee lijst"), ("task list", "taak lijst"), ("profile list", "profiel lijst"),
    ("scale list", "niveau lijst"), ("matrix teachers LAS-04", "matrix wie LAS-04"),
    ("doctor", "controle"),
  ])
  func `a Dutch name reads the same as the English one`(english: String, dutch: String) throws {
    let desk = try Desk(.samples)
    let told = try desk.run(english).bytes
    #expect(!told.isEmpty)
    #expect(try desk.run(dutch).bytes == told)
  }

  @Test(arguments: [
    ("setup SampleData/company --database new.sqlite", "inrichten SampleData/company --database new.sqlite"),
    ("import SampleData/Forms/\(Samples.fortyForms)", "importeer SampleData/Forms/\(Samples.fortyForms)"),
    ("matrix set sanne LAS-04=beheerst --by mo", "matrix zet sanne LAS-04=beheerst --by mo"),
    ("undo b-0001", "terugdraaien b-0001"), ("export uit", "exporteer uit"),
    ("trainee replan sanne LAS-04=90 --reason x --by mo", "trainee herplan sanne LAS-04=90 --reason x --by mo"),
  ])
  func `a Dutch name writes the same as the English one`(english: String, dutch: String) throws {
    let (one, other) = try (Desk(.company), Desk(.company))
    let told = try one.run(english).bytes
    #expect(!told.isEmpty)
    #expect(try other.run(dutch).bytes == told)
    #expect(try other.matrix() == one.matrix())
  }

  @Test func `the program also speaks English`() throws {
    let desk = try Desk(.samples)
    #expect(try desk.run("undo b-0099 --lang nl", exit: 66).errorText.contains("Boeking b-0099 is niet gevonden"))
    #expect(try desk.run("undo b-0099 --lang en", exit: 66).errorText.contains("Booking b-0099 was not found"))
    #expect(try desk.run("status --lang en").text != desk.run("status").text)
    #expect(try desk.run("matrix show --json --lang en").bytes == desk.run("matrix show --json").bytes)
  }

  @Test func `help goes to standard output`() throws {
    let desk = try Desk()
    for line in ["--help", "import --help", "help matrix set"] {
      let outcome = try desk.run(line)
      #expect(outcome.text.contains("USAGE: vakmatrix"))
      #expect(outcome.errorBytes.isEmpty)
    }
  }
}
