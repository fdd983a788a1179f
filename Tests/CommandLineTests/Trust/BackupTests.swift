import Foundation
import Testing

/// A backup counts when it was put back and looked over; what it takes the place of is laid aside.
@Suite struct BackupTests {
  @Test func `a backup put back elsewhere gives the same export, byte for byte`() throws {
    let desk = try FullDesk.make()
    try desk.run("export uit")

    let told = try desk.run("backup kopie.sqlite")
    try desk.run("restore kopie.sqlite --database terug.sqlite")
    try desk.run("export nog-eens --database terug.sqlite")

    #expect(told.text.contains("teruggezet en gecontroleerd. Nieuwste zegel: b-00"))
    #expect(try desk.shell("diff -r uit nog-eens").exit == 0)
    #expect(try desk.run("doctor --verify --database terug.sqlite").text.hasSuffix("Alles is in orde.\n"))
  }

  @Test func `of every night of a week the backup brings back the company of that evening`() throws {
    let desk = try Desk(.company)
    #expect(try desk.shell("mkdir nachten").exit == 0)
    let days = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    for (night, day) in days.enumerated() {
      try desk.run("matrix set sanne LAS-0\(night % 5 + 1)=\(night < 5 ? "aangeleerd" : "beheerst") --by mo")
      try desk.run("export uit-\(day)")
      try desk.run("backup nachten/\(day).sqlite")
    }
    for (night, day) in days.enumerated() {
      let told = try desk.run("restore nachten/\(day).sqlite --database \(day).sqlite")
      try desk.run("export terug-\(day) --database \(day).sqlite")
      #expect(told.text.contains("\(night + 2) boekingen, gecontroleerd."))
      #expect(try desk.run("doctor --verify --database \(day).sqlite").text.hasSuffix("Alles is in orde.\n"))
      #expect(try desk.shell("diff -r uit-\(day) terug-\(day)").exit == 0, "\(day)")
    }
  }

  @Test func `what was saved after the backup is laid aside, and can be opened`() throws {
    let desk = try Desk(.company)
    try desk.run("backup kopie.sqlite")
    try desk.run("matrix set sanne LAS-01=aangeleerd --by mo")

    let refused = try desk.run("restore kopie.sqlite", exit: 73)
    #expect(refused.errorText.contains("heeft al boekingen"))
    let told = try desk.run("restore kopie.sqlite --replace")
    let aside = try #require(told.text.firstMatch(of: #/bewaard als (\S+)\. /#)).1

    #expect(try desk.bookings().map(\.booking) == ["b-0001"])
    #expect(try desk.run("log --database \(aside)").text.contains("b-0002"))
    #expect(try desk.run("matrix set sanne LAS-01=aangeleerd --by mo").text.contains("b-0002"))
  }

  @Test func `a backup of which a byte was lost or changed is not put back, and nothing changes`() throws {
    let desk = try Desk(.samples)
    try desk.run("backup kopie.sqlite")
    let before = try desk.read(Desk.databaseName)
    #expect(
      try desk.shell(
        "sqlite3 kopie.sqlite \"update hand_record set seen_by = 'ineke'; update trainee_version set given_name = 'Sam'\""
      ).exit == 0)

    let changed = try desk.run("restore kopie.sqlite --replace", exit: 74)
    #expect(try desk.shell("head -c 40000 kopie.sqlite > half.sqlite").exit == 0)
    try desk.run("restore half.sqlite --replace", exit: 74)
    try desk.run("restore kopie.sqlite --database nieuw.sqlite", exit: 74)

    #expect(changed.errorText.contains("is niet meer zoals hij verzegeld is"))
    #expect(try desk.read(Desk.databaseName) == before)
    #expect(try desk.shell("ls").text.contains("nieuw.sqlite\n") == false)
    #expect(try desk.shell("ls -a").text.contains("restoring") == false)
  }

  @Test func `a folder gets a file with the moment in its name, and a file that is there is left alone`() throws {
    let desk = try Desk(.company)
    #expect(try desk.shell("mkdir kopieen").exit == 0)
    let told = try desk.run("backup kopieen --json").document(Document.self)
    #expect(told.file.wholeMatch(of: /kopieen\/vakmatrix_\d{4}-\d\d-\d\d_\d{4}\.sqlite/) != nil)
    #expect(told.bookings == 1 && told.seal?.hasPrefix("b-0001 ") == true)

    #expect(try desk.run("backup \(told.file)", exit: 73).errorText.contains("is er al"))
    #expect(try desk.shell("stat -c %a \(told.file)").text == "600\n")
  }

  private struct Document: Decodable {
    let file: String
    let bookings: Int
    let seal: String?
  }
}
