import CompetencyCore
import Testing

/// What a school writes becomes what the company knows, or stays open; it is never guessed.
@Suite struct FormResolutionTests {
  private static let delta = OrganisationNumber(kind: .instellingscode, value: "99ZZ")
  private static let oost = OrganisationNumber(kind: .instellingscode, value: "11XX")

  /// Sanne is of ROC Delta, where her number is 0512345; Bram has the same number at MBO Oost.
  private static func story() -> Story {
    var story = Story()
    var (sanne, bram) = (SampleCompany.trainees[0], SampleCompany.trainees[1])
    (sanne.school, sanne.personnelNumber) = (SchoolID("delta"), "00412")
    (bram.school, bram.studentNumber) = (SchoolID("oost"), "0512345")
    story.setsUp(
      .school(School(id: made(SchoolID("delta")), name: "ROC Delta", institutionCode: "99ZZ")),
      .school(School(id: made(SchoolID("oost")), name: "MBO Oost", institutionCode: "11XX")), .trainee(sanne), .trainee(bram))
    return story
  }

  private static func match(
    _ numbers: [Participant.Number], _ name: String = "", from sender: OrganisationNumber = delta, in story: Story = story()
  ) -> FormResolution.Match {
    FormResolution(Knowledge(story.ledger)).trainee(Participant(numbers: numbers, displayName: name), in: head(sender))
  }

  private static func head(_ sender: OrganisationNumber) -> MessageHead {
    MessageHead(
      key: MessageKey(sender: SampleCompany.rocDelta, id: MessageID("m1")), senderNumbers: [sender], senderName: "",
      createdAt: Instant(milliseconds: 0), replaces: nil, file: "m1.xml")
  }

  @Test func `a student number is one of the school that sends it, or of the issuer that it names`() {
    #expect(Self.match([.init(kind: .studentnummer, value: "0512345")]).known == .sanne)
    #expect(Self.match([.init(kind: .studentnummer, value: "0512345")], from: Self.oost).known == .bram)
    #expect(Self.match([.init(kind: .studentnummer, value: "0512345", issuer: "11XX")]).known == .bram)
    #expect(Self.match([.init(kind: .studentnummer, value: "512345")]).known == nil)
    #expect(Self.match([.init(kind: .lokaal, value: "0512345")]).known == nil)
  }

  @Test func `a number of our own administration is one whatever the school`() {
    #expect(Self.match([.init(kind: .personeelsnummer, value: "00412")], from: Self.oost).known == .sanne)
    #expect(Self.match([.init(kind: .studentnummer, value: "00412")]).known == nil)
    #expect(Self.match([.init(kind: .personeelsnummer, value: "0512345")]).known == nil)
  }

  @Test func `a number that two have is nobody's, and one that nobody has is no empty one`() {
    var story = Self.story()
    var bram = SampleCompany.trainees[1]
    (bram.school, bram.studentNumber, bram.personnelNumber) = (SchoolID("delta"), "0512345", "00412")
    story.setsUp(.trainee(bram))
    #expect(Self.match([.init(kind: .studentnummer, value: "0512345")], in: story).known == nil)
    #expect(Self.match([.init(kind: .personeelsnummer, value: "00412")], in: story).known == nil)
    #expect(Self.match([.init(kind: .personeelsnummer, value: "")]).known == nil)
  }

  @Test func `a name that shares no part contradicts the number, until somebody answers`() {
    let number = [Participant.Number(kind: .studentnummer, value: "0512345")]
    #expect(Self.match(number, "S. de Wit").known == .sanne)
    guard case .nameDiffers(let trainee) = Self.match(number, "Piet Pieters") else {
      Issue.record("the name is taken for hers")
      return
    }
    #expect(trainee.id == .sanne)
    var story = Self.story()
    story.answers(.trainee, "studentnummer:0512345", .trainee(.bram), once: true)
    #expect(Self.match(number, "Piet Pieters", in: story).known == nil)
    story.answers(.trainee, "studentnummer:0512345", .trainee(.sanne))
    story.answers(.trainee, "studentnummer:0512345", .trainee(.bram))
    #expect(Self.match(number, "Piet Pieters", in: story).known == .bram)
  }

  @Test func `lines are numbered from 1 in the order of the form`() {
    let place = SourcePlace(file: "m1.xml", line: 9)
    let entry = FormEntry(place: place, task: .migWelding, said: .without(.kan_hier_niet), role: .student, seenOn: .october(1))
    let form = SchoolForm(
      id: FormID("F-1"), version: 1, kind: .voortgangsgesprek, heldOn: .october(1),
      participant: Participant(numbers: [], displayName: "Sanne"), entries: [entry, entry], place: place,
      content: ContentDigest(hex: "0"))
    let reading = FormResolution(Knowledge(Self.story().ledger)).reading(
      of: form, in: Self.head(Self.delta), id: FactID(booking: .first, ordinal: 1))
    #expect(reading.lines.map(\.position) == [1, 2] && reading.trainee == nil)
  }

  @Test func `a task is ours by its code, or by the last answer that is remembered`() {
    var story = Self.story()
    story.answers(.task, "W1", .task(.tigWelding))
    story.answers(.task, "W1", .task(.migWelding))
    story.answers(.task, "W2", .task(.migWelding), once: true)
    let resolution = FormResolution(Knowledge(story.ledger))
    #expect(resolution.task(.hotWork, from: SampleCompany.rocDelta) == .hotWork)
    #expect(resolution.task(made(TaskCode("W1")), from: SampleCompany.rocDelta) == .migWelding)
    #expect(resolution.task(made(TaskCode("W1")), from: SampleCompany.otherSchool) == nil)
    #expect(resolution.task(made(TaskCode("W2")), from: SampleCompany.rocDelta) == nil)
  }

  @Test func `a level is ours by an answer, by the school's own reading or by its id, and else is asked`() {
    var story = Self.story()
    story.answers(.level, "ovg/V", .level(.aangeleerd))
    let resolution = FormResolution(Knowledge(story.ledger))
    func level(_ written: String, _ reading: FormEntry.Reading) -> Judgement? {
      resolution.judgement(.level(SchoolLevel(scale: "ovg", level: written), readAs: reading), from: SampleCompany.rocDelta)
    }
    #expect(level("V", .term(.beheerst)) == .level(.aangeleerd))
    #expect(level("G", .term(.beheerst)) == .level(.beheerst))
    #expect(level("G", .ours(.aangeleerd)) == .level(.aangeleerd))
    #expect(level("G", .ours(made(LevelID("meester")))) == nil)
    #expect(level("G", .unsaid) == nil)
    #expect(resolution.judgement(.without(.kan_hier_niet), from: SampleCompany.rocDelta) == .without(.kan_hier_niet))
  }

  @Test func `a school is known by any number of its own, and two of one number are neither`() {
    var company = Company()
    company.apply(
      .school(
        School(
          id: made(SchoolID("delta")), name: "ROC Delta", institutionCode: "99ZZ",
          otherNumbers: [OrganisationNumber(kind: .kvk, value: "1")])))
    company.apply(.school(School(id: made(SchoolID("los")), name: "Los", institutionCode: "")))
    #expect(company.school(withNumbers: [Self.delta])?.name == "ROC Delta")
    #expect(company.school(withNumbers: [OrganisationNumber(kind: .kvk, value: "1")])?.name == "ROC Delta")
    #expect(company.school(withNumbers: [OrganisationNumber(kind: .kvk, value: "99ZZ")]) == nil)
    #expect(company.school(withNumbers: [OrganisationNumber(kind: .instellingscode, value: "")]) == nil)
    #expect(company.school(withNumbers: [Self.oost]) == nil)
    company.apply(.school(School(id: made(SchoolID("twee")), name: "Twee", institutionCode: "99ZZ")))
    #expect(company.school(withNumbers: [Self.delta]) == nil)
  }
}
