import CompetencyCore
import Testing

/// What an import adds, moves and asks, worked out from what was known before it and with it.
@Suite struct ImportTallyTests {
  private static let form = SampleForm(
    "F-1", SampleLine(.migWelding, .aangeleerd, on: .october(6)),
    SampleLine(.migWelding, .beheerst, by: .student, on: .october(6)),
    SampleLine(unknownTask: "W1", .beheerst, on: .october(6)))

  /// The tally of one more import on top of a story; what was read before it is known to be in it too.
  private static func tally(
    _ before: Story, _ messages: SampleMessage..., isKnown: Bool = false, hasLines: Bool = true
  ) -> ImportTally {
    var after = before
    let booking = before.ledger.nextBooking
    for message in messages { after.imports(message) }
    let readings = after.ledger.readings
    var tally = ImportTally(booking: booking, today: .october(31))
    tally.add(
      before: Knowledge(before.ledger), after: Knowledge(after.ledger), readings: readings,
      known: isKnown ? Set(readings.map(\.id).filter { $0.booking != booking }) : [],
      forms: hasLines ? Dictionary(uniqueKeysWithValues: readings.map { ($0.id, Self.form(of: $0)) }) : [:])
    return tally
  }

  private static func form(of reading: FormReading) -> SchoolForm {
    let place = SourcePlace(file: "m.xml", line: 1)
    let entries = reading.lines.map { line in
      FormEntry(
        place: SourcePlace(file: "m.xml", line: line.position), task: line.taskWritten, said: .without(.kan_hier_niet),
        role: line.role, seenOn: line.seenOn)
    }
    return SchoolForm(
      id: reading.identity.formID, version: 1, kind: reading.kind, heldOn: reading.identity.heldOn,
      participant: Participant(numbers: [], displayName: "Sanne"), entries: entries, place: place, content: reading.content)
  }

  @Test func `what counts is counted as what it is, and what is asked is asked`() {
    let tally = Self.tally(Story(), SampleMessage("m1", Self.form))
    #expect(tally.allCounts.observations == 1 && tally.allCounts.proposals == 1 && tally.allCounts.questions == 1)
    #expect(tally.allCounts.replaced == 0 && tally.allCounts.alreadyKnown == 0 && tally.allCounts.disagreements == 0)
    #expect(tally.newQuestions.map(\.key.written) == ["W1"] && tally.newQuestions.map(\.count) == [1])
    #expect(tally.newQuestions.first?.asker.position == 3)
    #expect(tally.hasQuestions && !tally.hasNewDisagreement)
    #expect(!Self.tally(Story()).hasQuestions)
  }

  @Test func `a form that a correction replaces adds nothing that counts, and a known one is told as known`() {
    var story = Story()
    story.imports(SampleMessage("m2", replaces: "m1"))
    let replaced = Self.tally(story, SampleMessage("m1", Self.form))
    #expect(replaced.allCounts.observations == 0 && replaced.allCounts.replaced == 2)

    story.imports(SampleMessage("m3", Self.form))
    let known = Self.tally(story, SampleMessage("m4", Self.form), isKnown: true)
    #expect(known.allCounts.alreadyKnown == 2 && known.allCounts.observations == 0)
    #expect(Self.tally(story, SampleMessage("m4", Self.form)).allCounts.alreadyKnown == 0)
  }

  @Test func `a question that was open stays one question, and all who wait for its answer are counted`() {
    var story = Story()
    story.imports(SampleMessage("m1", Self.form))
    let second = SampleForm(
      "F-2", heldOn: .october(9), SampleLine(unknownTask: "W1", .beheerst, on: .october(9)),
      SampleLine(unknownTask: "W1", .beheerst, on: .october(9)), SampleLine(unknownTask: "A1", .beheerst, on: .october(9)))
    let tally = Self.tally(story, SampleMessage("m2", second))
    #expect(tally.allCounts.questions == 1)
    #expect(tally.newQuestions.map(\.key.written) == ["A1", "W1"] && tally.newQuestions.map(\.count) == [1, 3])
    #expect(tally.newQuestions.map(\.asker.position) == [3, 1])
    // What only older forms ask is no question of this import.
    #expect(Self.tally(story, SampleMessage("m3")).newQuestions.isEmpty)
  }

  @Test func `of families that ask the same the first form of the import is the one that is told`() {
    let plain = SampleMessage("m1", SampleForm("F-1", SampleLine(.migWelding, .beheerst, on: .october(6))))
    let asks = SampleMessage("m2", SampleForm("F-2", SampleLine(unknownTask: "W1", .beheerst, on: .october(6))))
    var (early, late) = (Story(), Story())
    let booking = early.imports(asks)
    late.imports(plain, asks)
    for (families, ordinal) in [([late], 2), ([late, early], 1), ([early, late], 1)] {
      var tally = ImportTally(booking: booking, today: .october(31))
      for family in families { tally.addQuestions(before: Knowledge(Story().ledger), after: Knowledge(family.ledger)) }
      #expect(tally.newQuestions.map(\.asker.reading) == [FactID(booking: booking, ordinal: ordinal)])
      #expect(tally.newQuestions.map(\.count) == [families.count])
    }
  }

  @Test func `a correction takes questions and disagreements with it`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(1))
    story.imports(SampleMessage("m1", Self.form))
    let tally = Self.tally(story, SampleMessage("m2", replaces: "m1"))
    #expect(tally.allCounts.questions == -1 && tally.allCounts.disagreements == -1 && !tally.hasNewDisagreement)
  }

  @Test func `a new disagreement is told, also when an old one goes`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(1))
    let first = Self.tally(story, SampleMessage("m1", Self.form))
    #expect(first.hasNewDisagreement && first.allCounts.disagreements == 1)

    story.imports(SampleMessage("m1", Self.form))
    let other = SampleForm("F-1", SampleLine(.migWelding, .aangeleerd, on: .october(7)))
    let second = Self.tally(story, SampleMessage("m2", replaces: "m1", other))
    #expect(second.hasNewDisagreement && second.allCounts.disagreements == 0)
    let same = Self.tally(story, SampleMessage("m3", replaces: "m1", Self.form))
    #expect(!same.hasNewDisagreement)
  }

  @Test func `each line is told with what becomes of it and of its cell`() {
    var story = Story()
    story.records(.migWelding, .aangeleerd, on: .october(1))
    let form = SampleForm(
      "F-1", SampleLine(.migWelding, .beheerst, on: .october(6)), SampleLine(.migWelding, .aangeleerd, on: .october(7)),
      SampleLine(.tigWelding, .beheerst, by: .student, on: .october(6)),
      SampleLine(.migWelding, .beheerst, by: .student, on: .october(6)),
      SampleLine(unknownTask: "W1", .beheerst, on: .october(6)), SampleLine(.hotWork, unknownLevel: "V", on: .october(6)),
      SampleLine(.hotWork, without: .kan_hier_niet, on: .october(6)),
      SampleLine(.hotWork, without: .kan_hier_niet, by: .student, on: .october(6)))
    let lines = Self.tally(story, SampleMessage("m1", form)).plannedLines
    #expect(
      lines.map { $0.effect(on: .standard) } == ["moves", "moves", "proposal", "heard", "parked", "parked", "same", "heard"])
    #expect(lines.map(\.fate) == [.observation, .observation, .proposal, .proposal, .parked, .parked, .observation, .proposal])
    #expect(lines[0].before == .aangeleerd && lines[0].after == .beheerst && lines[2].after == .nogNiet)
    #expect(lines.map(\.place.line) == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(Self.tally(story, SampleMessage("m1", form), hasLines: false).plannedLines.isEmpty)
  }

  @Test func `a line that says less than the level that stays, or as much, moves nothing`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(1))
    let form = SampleForm(
      "F-1", SampleLine(.migWelding, .aangeleerd, on: .october(6)), SampleLine(.migWelding, .beheerst, on: .october(7)))
    #expect(Self.tally(story, SampleMessage("m1", form)).plannedLines.map { $0.effect(on: .standard) } == ["lower", "same"])
  }

  @Test func `lines of a form that nobody is known for wait, and those of a replaced form are told as replaced`() {
    let stranger = SampleForm("F-1", participant: "studentnummer:9", SampleLine(.migWelding, .beheerst, on: .october(6)))
    let parked = Self.tally(Story(), SampleMessage("m1", stranger)).plannedLines
    #expect(parked.map(\.fate) == [.parked] && parked.first?.before == nil)
    var story = Story()
    story.imports(SampleMessage("m2", replaces: "m1"))
    let replaced = Self.tally(story, SampleMessage("m1", Self.form)).plannedLines
    #expect(replaced.map { $0.effect(on: .standard) } == ["replaced", "replaced", "replaced"])
  }

  @Test func `of what was read only what came with the import has lines, in the order of the files`() {
    var story = Story()
    story.imports(SampleMessage("m1", Self.form))
    let later = SampleMessage(
      "m2", SampleForm("F-9", heldOn: .october(9), SampleLine(.migWelding, .beheerst, on: .october(9))),
      SampleForm("F-8", heldOn: .october(8), SampleLine(.tigWelding, .beheerst, on: .october(8))))
    #expect(Self.tally(story, later).plannedLines.map(\.task) == [.migWelding, .tigWelding])
  }

  @Test func `a plan without a booking writes nothing`() {
    func plan(_ booking: BookingNumber?) -> ImportPlan {
      ImportPlan(booking: booking, formCount: 0, counts: ImportPlan.Counts(), lines: [], problems: [], needsPerson: false)
    }
    #expect(plan(nil).isEmpty && !plan(.first).isEmpty)
  }

  @Test func `a word of a school is written when it alone means that level, or is the one to write`() {
    func word(_ text: String, _ level: LevelID, isWritten: Bool = false) -> StatedScale.Word {
      StatedScale.Word(
        text: text, name: text, said: .level(SchoolLevel(scale: "s", level: text), readAs: .term(level)), isWritten: isWritten)
    }
    func written(_ words: [StatedScale.Word]) -> String? {
      StatedScale(id: "s", words: words).word(for: .level(.beheerst)) { said in
        if case .level(_, .term(let level)) = said { .level(level) } else { nil }
      }?.text
    }
    #expect(written([word("V", .aangeleerd), word("G", .beheerst)]) == "G")
    #expect(written([word("G", .beheerst), word("U", .beheerst)]) == nil)
    #expect(written([word("G", .beheerst), word("U", .beheerst, isWritten: true)]) == "U")
    #expect(written([word("V", .aangeleerd)]) == nil)
  }
}
