import Foundation
import Testing

/// A conversation is written down in a file: printed empty, filled in, given back; or opened in an editor.
@Suite struct RecordFileCommandTests {
  private struct Shown: Decodable {
    let booking: String?
    let agreements: [Agreement]
    let closed: Int
    let levels: Int
    let shared: Bool

    struct Agreement: Decodable {
      let text: String
      let owner: String
    }
  }

  private let record = "conversation record sanne --by mo"
  private let prepare = "conversation prepare sanne --by sanne"

  /// A desk with a conversation of today.
  private func desk() throws -> Desk {
    let desk = try Desk(.samples)
    try desk.run("conversation plan sanne --by mo --on \(today)")
    return desk
  }

  private var today: String {
    let days = DateFormatter()
    (days.locale, days.timeZone) = (Locale(identifier: "en_US_POSIX"), TimeZone(identifier: "Europe/Amsterdam"))
    days.dateFormat = "yyyy-MM-dd"
    return days.string(from: Date())
  }

  /// An editor: a script that changes the file it is given.
  private func editor(_ desk: Desk, _ lines: String) throws -> [String: String] {
    try desk.write("editor.sh", "#!/bin/sh\n" + lines + "\n")
    try desk.write("tmp/.keep", "")
    return ["EDITOR": "sh '\(desk.url("editor.sh").path)'", "TMPDIR": desk.url("tmp").path]
  }

  private func left(_ desk: Desk) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.url("tmp").path).filter { $0 != ".keep" }
  }

  @Test func `the empty file shows what is open, and is filled in and given back`() throws {
    let desk = try desk()
    let blank = try desk.run(record + " --blank").text
    for part in [
      "# Verslag van voortgangsgesprek met Sanne de Wit", "# Lasmap bijwerken. | Sanne |", "\nA14-05 =\n", "[terugblik]",
    ] {
      #expect(blank.contains(part), "\(part)")
    }
    try desk.write(
      "gesprek.txt",
      blank.replacing("A14-05 =", with: "A14-05 = gedaan").replacing("A14-08 =", with: "A14-08 = anders: TIG oefenen | lisa")
        .replacing("[terugblik]", with: "[terugblik]\nDrie naden goed.").replacing("= nee", with: "= ja")
        .replacing("[niveaus]", with: "[niveaus]\n- LAS-04 = beheerst | \(today)")
        .replacing("[nieuwe afspraken]", with: "[nieuwe afspraken]\n- Kantbank vrijhouden | mo"))
    let shown = try desk.run(record + " --file gesprek.txt --agreement \"Ook dit\" --json").document(Shown.self)
    #expect(shown.booking != nil && shown.shared)
    #expect(shown.agreements.map(\.text) == ["TIG oefenen", "Kantbank vrijhouden", "Ook dit"])
    #expect(shown.closed == 1 && shown.levels == 1)
    #expect(try desk.run("conversation show sanne --by sanne").text.contains("Drie naden goed."))
  }

  @Test func `the empty file goes to a file, and comes in by standard input`() throws {
    let desk = try desk()
    try desk.run(record + " --blank -o leeg.txt --lang en")
    let blank = String(decoding: try desk.read("leeg.txt"), as: UTF8.self)
    #expect(blank.contains("\n[nieuwe afspraken]\n# What, who"))
    let text = blank.replacing("[overig]", with: "[overig]\nGoed gesprek")
    #expect(try desk.run(record + " --file - --dry-run", input: text).text.contains("Vastgelegd"))
  }

  @Test func `JSON says the same`() throws {
    let desk = try desk()
    let json = """
      {"heldOn": "\(today)", "minutes": 25, "shared": true, "useful": true, "next": "2900-01-01", "nextTime": "10.00",
       "topics": [{"code": "terugblik", "text": "Drie naden goed."}], "compliments": [{"task": "LAS-02", "text": "Mooi"}],
       "support": [{"of": "begeleider", "text": "Meekijken"}], "ambitions": [{"of": "organisatie", "text": "TIG"}],
       "feedback": [{"from": "begeleider", "positief": "Mooie naad"}],
       "agreements": [{"text": "Kantbank vrijhouden", "owner": "mo", "dueOn": "2900-01-01", "task": "LAS-04"}],
       "closings": [{"agreement": "A14-05", "outcome": "done"}, {"agreement": "A14-08", "outcome": "dropped", "reason": "klaar"}],
       "levels": [{"task": "LAS-04", "level": "beheerst", "seenOn": "\(today)", "note": "alleen"}],
       "goals": [{"text": "TIG leren", "priority": 1, "results": ["LAS-04=beheerst"]}], "goalReviews": [],
       "obstacles": [{"text": "Kantbank bezet", "owner": "mo"}], "endedObstacles": []}
      """
    let shown = try desk.run(record + " --file - --json", input: json).document(Shown.self)
    #expect(shown.agreements.map(\.text) == ["Kantbank vrijhouden"])
    #expect(shown.closed == 2 && shown.levels == 1 && shown.shared)
  }

  @Test(arguments: [
    (#"{"topics": [{"code": "terugblik", "text": "x", "kleur": 1}]}"#, "(topics[1].kleur)"),
    (#"{"minutes": true}"#, "minutes"), (#"{"shared": 1}"#, "shared"), (#"{"topics": {}}"#, "topics"),
    (#"{"closings": [{"agreement": "A14-05", "outcome": "moved"}]}"#, "closings[1]"), (#"{"heldOn": "morgen"}"#, "heldOn"),
    (#"{"agreements": [{"owner": "mo"}]}"#, "agreements[1].text"), (#"{"minutes": 25"#, "JSON"),
  ]) func `what is wrong in JSON is told with its path`(json: String, path: String) throws {
    let desk = try desk()
    let before = try desk.dump()
    #expect(try desk.run(record + " --file -", exit: 65, input: json).errorText.contains(path))
    #expect(try desk.dump() == before)
  }

  @Test func `every slip is told with its line, and nothing is kept`() throws {
    let desk = try desk()
    let before = try desk.dump()
    try desk.write("gesprek.txt", "minuten = lang\n[terugblick]\nx\n[niveaus]\n- LAS-04\n")
    let lines = try desk.run(record + " --file gesprek.txt", exit: 65).errorLines
    #expect(lines.count == 3)
    for (line, number) in zip(lines, [1, 2, 5]) { #expect(line.contains("gesprek.txt, regel \(number):"), "\(line)") }
    #expect(try desk.dump() == before)
  }

  @Test func `a name that is not known is told with its line too`() throws {
    let desk = try desk()
    try desk.write("gesprek.txt", "[niveaus]\n- NIETS-9 = beheerst\n[nieuwe afspraken]\n- Bank vrij | niemand\n")
    let lines = try desk.run(record + " --file gesprek.txt", exit: 66).errorLines
    #expect(lines.count == 2)
    for number in [2, 4] { #expect(lines.contains { $0.contains("gesprek.txt, regel \(number): ") }, "\(lines)") }
  }

  @Test func `a mark is refused in text and in JSON`() throws {
    let desk = try desk()
    for text in ["cijfer = 8\n", "[beoordeling]\n8\n", #"{"cijfer": 8}"#, #"{"topics": [{"code": "overig", "score": 8}]}"#] {
      let told = try desk.run(record + " --file -", exit: 65, input: text).errorText
      #expect(told.contains("vraagt om een oordeel"), "\(told)")
    }
  }

  @Test func `what is written in the editor is booked, and the private file is removed`() throws {
    let desk = try desk()
    let editor = try editor(
      desk, "stat -c %a \"$1\" > rechten.txt; printf '\\n- Bank vrij | mo\\n' > rest; sed -i '/nieuwe afspraken/r rest' \"$1\"")
    let shown = try desk.run(record + " --edit --json", environment: editor).document(Shown.self)
    #expect(shown.agreements.map(\.text) == ["Bank vrij"])
    #expect(String(decoding: try desk.read("rechten.txt"), as: UTF8.self) == "600\n")
    #expect(try left(desk) == [])
  }

  @Test func `a file that was not changed books nothing`() throws {
    let desk = try desk()
    let before = try desk.dump()
    for change in [":", ": > \"$1\""] {
      let told = try desk.run(record + " --edit", environment: try editor(desk, change)).text
      #expect(told == "Het bestand is niet veranderd. Er is niets vastgelegd.\n")
    }
    #expect(try left(desk) == [])
    #expect(try desk.dump() == before)
  }

  @Test(arguments: [
    ("echo 'minuten = x' > \"$1\"", 65), ("echo '[niveaus]\n- NIETS-9 = beheerst' > \"$1\"", 66),
    ("echo x >> \"$1\"; exit 3", 74),
  ])
  func `what somebody wrote is kept when it cannot be booked`(change: String, exit: Int32) throws {
    let desk = try desk()
    let before = try desk.dump()
    let told = try desk.run(record + " --edit", exit: exit, environment: try editor(desk, change)).errorText
    let kept = try left(desk)
    #expect(kept.count == 1)
    #expect(told.contains("Wat je schreef staat nog in \(desk.url("tmp/" + (kept.first ?? "")).path)."))
    #expect(try desk.dump() == before)
  }

  @Test func `an editor that fails leaves nothing behind`() throws {
    let desk = try desk()
    let editor = try editor(desk, "exit 3")
    try desk.run(record + " --edit", exit: 74, environment: editor)
    #expect(try left(desk) == [])
    try desk.run(record + " --edit --blank", exit: 64)
  }

  @Test func `a preparation is filled in too, and says only what is new`() throws {
    let desk = try desk()
    try desk.run(prepare + " --answer \"tevreden=Drie naden\"")
    let blank = try desk.run(prepare + " --blank").text
    #expect(blank.contains("[vraag tevreden]\nDrie naden\n"))
    let before = try desk.dump()
    try desk.run(prepare + " --file -", input: blank)
    #expect(try desk.dump() == before)
    let text = blank.replacing("klaar = nee", with: "klaar = ja").replacing("[vraag energie]", with: "[vraag energie]\nWachten")
    let told = try desk.run(prepare + " --file -", input: text).text
    #expect(told.contains("Wachten"))
    try desk.run(prepare + " --file -", exit: 65, input: "[vraag anders]\nx")
    let editor = try editor(desk, "sed -i 's/Drie naden/Vier naden/' \"$1\"")
    #expect(try desk.run(prepare + " --edit", environment: editor).text.contains("Vier naden"))
  }
}
