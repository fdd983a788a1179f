import CompetencyCore
import Testing

/// A conversation steers and does not judge: its template has no place for a mark.
@Suite struct NoMarkTests {
  @Test(arguments: [
    "type = cijfer", "type = getal", "type = number", "keuze = onvoldoende, voldoende, goed", "cijfer = 1-10",
    "schaal = ovg", "vraag.1.type = getal", "vraag.1.keuze = goed, beter",
  ])
  func `a question that asks for a mark is refused, in a step and in the preparation`(line: String) {
    for place in ["onderwerpen = ondersteuning", "vraag.1.nl = Wat zag je?"] {
      let file = TemplateFile().with(place, place + "\n" + line)
      #expect(file.parsed.template == nil)
      #expect(file.parsed.problems.map(\.code) == [.mark_not_here])
      #expect(file.parsed.problems.first?.values["kind"] == "field")
    }
  }

  @Test func `who writes that an answer is text is right`() {
    let line = "onderwerpen = ondersteuning"
    #expect(TemplateFile().with(line, line + "\ntype = tekst").parsed.template == TemplateFile().parsed.template)
  }

  @Test(arguments: FormKind.allCases) func `only what is a conversation has a template`(kind: FormKind) {
    let slips = TemplateFile().with("soort = bpv_bezoek", "soort = \(kind.rawValue)").slips
    #expect(slips.contains("4 mark_not_here kind") != kind.isConversation)
  }

  @Test(arguments: ConversationTopic.allCases) func `a progress conversation talks about all that it must`(
    topic: ConversationTopic
  ) {
    let needed: [ConversationTopic] = [
      .terugblik, .voortgang, .knelpunten, .ondersteuning, .feedback, .ambities, .rol_begeleider,
    ]
    let left = needed.filter { $0 != topic }
    let file = TemplateFile().with("soort = bpv_bezoek", "soort = voortgangsgesprek")
      .with("voortgang, knelpunten", left.map(\.rawValue).joined(separator: ", "))
      .with("onderwerpen = ondersteuning", "onderwerpen = overig")
    #expect(file.slips == (needed.contains(topic) ? ["4 template_faulty topics_missing"] : []))
  }

  @Test func `goals will do for progress`() {
    let file = TemplateFile().with("onderwerpen = voortgang, knelpunten", "onderwerpen = doelen, knelpunten")
    #expect(file.slips == [])
  }
}
