import CompetencyCore
import Testing

/// Rules 6 and 7: the level, and the days from which a task counts as aangeleerd and as beheerst.
@Suite struct LevelAndDatesTests {
  @Test func `a task that nobody saw is not mastered, not taught, and names nobody`() {
    let cell = Story().cell(.migWelding)

    #expect(cell.level == .nogNiet)
    #expect(cell.aangeleerdOn == nil)
    #expect(cell.beheerstOn == nil)
    #expect(cell.lastSeenOn == nil)
    #expect(cell.named == nil)
  }

  @Test func `an observation never lowers a level`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))

    story.records(.migWelding, .aangeleerd, on: .october(9))

    #expect(story.cell(.migWelding).level == .beheerst)
    #expect(story.cell(.migWelding).lastSeenOn == .october(6))
  }

  @Test func `a task is first taught and then mastered, each with the first day of it`() {
    var story = Story()
    story.records(.migWelding, .aangeleerd, on: .october(2))
    story.records(.migWelding, .aangeleerd, on: .october(6))
    story.records(.migWelding, .beheerst, on: .october(9))
    story.records(.migWelding, .beheerst, on: .october(12))

    #expect(story.cell(.migWelding).aangeleerdOn == .october(2))
    #expect(story.cell(.migWelding).beheerstOn == .october(9))
    #expect(story.cell(.migWelding).lastSeenOn == .october(12))
  }

  @Test func `a task can be mastered without ever having been taught here`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(9))

    #expect(story.cell(.migWelding).aangeleerdOn == nil)
    #expect(story.cell(.migWelding).beheerstOn == .october(9))
  }

  @Test func `a task that is mastered is not taught afterwards`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(9))

    #expect(story.cell(.migWelding).aangeleerdOn == nil)
  }

  @Test func `taught and mastered on one day are both shown`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    story.records(.migWelding, .aangeleerd, on: .october(6))

    #expect(story.cell(.migWelding).aangeleerdOn == .october(6))
    #expect(story.cell(.migWelding).beheerstOn == .october(6))
  }

  @Test func `the day itself counts, the day after does not`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))

    #expect(story.cell(.migWelding, asOf: .october(5)).level == .nogNiet)
    #expect(story.cell(.migWelding, asOf: .october(6)).level == .beheerst)
  }

  @Test func `what a trainee says of herself sets no level`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6), by: .sanne)

    #expect(story.cell(.migWelding).level == .nogNiet)
  }

  @Test func `a longer scale counts by its two marks`() {
    let levels = ["nog_niet", "gezien", "aangeleerd", "met_hulp", "beheerst", "leert_anderen"].map { id in
      MasteryLevel(id: made(LevelID(id)), glyph: "○")
    }
    let scale = made(MasteryScale(levels: levels, taught: .aangeleerd, mastered: .beheerst))
    var story = Story()
    story.records(.migWelding, made(LevelID("gezien")), on: .october(1))
    story.records(.migWelding, made(LevelID("met_hulp")), on: .october(2))
    story.records(.migWelding, made(LevelID("leert_anderen")), on: .october(9))

    let cell = CompetencyMatrix(Knowledge(story.ledger, scale: scale), asOf: .last)[.sanne, .migWelding]

    #expect(cell?.level.text == "leert_anderen")
    #expect(cell?.aangeleerdOn == .october(2))
    #expect(cell?.beheerstOn == .october(9))
  }
}
