import CompetencyCore

/// The smallest template that is right, to change one thing in.
struct TemplateFile {
  var text = """
    # Een kort bezoek.
    id = kort
    versie = 3
    soort = bpv_bezoek
    titel.nl = Bezoek
    titel.en = Visit

    [voorbereiding medewerker werk]
    vraag.1.nl = Wat lukt al?
    vraag.1.en = What works already?
    vraag.2.nl = Wat lukt nog niet?
    vraag.2.en = What does not work yet?
    [voorbereiding begeleider gezien]
    vraag.1.nl = Wat zag je?
    vraag.1.en = What did you see?
    [stap voortgang]
    titel.nl = Voortgang
    titel.en = Progress
    minuten = 15
    onderwerpen = voortgang, knelpunten
    vraag.1.nl = Een
    vraag.1.en = One
    vraag.2.nl = Twee
    vraag.2.en = Two
    vraag.3.nl = Drie
    vraag.3.en = Three
    [stap hulp]
    titel.nl = Hulp
    titel.en = Help
    minuten = 10
    onderwerpen = ondersteuning
    [contact fonds]
    naam.nl = Fonds
    naam.en = Fund
    waarvoor.nl = cursussen
    waarvoor.en = courses
    bereikbaar = 030 123 45 67

    """

  /// The file with other lines in the place of these.
  func with(_ line: String, _ other: String) -> TemplateFile {
    TemplateFile(text: text.replacing(line, with: other))
  }

  var parsed: (template: ConversationTemplate?, problems: [Problem]) {
    ConversationTemplate.parse(Array(text.utf8), file: "eigen/kort.txt")
  }

  /// What is wrong, as `line code kind`; line 0 is the whole file.
  var slips: [String] {
    parsed.problems.map { "\($0.place?.line ?? 0) \($0.code.rawValue) \($0.values["kind"] ?? "")" }
  }
}
