import CompetencyCore
import Testing

@testable import SchoolForms

struct DialectMarkTests {
  /// The sample dialect with a rule for marks at line 10.
  private static let text = SampleDialect.text.changing(
    "\n  </formulier>",
    to: """

          <beoordeling bij="r:eind" onderdeel="@over" waarde="." schaal="@schaal" rol="'praktijkopleider'" datum="@op"/>
        </formulier>
      """)
  private static let form = SampleDialect.form.changing(
    "\n  </kaart>",
    to: """

          <eind schaal="1 tot 10" op="10-3-2026"> 6,50 </eind>
          <eind over="Samenwerken">Ruim voldoende</eind>
          <eind over="Veilig werken"/>
        </kaart>
      """)

  private func faults(_ text: String) -> [String] {
    SampleDialect.dialects(text).entries[0].problems.map(\.short)
  }

  @Test func `a mark is kept as the school writes it, with its part, its scale and its day`() throws {
    let form = try SampleDialect.message(Self.form, by: SampleDialect.dialects(Self.text)).message.forms[0]
    let (own, other) = (try #require(CalendarDate(iso: "2026-03-10")), try #require(CalendarDate(iso: "2026-03-11")))
    #expect(
      form.assessments == [
        FormAssessment(value: "6,50", scale: "1 tot 10", role: .praktijkopleider, day: own),
        FormAssessment(part: "Samenwerken", value: "Ruim voldoende", role: .praktijkopleider, day: other),
      ])
    #expect(form.entries.count == 4, "a mark is no judgement of a task")
  }

  @Test(arguments: [
    ("'voortgangsgesprek'", ["mark_not_here.dialect 10"]), ("'bpv_bezoek'", ["mark_not_here.dialect 10"]),
    ("&quot;eindgesprek&quot;", ["mark_not_here.dialect 10"]), ("' gesprekje '", ["mark_not_here.dialect 10"]),
    ("'tussenbeoordeling'", []), ("'eindbeoordeling'", []), ("'zelfbeoordeling'", []), ("'T'", []), ("@soort", []),
    ("concat('voortgangs', 'gesprek')", []),
  ])
  func `a mark in a form that is a conversation by a constant is refused with the dialect and its line`(
    kind: String, expected: [String]
  ) {
    let text = Self.text.changing("soort=\"@soort\"", to: "soort=\"\(kind)\"")
      .changing("<woord van=\"T\"", to: "<woord van=\"gesprekje\" soort=\"ontwikkelgesprek\"/><woord van=\"T\"")
    #expect(faults(text) == expected)
  }

  @Test func `a form with a mark that turns out to be a conversation is refused with the lines of its marks`() throws {
    let form = Self.form.changing("soort=\"T\"", to: "soort=\"voortgangsgesprek\"")
    let problems = try SampleDialect.problems(form, by: SampleDialect.dialects(Self.text))
    #expect(problems.map(\.short) == ["mark_not_here.form 16", "mark_not_here.form 17"])
    #expect(problems.allSatisfy { $0.place?.file == "f.xml" && !$0.values.values.contains("Ruim voldoende") })
  }

  @Test func `a conversation in which nobody filled in a mark is read`() throws {
    let form = SampleDialect.form.changing("soort=\"T\"", to: "soort=\"voortgangsgesprek\"")
      .changing("\n  </kaart>", to: "<eind/><eind> </eind>\n  </kaart>")
    #expect(try SampleDialect.message(form, by: SampleDialect.dialects(Self.text)).message.forms[0].assessments.isEmpty)
  }

  @Test(arguments: [
    (" rol=\"'praktijkopleider'\" datum=\"@op\"", " datum=\"@op\"", "missing_attribute 10"),
    ("waarde=\".\" ", "", "missing_attribute 10"),
    ("waarde=\".\"", "waarde=\"\"", "unfinished 10"), ("waarde=\".\"", "niveau=\".\" waarde=\".\"", "unknown_attribute 10"),
  ])
  func `a slip in a rule for marks is told with its line`(piece: String, other: String, expected: String) {
    #expect(faults(Self.text.changing(piece, to: other)).contains("dialect_faulty." + expected))
  }

  @Test func `marks change the content of a form, and a rule that finds none changes nothing`() throws {
    let plain = try SampleDialect.message().message
    let (ruled, marked) = try (
      SampleDialect.message(by: SampleDialect.dialects(Self.text)).message,
      SampleDialect.message(Self.form, by: SampleDialect.dialects(Self.text)).message
    )
    #expect(ruled.content == plain.content)
    #expect(ruled.forms[0].content == plain.forms[0].content)
    #expect(marked.forms[0].content != plain.forms[0].content)
    for (piece, other) in [("6,50", "6,5"), ("1 tot 10", "1-10"), ("over=\"Samenwerken\"", ""), ("op=\"10-3-2026\"", "")] {
      let form = Self.form.changing(piece, to: other)
      let changed = try SampleDialect.message(form, by: SampleDialect.dialects(Self.text)).message
      #expect(changed.forms[0].content != marked.forms[0].content, "\(piece)")
    }
  }
}
