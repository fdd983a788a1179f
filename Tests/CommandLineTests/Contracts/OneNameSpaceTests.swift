import Testing

/// People and trainees share ids and numbers; a later file cannot take over somebody's.
@Suite struct OneNameSpaceTests {
  @Test(arguments: ["t-014;Dubbel;;Id;00999;Montage;beheer", "nieuw;Dubbel;;Nummer;00412;Montage;beheer"])
  func `a colleague cannot take the id or the number of a trainee`(_ row: String) throws {
    let desk = try Desk(.company)
    try desk.write("more/mensen.csv", "id;roepnaam;tussenvoegsel;achternaam;personeelsnummer;team;rollen\n" + row + "\n")
    let outcome = try desk.run("setup more", exit: 65)
    #expect(outcome.errorText.contains("more/mensen.csv, regel 2"))
    #expect(try desk.bookings().count == 1)
  }

  @Test func `a changed profile reaches who is still to start, also without the trainees' file`() throws {
    let desk = try Desk(.company)
    try desk.run("trainee add --given Bram --family Smit --team Montage --profile onderhoud-2 --start 1-2-2099")
    try desk.write("more/profielen.csv", "profiel;titel;taak;niveau;week\nonderhoud-2;Monteur;BAS-01;beheerst;4\n")

    try desk.run("setup more")

    let shown = try desk.run("matrix show bram --json").document(MatrixDocument.self)
    #expect(shown.cells.map(\.task) == ["BAS-01"])
  }

  @Test func `one task is named once`() throws {
    let desk = try Desk(.company)
    let outcome = try desk.run("matrix set sanne LAS-02=beheerst LAS-02=aangeleerd --by mo", exit: 64)
    #expect(outcome.errorText.contains("LAS-02 staat er twee keer"))
  }

  @Test func `a training does not end before it starts`() throws {
    let desk = try Desk(.company)
    try desk.run("trainee end sanne --on 1-1-1999", exit: 64)
    #expect(try desk.bookings().count == 1)
  }

  @Test func `the first set-up is made on anybody's behalf, and a refused one leaves no database`() throws {
    let desk = try Desk()
    try desk.write("empty/mensen.csv", "id\n")
    try desk.run("setup empty --by ria", exit: 65)
    #expect(!desk.has("vakmatrix.sqlite"))
    try desk.run("setup SampleData/company --by ria")
    #expect(try desk.bookings().count == 1)
  }
}
