import Foundation
import Testing

/// Files that are larger than anybody would send. They come out of a pipe, so that nothing large is ever written.
@Suite struct EndlessFileTests {
  private static let size = 500 << 20

  @Test func `five hundred megabytes that are no message are refused`() throws {
    let desk = try Self.desk()
    let dump = try desk.dump()

    let run = try desk.measured(
      "mkfifo groot.xml; (cat levering; yes '<r>abc</r>') | head -c \(Self.size) >groot.xml & vakmatrix import groot.xml")

    expectRefusal(run, of: "groot.xml", line: nil, "geen bericht met formulieren en groter dan 10 MB")
    #expect(try desk.dump() == dump)
  }

  @Test func `five hundred megabytes of nothing are refused for what they are`() throws {
    let desk = try Self.desk()

    // No block of it stands on the disk.
    let run = try desk.measured("truncate -s \(Self.size) leegte.xml; vakmatrix import leegte.xml")

    expectRefusal(run, of: "leegte.xml", line: nil, "dit is een BIN-bestand")
  }

  @Test(arguments: [
    ("<taak code=\"LAS-02\"/>", "meer dan 20000 onderdelen", 20_011), ("<!-- abc -->", "groter dan 8 MB", nil),
    ("abc", "één stuk tekst is groter dan 64 kB", nil),
  ])
  func `one form of five hundred megabytes is refused`(line: String, cause: String, number: Int?) throws {
    let desk = try Self.desk()
    let dump = try desk.dump()

    let run = try desk.measured(
      """
      mkfifo groot.xml
      (cat begin; yes '\(line)' | head -c \(Self.size); echo '</voortgang></formulier></bericht>') >groot.xml &
      vakmatrix import groot.xml
      """)

    let told = try #require(Self.line(in: run))
    expectRefusal(run, of: "groot.xml", line: number ?? told, cause)
    #expect(try desk.dump() == dump)
  }

  @Test(arguments: [
    ("cat begin; yes '<taak code=\"LAS-02\"/>'", "meer dan 20000 onderdelen"), ("cat begin; yes abc", "64 kB"),
    ("cat begin; printf '<!--'; yes abc", "één opmerking is groter dan 1 MB"), ("cat begin; printf '<a'; yes ' abc'", "één tag"),
    ("cat twee formulier; yes '<taak/>'", "meer dan 20000 onderdelen"), ("cat levering; yes '<r>abc</r>'", "10 MB"),
    ("yes", "TXT-bestand"),
    ("yes ''", "het bestand is leeg"), ("cat /dev/zero", "BIN-bestand"), ("yes '<a>'", "10 MB"), ("cat bericht; yes ''", "64 kB"),
  ])
  func `what never ends is read up to a limit and no further`(writer: String, cause: String) throws {
    let desk = try Self.desk()
    let dump = try desk.dump()

    let run = try desk.measured("(\(writer)) | vakmatrix import -")

    expectRefusal(run, of: "-", line: Self.line(in: run), cause)
    #expect(try desk.dump() == dump)
  }

  /// A desk with beginnings of files.
  private static func desk() throws -> Desk {
    let desk = try Desk(.company)
    try desk.write("begin", Part.head + Part.openForm + "\n")
    try desk.write("formulier", Part.openForm + "\n")
    try desk.write("twee", Part.head + Part.form(2) + Part.form(3))
    try desk.write("bericht", Part.message([Part.form(1)]))
    try desk.write("levering", "<levering>\n")
    return desk
  }

  private static func line(in run: Measured) -> Int? {
    run.outcome.errorText.firstMatch(of: /, regel (\d+)/).flatMap { Int($0.1) }
  }
}
