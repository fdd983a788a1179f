import CompetencyCore
import Testing

/// The file in which a conversation is written down: what each part of it says, and how slips are told.
@Suite struct RecordFileTests {
  static let filled = """
    # Gesprek c-0031.1
    gehouden = 18-12-2026
    Minuten = 25
    delen  met leidinggevende = JA
    volgend gesprek = 22-1-2027 10.00
    nuttig = ja

    [afspraken van vorige keer]
    a-0012.1 = gedaan
    a-0012.2 = loopt
    a-0012.3 = vervalt: de bank staat er al
    a-0012.4 = verzet: 27-11-2026
    a-0012.5 = anders: Lasmap elke vrijdag | sanne | 4-12-2026
    a-0012.6 =

    [terugblik]
    Sanne vertelt over de drie naden.

    \\[sic] stond erbij.
    # Dit is uitleg.
    \\# ook dit is tekst
    \\\\[twee]
    \\\\server\\map

    [samenwerking]

    [Complimenten]
    - LAS-02: Drie naden goed
    - Goed gezien: je vroeg om hulp

    [feedback van begeleider]
    positief = Mooie naden
    ik = Ik zag dat je wachtte
    gedrag =
    [feedback van medewerker]
    ik =
    [nodig van begeleider]
    Vaker meekijken
    [nodig van medewerker]
    Eerder vragen
    [ambities medewerker]
    TIG leren
    [ambities organisatie]
    Een tweede TIG-lasser
    [niveaus]
    - LAS-02 = beheerst | 16-12-2026 | zonder hulp
    - LAS-04 = aangeleerd
    [nieuwe afspraken]
    - Met Lisa TIG oefenen | lisa | 27-11-2026 | LAS-04
    - Lasmap bijwerken
    -
    [nieuwe doelen]
    - TIG leren lassen | 2 | LAS-04=beheerst@1-3-2027 | 5=beheerst
    - VCA halen
    [doelen van nu]
    d-0012.4 = houden
    d-0012.5 = gehaald
    d-0012.6 = vervalt
    d-0012.7 = anders: Sneller lassen | 1
    [nieuwe knelpunten]
    - Wachten op de kantbank | 1-10-2026 | mo
    [knelpunten van nu]
    k-0012.5 = opgelost
    k-0012.6 = blijft

    """

  static func read(_ text: String) -> (draft: ConversationDraft, problems: [Problem]) {
    RecordFile.read(Array(text.utf8), file: "gesprek.txt")
  }

  /// Each slip as its line, its code and its kind.
  static func slips(_ text: String) -> [String] {
    read(text).problems.map { "\($0.place?.line ?? 0) \($0.code.rawValue) \($0.values["kind"] ?? "")" }
  }

  @Test func `the head says when, how long, and what comes next`() throws {
    let (draft, problems) = Self.read(Self.filled)
    #expect(problems == [])
    #expect(draft.heldOn == CalendarDate(typed: "18-12-2026"))
    #expect(draft.minutes == 25)
    #expect(draft.isShared)
    #expect(draft.next == CalendarDate(typed: "22-1-2027"))
    #expect(draft.nextTime == TimeOfDay(typed: "10.00"))
    #expect(draft.wasUseful == true)
  }

  @Test func `what was said keeps its lines, and a backslash keeps a heading a text`() {
    let draft = Self.read(Self.filled).draft
    #expect(draft.topics.map(\.code) == ["terugblik"])
    #expect(
      draft.topics.first?.words.value == """
        Sanne vertelt over de drie naden.

        [sic] stond erbij.
        # ook dit is tekst
        \\[twee]
        \\\\server\\map
        """)
    #expect(draft.topics.first?.words.place == SourcePlace(file: "gesprek.txt", line: 17))
    #expect(draft.compliments.map(\.task) == ["LAS-02", ""])
    #expect(draft.compliments.map(\.words.value) == ["Drie naden goed", "Goed gezien: je vroeg om hulp"])
    #expect(draft.feedback.map(\.from) == [.begeleider])
    #expect(draft.feedback.first?.slots == [.positief: "Mooie naden", .ik: "Ik zag dat je wachtte"])
    #expect(draft.support.map { "\($0.of) \($0.words.value)" } == ["begeleider Vaker meekijken", "medewerker Eerder vragen"])
    #expect(draft.ambitions.map { "\($0.of) \($0.words.value)" } == ["medewerker TIG leren", "begeleider Een tweede TIG-lasser"])
  }

  @Test func `agreements are closed, moved, reworded and made`() {
    let draft = Self.read(Self.filled).draft
    let day = CalendarDate(typed: "27-11-2026")
    #expect(
      draft.closings.map(\.value) == [
        .init(agreement: "a-0012.1", outcome: .done),
        .init(agreement: "a-0012.3", outcome: .dropped(reason: "de bank staat er al")),
        .init(agreement: "a-0012.4", outcome: .moved(to: day ?? .first)),
      ])
    #expect(
      draft.agreements.map(\.value) == [
        .init(words: "Lasmap elke vrijdag", owner: "sanne", dueOn: CalendarDate(typed: "4-12-2026"), rewords: "a-0012.5"),
        .init(words: "Met Lisa TIG oefenen", owner: "lisa", dueOn: day, task: "LAS-04"),
        .init(words: "Lasmap bijwerken"),
      ])
  }

  @Test func `levels, goals and obstacles are read with their days`() {
    let draft = Self.read(Self.filled).draft
    #expect(
      draft.levels.map(\.value) == [
        .init(task: "LAS-02", word: "beheerst", seenOn: CalendarDate(typed: "16-12-2026"), note: "zonder hulp"),
        .init(task: "LAS-04", word: "aangeleerd"),
      ])
    #expect(draft.goals.map(\.value.words) == ["TIG leren lassen", "VCA halen", "Sneller lassen"])
    #expect(draft.goals.map(\.value.priority) == [2, 1, 1])
    #expect(draft.goals.map(\.value.keyResults.count) == [2, 0, 0])
    #expect(draft.goals.map(\.value.replaces) == ["", "", "d-0012.7"])
    #expect(draft.goalReviews.map(\.verdict) == [.keep, .reached, .drop])
    #expect(
      draft.obstacles.map(\.value) == [
        .init(words: "Wachten op de kantbank", since: CalendarDate(typed: "1-10-2026"), owner: "mo")
      ])
    #expect(draft.endedObstacles.map(\.value) == ["k-0012.5"])
  }

  @Test func `other line ends and a mark of the order of bytes make no difference`() {
    let bytes: [UInt8] = Self.filled.utf8.reduce(into: [0xEF, 0xBB, 0xBF]) { $0 += $1 == 0x0A ? [0x0D, 0x0A] : [$1] }
    var (draft, problems) = RecordFile.read(bytes, file: "gesprek.txt")
    var plain = Self.read(Self.filled).draft
    #expect(problems == [])
    #expect(draft.feedback.map(\.slots) == plain.feedback.map(\.slots))
    // The slots have no order of their own.
    (draft.feedback, plain.feedback) = ([], [])
    #expect(String(describing: draft) == String(describing: plain))
  }

  @Test(arguments: [
    ("gehoudn = 1-1-2026", "1 record_file key"), ("minuten = 5\nMinuten = 6", "2 record_file double_key"),
    ("gehouden = 31-2-2026", "1 record_file day"), ("volgend gesprek = 1-3-2027 25.00", "1 record_file time"),
    ("minuten = lang", "1 record_file minutes"), ("minuten = -5", "1 record_file minutes"),
    ("nuttig = misschien", "1 record_file word"), ("losse regel", "1 record_file line"),
    ("[terugblick]", "1 record_file heading"), ("[terugblik", "1 record_file heading"), ("[]", "1 record_file heading"),
    ("[terugblik]\n[Terugblik]", "2 record_file double_heading"),
    ("[afspraken van vorige keer]\na-1.1 = klaar", "2 record_file word"),
    ("[afspraken van vorige keer]\na-1.1 = vervalt", "2 record_file reason"),
    ("[afspraken van vorige keer]\na-1.1 = verzet: morgen", "2 record_file day"),
    ("[afspraken van vorige keer]\na-1.1 = verzet", "2 record_file day"),
    ("[afspraken van vorige keer]\na-1.1 = anders:", "2 record_file no_words"),
    ("[afspraken van vorige keer]\na-1.1 = gedaan\na-1.1 = loopt", "3 record_file double_key"),
    ("[doelen van nu]\nd-1.1 = weg", "2 record_file word"), ("[knelpunten van nu]\nk-1.1 = weg", "2 record_file word"),
    ("[nieuwe afspraken]\nLasmap", "2 record_file item"), ("[nieuwe afspraken]\n- | lisa", "2 record_file no_words"),
    ("[nieuwe afspraken]\n- a | b | 1-1-2027 | LAS-02 | e", "2 record_file parts"),
    ("[nieuwe afspraken]\n- a | b | gauw", "2 record_file day"), ("[niveaus]\n- LAS-02", "2 record_file level"),
    ("[niveaus]\n- LAS-02 =", "2 record_file level"), ("[complimenten]\n- LAS-02:", "2 record_file no_words"),
    ("[nieuwe doelen]\n- TIG | hoog", "2 record_file priority"), ("[nieuwe doelen]\n- TIG | 1 | ooit", "2 record_file result"),
    ("[feedback van medewerker]\nnegatief = x", "2 record_file key"), ("[terugblik]\n\u{202E}om", "2 record_file bytes"),
  ]) func `every slip has its line`(text: String, slip: String) {
    #expect(Self.slips(text) == [slip])
  }

  @Test func `one slip does not hide the next`() {
    #expect(
      Self.slips("minuten = x\n[niveaus]\n- LAS-02\n[wat]\nx\n[terugblik]\ngoed") == [
        "1 record_file minutes", "3 record_file level", "4 record_file heading",
      ])
    #expect(Self.read("minuten = x\n[terugblik]\ngoed").draft.topics.count == 1)
  }

  @Test func `a file of another kind is told of once`() {
    let wide: [UInt8] = "gehouden\nminuten".utf8.reduce(into: [0xFF, 0xFE]) { $0 += [$1, 0] }
    let other = RecordFile.read(wide, file: "f")
    #expect(other.problems.map { $0.values["kind"] } == ["bytes"])
    let long = RecordFile.read(Array(repeating: 0x0A, count: 300_000), file: "f")
    #expect(long.problems.map { $0.values["kind"] } == ["too_long"])
  }

  @Test(arguments: [
    "cijfer = 8", "Eindcijfer = 8", "cijfer: 8", "[cijfer]", "[beoordeling medewerker]", "[niveau gesprek]",
    "[terugblik]\ncijfer = 8", "[niveaus]\n- score = 8", "[complimenten]\n- Cijfer: 8", "[nieuwe afspraken]\nscore = 8",
    "[feedback van begeleider]\noordeel = goed", "[afspraken van vorige keer]\npunten = 8", "[doelen van nu]\nrating = 8",
  ]) func `what asks for a mark is refused wherever it stands`(text: String) {
    let problems = Self.read(text).problems
    #expect(problems.map(\.code) == [.mark_not_here])
    #expect(problems.first?.values["kind"] == "text")
    #expect(problems.first?.place?.line != nil)
  }

  @Test func `a filled file that is cut at any byte is read without harm`() {
    let bytes = Array(Self.filled.utf8)
    for count in bytes.indices {
      let (draft, problems) = RecordFile.read(Array(bytes[..<count]), file: "gesprek.txt")
      #expect(problems.count <= 2)
      #expect(draft.topics.count <= 1)
    }
  }

  @Test func `an untouched file records nothing but the day`() {
    let sheet = RecordSheet(
      title: "Gesprek c-0031.1\nmet Sanne", heldOn: CalendarDate(typed: "18-12-2026") ?? .first, next: "Gepland: 22-1-2027",
      agreements: [
        .init(id: "a-0012.3", words: "Lasmap bijwerken\n[bijna] af | sanne"), .init(id: "a=b", words: "Van school"),
        .init(id: "[x]", words: "x"), .init(id: "cijfer", words: "x"),
      ], goals: [.init(id: "d-0012.4", words: "TIG leren")], obstacles: [.init(id: "k-0012.5", words: "Wachten")],
      sections: [.init(title: "Terugblik", topics: [.terugblik], questions: ["Wat is er gebeurd?"])],
      notes: Dictionary(uniqueKeysWithValues: RecordSheet.Note.allCases.map { ($0, "Uitleg " + $0.rawValue) }))
    let bytes = RecordFile.blank(sheet)
    let (draft, problems) = RecordFile.read(bytes, file: "gesprek.txt")
    var expected = ConversationDraft()
    expected.heldOn = sheet.heldOn
    #expect(problems == [])
    #expect(String(describing: draft) == String(describing: expected))
    let text = String(decoding: bytes, as: UTF8.self)
    for part in ["a-0012.3 =", "d-0012.4 =", "k-0012.5 =", "# ? Wat is er gebeurd?", "# [bijna] af | sanne"] {
      #expect(text.contains("\n" + part), "\(part)")
    }
    for topic in ConversationTopic.allCases { #expect(text.contains("\n[" + topic.rawValue + "]\n")) }
  }
}

/// The file in which one side prepares: what is asked, and what is answered.
@Suite struct PreparationFileTests {
  private func read(_ text: String) -> (draft: PreparationDraft, problems: [Problem]) {
    PreparationFile.read(Array(text.utf8), file: "f.txt", knownQuestions: ["tevreden", "energie"])
  }

  @Test func `an answer stands below its question`() {
    let (draft, problems) = read("klaar = ja\n# Waar?\n[vraag tevreden]\nDrie naden.\n\nEn nog een.\n[vraag energie]\n")
    #expect(problems == [])
    #expect(draft.isReady)
    #expect(draft.answers.map(\.question) == ["tevreden", "energie"])
    #expect(draft.answers.map(\.words.value) == ["Drie naden.\n\nEn nog een.", ""])
  }

  @Test func `what was answered before stands in the file, and comes out as it went in`() {
    let words = "Wachten\n# en zoeken\n[lang]\n\\[x]"
    let bytes = PreparationFile.blank(
      title: "Gesprek", note: "Uitleg", questions: [("tevreden", "Waar?"), ("energie", "Wat kost\nkracht?")],
      answers: ["energie": words])
    let (draft, problems) = PreparationFile.read(bytes, file: "f.txt", knownQuestions: ["tevreden", "energie"])
    #expect(problems == [])
    #expect(!draft.isReady)
    #expect(draft.answers.map(\.words.value) == ["", words])
  }

  @Test func `another question, key or word is a slip, and a mark has no place`() {
    let slips = { (text: String) in read(text).problems.map { "\($0.code.rawValue) \($0.values["kind"] ?? "")" } }
    #expect(slips("[vraag anders]\nx") == ["record_file question"])
    #expect(slips("[tevreden]\nx") == ["record_file question"])
    #expect(slips("klaar = bijna") == ["record_file word"])
    #expect(slips("af = ja") == ["record_file key"])
    #expect(slips("[vraag tevreden]\n[vraag tevreden]") == ["record_file double_heading"])
    #expect(slips("[vraag cijfer]") == ["mark_not_here text"])
    #expect(slips("cijfer = 8") == ["mark_not_here text"])
  }
}
