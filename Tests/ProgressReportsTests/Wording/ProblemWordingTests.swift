import CompetencyCore
import Testing
import Wording

@Suite struct ProblemWordingTests {
  @Test func `every problem has a sentence in every language, whether its line is known or not`() throws {
    for language in Language.allCases {
      let texts = try Texts(language)
      for code in ProblemCode.allCases {
        let base = "problem.\(code.rawValue)"
        #expect(texts.has(base) || texts.keys.contains { $0.utf8.starts(with: (base + ".").utf8) }, "\(base) in \(language)")
      }
      for key in texts.keys where key.utf8.starts(with: "problem.".utf8) {
        let end = texts.say(key).unicodeScalars.last
        #expect(end == "." || end == "…", "\(key) in \(language) ends in a full stop")
      }
    }
  }

  @Test func `a question names its line and where it is asked`() throws {
    let problem = Problem(
      .unknown_task, at: SourcePlace(file: "f.xml", line: 31, path: "/b/f[1]"),
      values: ["task": "SLIJP-2", "school": "ROC Delta"])
    #expect(
      try Texts(.nl).problem(problem)
        == "Regel 31: taak ‘SLIJP-2’ van ROC Delta ken ik niet. De regel wacht. Kies de taak die erbij hoort met ‘vakmatrix inbox list’."
    )
    let whole = Problem(.unknown_task, at: SourcePlace(file: "f.xml"), values: problem.values)
    #expect(try Texts(.nl).problem(whole).utf8.starts(with: "Taak ‘SLIJP-2’".utf8))
  }

  @Test func `a value that is empty takes a sentence without it`() throws {
    let nl = try Texts(.nl)
    let busy = nl.problem(Problem(.busy, at: SourcePlace(file: "v.sqlite"), values: ["holder": ""]))
    #expect(busy == "Iemand anders slaat nu iets op. Probeer het straks opnieuw. Er is niets opgeslagen.")
    #expect(
      nl.problem(Problem(.not_allowed, values: ["who": "", "role": "beheer"])).utf8.starts(
        with: "Dit kan niet met de rol beheer.".utf8))
  }

  @Test func `keys and days in values are said in words`() throws {
    let nl = try Texts(.nl)
    let reason = nl.problem(
      Problem(.reason_needed, values: ["task": "LAS-02", "from": "beheerst", "to": "nog_niet", "command": "vakmatrix …"]))
    #expect(reason.utf8.starts(with: "LAS-02 gaat van beheerst terug naar nog niet.".utf8))
    #expect(nl.problem(Problem(.date_in_future, values: ["date": "2027-11-20"])).utf8.starts(with: "20-11-2027 ligt".utf8))
    let roles = nl.problem(Problem(.not_allowed, values: ["who": "Kim", "role": "hr, bpv_begeleider"]))
    #expect(roles.utf8.starts(with: "Kim kan dit niet doen met de rol hr en bpv-begeleider.".utf8))
  }

  @Test func `what was refused during a write says once that nothing was kept`() throws {
    let nl = try Texts(.nl)
    let person = Problem(.person_not_found, values: ["who": "Bram"])
    #expect(nl.problem(person, nothingKept: true).hasSuffix("personeelsnummer. Er is niets opgeslagen."))
    let quote = Problem(.csv_quote, at: SourcePlace(file: "mensen.csv", line: 3))
    #expect(nl.problem(quote, nothingKept: true) == nl.problem(quote))
  }

  @Test func `of what somebody wrote only a piece is shown, without what steers a screen`() throws {
    let long = Problem(.date_not_understood, values: ["value": "\u{1B}" + String(repeating: "x", count: 40)])
    #expect(try Texts(.nl).problem(long).utf8.starts(with: "‘\u{FFFD}xxxxxxxxxxxxxxxxxxx…’ is geen dag".utf8))
    let file = String(repeating: "S", count: 40)
    for code in [ProblemCode.unknown_task, .unknown_level, .unknown_trainee, .unknown_sender, .form_reused, .name_differs] {
      let names = ["task", "level", "who", "sender", "form", "number"]
      let values = Dictionary(uniqueKeysWithValues: names.map { ($0, file) })
      #expect(try !Texts(.nl).problem(Problem(code, values: values)).contains(String(repeating: "S", count: 21)), "\(code)")
    }
  }

  @Test func `without texts a problem still says its code and values`() {
    let problem = Problem(.texts_faulty, at: SourcePlace(file: "nl.txt", line: 3), values: ["detail": "x"])
    #expect(Texts.none.problem(problem).utf8.starts(with: "texts_faulty".utf8))
    #expect(Texts.none.problem(problem).contains("line=3"))
  }

  @Test func `a refusal is a document of its problems`() throws {
    let refusal = Refusal(
      .dataWrong,
      [
        Problem(
          .csv_empty_value, at: SourcePlace(file: "a\"b.csv", line: 2, path: "team"),
          values: ["column": "team", "expected": "een naam"])
      ])
    #expect(
      JSONValue.error(refusal, try Texts(.nl)).text
        == #"{"schema":"vakmatrix/error/1","exit":65,"problems":[{"code":"csv_empty_value","severity":"error","file":"a\"b.csv","line":2,"path":"team","text":"a\"b.csv, regel 2: kolom team is leeg. Daar hoort: een naam. Vul de waarde in en probeer het opnieuw. Er is niets opgeslagen."}]}"#
    )
    #expect(
      JSONValue.problem(Problem(.interrupted), .none).text
        == #"{"code":"interrupted","severity":"error","file":null,"line":null,"path":null,"text":"interrupted"}"#)
  }

  /// What no command can cause on demand stands in SampleData/Problems with its texts, as what can be caused does.
  @Test(arguments: [
    Refusal(.cannotCreate, .disk_full, at: SourcePlace(file: "vakmatrix.sqlite"), values: ["file": "vakmatrix.sqlite"]),
    Refusal(.configuration, .not_durable, at: SourcePlace(file: "vakmatrix.sqlite"), values: ["file": "vakmatrix.sqlite"]),
    Refusal(.failed, .unexpected, values: ["detail": "voortgangsformulier-1.xsd"]),
  ]) func `a problem that cannot be caused is told as it stands in the gallery`(refusal: Refusal) throws {
    let problem = try #require(refusal.problems.first)
    for language in Language.allCases {
      let texts = try Texts(language)
      let told = "\(texts.say("cli.error")) \(texts.problem(problem, nothingKept: true))\nexit \(refusal.status.rawValue)\n"
      try expectGolden(Array(told.utf8), inGallery: "\(problem.code.rawValue)/\(language.rawValue).txt")
    }
  }
}
