import Foundation
import Testing

/// Everything goes out as text, and comes in again as it was.
@Suite struct RoundTripTests {
  @Test func `the sample company after a year comes back byte for byte, and the doctor finds nothing`() throws {
    let desk = try FullDesk.make()
    let files = try desk.goRound()
    // What nobody may read in the program is in the export all the same.
    #expect(String(decoding: files["written_text.jsonl"] ?? Data(), as: UTF8.self).contains("GEHEIM-Zeepaardje"))
    let empty = files.filter { $0.key.hasSuffix(".jsonl") && $0.value.isEmpty }.map(\.key)
    #expect(empty.isEmpty, "no table goes untried: \(empty)")
    #expect(try desk.run("doctor --database terug.sqlite").text.hasSuffix("Alles is in orde.\n"))
  }

  private static let questions = [
    "status", "log", "log --json", "inbox list --json", "matrix show --as-of 2026-11-20 --json", "matrix coverage --json",
    "matrix show --as-of 2026-11-20 --known-on b-0002 --json", "matrix show --as-of 2026-11-20 --known-on b-0012 --json",
    "matrix history sanne LAS-04 --by mo --json", "report trainee sanne --by mo --as-of 2026-11-20",
    "report team Montage --as-of 2026-11-20", "report hr --as-of 2026-11-20 --json", "report conversation sanne --by sanne",
    "conversation list --by mo --json", "conversation show lisa --by ineke", "conversation prepare sanne --by sanne --json",
    "conversation prepare sanne --by mo --json", "conversation assessments sanne --by mo",
    "agreement list sanne --all --by mo --json",
    "goal list daan --all --json --by daan", "trainee list --json", "task list", "profile list", "schedule show --by ineke",
    "conversation evaluate sanne --by ineke",
  ]

  @Test func `what came back answers as it did`() throws {
    let desk = try FullDesk.make()
    try desk.run("export uit")
    try desk.run("restore uit --database terug.sqlite")
    for line in Self.questions {
      let (own, restored) = try desk.answers(line)
      #expect(own.exit == 0 && !own.bytes.isEmpty, "\(line): \(own.errorText)")
      #expect(restored.text == own.text, "\(line)")
      #expect(restored.exit == own.exit, "\(line)")
    }
  }

  @Test func `what came back goes on as it would have: an old booking is undone, and the next has the next number`() throws {
    let desk = try FullDesk.make()
    try desk.run("export uit")
    try desk.run("restore uit --database terug.sqlite")
    for line in [
      "undo b-0011 --by ria --json", "matrix set daan LAS-01=beheerst --by mo --json", "import SampleData/Forms --json",
      "agreement add sanne \"Gas bestellen\" --by mo --json", "matrix show --as-of 2026-11-20 --json",
    ] {
      let (own, restored) = try desk.answers(line)
      #expect(own.exit == restored.exit)
      #expect(own.text == restored.text && !own.text.isEmpty, "\(line): \(own.errorText)")
    }
  }

  @Test(arguments: [
    "setup SampleData/company", "import SampleData/Forms", "undo b-0001", "undo b-0001;undo b-0002",
    "matrix set sanne LAS-02=beheerst --by mo;undo b-0002;undo b-0003",
  ])
  func `a company at its beginning comes back byte for byte too`(lines: String) throws {
    let desk = try Desk(.company)
    for line in lines.split(separator: ";") { _ = try desk.start(String(line)).wait() }
    try desk.goRound()
  }

  @Test func `texts that were erased stay erased`() throws {
    let desk = try FullDesk.make()
    try desk.tool(
      "sqlite3", Desk.databaseName,
      "delete from written_text where kind = 'preparation'; update written_text set body = '' where kind = 'note'")
    let files = try desk.goRound()
    #expect(!files.values.contains { $0.range(of: Data("GEHEIM-Zeepaardje".utf8)) != nil })
    try desk.run("doctor --database terug.sqlite")
  }

  @Test func `the forms of a school come out byte for byte as they came in`() throws {
    let desk = try Desk(.company)
    for form in Samples.dialectForms { _ = try desk.start("import \(form)").wait() }
    let files = try desk.goRound()
    let sent = try Samples.dialectForms.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    let out = files.filter { $0.key.hasPrefix("messages/") }.map(\.value)
    #expect(Set(out) == Set(sent))
    #expect(out.count == sent.count && out.count > 3)
  }

  @Test func `bytes that are no text, and pieces without any, come back`() throws {
    let desk = try Desk(.company)
    try desk.run("import \(Samples.form(of: "veste"))")
    try desk.tool(
      "sqlite3", Desk.databaseName,
      """
      insert into school_message values ('kvk:1', 'm-1', 5, null, 'School', 'a.xml'), ('kvk:1', 'm-2', 6, null, '', '');
      insert into message_piece values ('kvk:1', 'm-1', 1, zeroblob(0)), ('kvk:1', 'm-1', 2, X'00FF0A0D'),
        ('kvk:1', 'm-1', 3, zeroblob(0)), ('kvk:1', 'm-1', 4, X'C3'), ('kvk:1', 'm-2', 1, zeroblob(0));
      """)
    let files = try desk.goRound()
    let messages = files.filter { $0.key.hasPrefix("messages/") }.map(\.value)
    #expect(messages.count == 3 && messages.contains(Data([0x00, 0xFF, 0x0A, 0x0D, 0xC3])) && messages.contains(Data()))
  }

  @Test func `strings that break programs come back as they were, and steer no screen on the way`() throws {
    let desk = try HostileCompany.desk()
    let files = try desk.goRound()
    for (name, bytes) in files where name.hasSuffix(".jsonl") { expectNothingSteers(bytes) }
    // Another reader of JSON reads the same texts.
    let trainees = (files["trainee_version.jsonl"] ?? Data()).split(separator: 0x0A)
    let names = try trainees.map { try JSONDecoder().decode(Row.self, from: $0).family_name }
    expectSame(names.filter { $0 != "Wit" }, HostileCompany.strings, "family names")
    let (own, restored) = try desk.answers("trainee list --json")
    #expect(own.bytes == restored.bytes)
  }

  @Test func `every sign of Unicode comes back, and another reader reads the same`() throws {
    let desk = try Desk(.company)
    for plane in 0...16 {
      try desk.write("\(plane).txt", Self.signs(of: plane))
      let row = "('vlak-\(plane < 10 ? "0" : "")\(plane)', cast(readfile('\(plane).txt') as text))"
      try desk.tool("sqlite3", Desk.databaseName, "insert into company_setting values " + row)
    }

    let files = try desk.goRound()

    let lines = (files["company_setting.jsonl"] ?? Data()).split(separator: 0x0A)
    #expect(lines.count == 18)
    for (plane, line) in lines.prefix(17).enumerated() {
      let read = try JSONDecoder().decode(Setting.self, from: line)
      #expect(read.setting_value.utf8.elementsEqual(Self.signs(of: plane).utf8), "\(plane)")
    }
    let own = try desk.tool("sqlite3", Desk.databaseName, "select hex(setting_value) from company_setting order by name")
    let restored = try desk.tool("sqlite3", "terug.sqlite", "select hex(setting_value) from company_setting order by name")
    #expect(own.bytes == restored.bytes)
  }

  private static func signs(of plane: Int) -> String {
    String(String.UnicodeScalarView((plane << 16..<(plane + 1) << 16).compactMap(Unicode.Scalar.init)))
  }

  @Test(arguments: ["setting_value = cast(X'61FF' as text)", "setting_value = X'61'", "setting_value = cast(X'C3' as text)"])
  func `what no command could have written is damage, and goes nowhere`(change: String) throws {
    let desk = try Desk(.company)
    try desk.tool("sqlite3", Desk.databaseName, "update company_setting set " + change)
    #expect(try desk.run("export uit", exit: 74).errorText.contains("company_setting, setting_value"))
    #expect(try !desk.names().contains { $0.hasPrefix("uit") })
  }

  private struct Row: Decodable { let family_name: String }
  private struct Setting: Decodable { let setting_value: String }
}
