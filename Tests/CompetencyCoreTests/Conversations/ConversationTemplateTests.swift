import CompetencyCore
import Testing

@Suite struct ConversationTemplateTests {
  @Test func `a template says how long each step takes, what it is about and what both sides prepare`() throws {
    let template = try #require(TemplateFile().parsed.template)

    #expect((template.id, template.version, template.kind, template.minutes) == ("kort", 3, .bpv_bezoek, 25))
    #expect(template.title == BilingualText(nl: "Bezoek", en: "Visit"))
    #expect(template.steps.map(\.id) == ["voortgang", "hulp"])
    #expect(template.steps.map(\.topics) == [[.voortgang, .knelpunten], [.ondersteuning]])
    #expect(template.preparation(of: .medewerker).map(\.id) == ["werk"])
    #expect(
      template.preparation(of: .begeleider).map(\.wordings) == [[BilingualText(nl: "Wat zag je?", en: "What did you see?")]])
    #expect(template.contacts.map(\.reach) == ["030 123 45 67"])
  }

  @Test func `a file saved on Windows reads the same`() {
    let lines = TemplateFile().text.replacing("\n", with: "\r\n")
    #expect(TemplateFile(text: "\u{FEFF}" + lines).parsed.template == TemplateFile().parsed.template)
    #expect(TemplateFile().with(" = ", "\t=\t").parsed.template == TemplateFile().parsed.template)
  }

  @Test(arguments: [
    ("versie = 3", "versie = 03", "3 template_faulty version"), ("versie = 3", "versie = 0", "3 template_faulty version"),
    ("soort = bpv_bezoek", "soort = praatje", "4 template_faulty kind"),
    ("id = kort", "id = lang", "2 template_faulty id_differs"), ("id = kort", "id = Kort", "2 template_faulty id"),
    ("titel.en = Visit", "titel.en =", "6 template_faulty line"), ("[stap hulp]", "Hulp\n[stap hulp]", "27 template_faulty line"),
    ("titel.en = Visit", "kleur = rood\ntitel.en = Visit", "6 template_faulty unknown_key"),
    ("titel.en = Visit", "titel.nl = Visite\ntitel.en = Visit", "6 template_faulty double_key"),
    ("vraag.1.en = What did you see?\n", "", "14 template_faulty language"),
    ("titel.nl = Hulp\n", "", "28 template_faulty language"),
    ("titel.nl = Hulp\ntitel.en = Help\n", "", "27 template_faulty missing"),
    ("minuten = 10\n", "", "27 template_faulty missing"), ("minuten = 10", "minuten = -10", "30 template_faulty minutes"),
    ("minuten = 10", "minuten = 0", "30 template_faulty minutes"),
    ("minuten = 10", "minuten = 7,5", "30 template_faulty minutes"),
    ("minuten = 10", "minuten = 4", "30 template_faulty total"), ("minuten = 10", "minuten = 16", "30 template_faulty total"),
    ("onderwerpen = ondersteuning", "onderwerpen = weer", "31 template_faulty topic"),
    ("onderwerpen = ondersteuning", "onderwerpen = ondersteuning voortgang", "31 template_faulty double_topic"),
    ("onderwerpen = ondersteuning", "onderwerpen = doelen", "4 template_faulty topics_missing"),
    ("[stap hulp]", "[hulp]", "27 template_faulty heading"), ("[stap hulp]", "[]", "27 template_faulty heading"),
    ("[stap hulp]", "[stap hulp", "27 template_faulty heading"),
    ("[stap hulp]", "[stap voortgang]", "27 template_faulty double_id"),
    ("[stap hulp]", "[stap hülp]", "27 template_faulty id"),
    ("begeleider gezien", "school gezien", "13 template_faulty side"),
    ("begeleider gezien", "medewerker gezien", "0 template_faulty unprepared"),
    ("begeleider gezien", "begeleider werk", "13 template_faulty double_id"),
    ("naam.en = Fund", "naam.en = Fund\u{1B}[2J", "34 template_faulty bytes"),
  ])
  func `a slip is told once, with its line`(line: String, other: String, slip: String) {
    let file = TemplateFile().with(line, other)
    #expect(file.slips == [slip])
    #expect(file.parsed.template == nil)
  }

  @Test func `every slip in a file is told at once, in the order of its lines`() {
    let file = TemplateFile().with("versie = 3", "versie = drie").with("minuten = 10", "minuten = lang").with("Wat zag je?", "")
    #expect(file.slips == ["3 template_faulty version", "14 template_faulty line", "30 template_faulty minutes"])
    #expect(file.parsed.problems.allSatisfy { $0.place?.file == "eigen/kort.txt" })
  }

  @Test func `a file that is empty or no UTF-8 is told as such, and as nothing else`() {
    #expect(TemplateFile(text: "").slips == ["0 template_faulty empty"])
    #expect(TemplateFile(text: "# later\n\n").slips == ["0 template_faulty empty"])
    #expect(TemplateFile(text: String(repeating: "# lang\n", count: 10_000)).slips == ["0 template_faulty too_long"])
    let bytes = Array("id = kort\ntitel.nl = bezo".utf8) + [0xEB, UInt8(ascii: "k")]
    let problems = ConversationTemplate.parse(bytes, file: "kort.txt").problems
    #expect(problems.map(\.place?.line) == [2])
    #expect(problems.map { $0.values["kind"] } == ["bytes"])
  }

  @Test func `standard input has no name that the id must have`() {
    #expect(ConversationTemplate.parse(Array(TemplateFile().text.utf8), file: "-").template?.id == "kort")
  }

  @Test func `a copy has its own id and begins at version 1, and keeps the rest`() throws {
    let copy = ConversationTemplateCopy.of(Array(TemplateFile().text.utf8), id: "eigen")
    let parsed = ConversationTemplate.parse(copy, file: "eigen.txt")
    let template = try #require(parsed.template)
    #expect((template.id, template.version) == ("eigen", 1))
    #expect(template.steps == TemplateFile().parsed.template?.steps)
    #expect(String(decoding: copy, as: UTF8.self).hasPrefix("# Een kort bezoek.\nid = eigen\nversie = 1\n"))
  }
}
