import CompetencyCore
import Testing

@Suite struct MasteryScaleTests {
  private static func levels(_ ids: String...) -> [MasteryLevel] {
    ids.map { MasteryLevel(id: made(LevelID($0)), glyph: "○") }
  }

  @Test func `the standard scale goes from nog niet over aangeleerd to beheerst`() {
    let scale = MasteryScale.standard

    #expect(scale.levels.map(\.id) == [.nogNiet, .aangeleerd, .beheerst])
    #expect(scale.levels.map(\.glyph) == ["○", "◐", "●"])
    #expect(scale.level(atRank: scale.taughtRank) == .aangeleerd)
    #expect(scale.level(atRank: scale.masteredRank) == .beheerst)
  }

  @Test func `a company can have levels of its own, with both marks on one of them`() {
    let scale = MasteryScale(
      levels: Self.levels("nog_niet", "kan_het"), taught: made(LevelID("kan_het")), mastered: made(LevelID("kan_het")))

    #expect(scale?.taughtRank == 1)
    #expect(scale?.masteredRank == 1)
  }

  @Test func `a scale begins with nog niet, has one to five levels more, and each once`() {
    func isScale(_ levels: [MasteryLevel]) -> Bool {
      MasteryScale(levels: levels, taught: .aangeleerd, mastered: .beheerst) != nil
    }

    #expect(isScale(Self.levels("nog_niet", "aangeleerd", "beheerst", "a", "b", "c")))
    #expect(!isScale(Self.levels("nog_niet", "aangeleerd", "beheerst", "a", "b", "c", "d")))
    #expect(!isScale(Self.levels("aangeleerd", "nog_niet", "beheerst")))
    #expect(!isScale(Self.levels("aangeleerd", "beheerst")))
    #expect(!isScale(Self.levels("nog_niet", "aangeleerd", "beheerst", "aangeleerd")))
    #expect(!isScale(Self.levels("nog_niet")))
    #expect(!isScale([]))
  }

  @Test func `the marks are levels of the scale, in order, and nog niet is neither`() {
    func isScale(_ taught: LevelID, _ mastered: LevelID) -> Bool {
      MasteryScale(levels: Self.levels("nog_niet", "aangeleerd", "beheerst"), taught: taught, mastered: mastered) != nil
    }

    #expect(isScale(.aangeleerd, .beheerst))
    #expect(!isScale(.beheerst, .aangeleerd))
    #expect(!isScale(.nogNiet, .beheerst))
    #expect(!isScale(made(LevelID("elders")), .beheerst))
    #expect(!isScale(.aangeleerd, made(LevelID("elders"))))
  }

  @Test func `a rank outside the scale is the nearest level`() {
    #expect(MasteryScale.standard.level(atRank: -1) == .nogNiet)
    #expect(MasteryScale.standard.level(atRank: 99) == .beheerst)
  }

  @Test func `a level that the scale does not have has no rank and a question mark`() {
    let elsewhere = made(LevelID("elders"))

    #expect(MasteryScale.standard.rank(of: elsewhere) == nil)
    #expect(MasteryScale.standard.glyph(of: elsewhere) == "?")
    #expect(MasteryScale.standard.glyph(of: .aangeleerd) == "◐")
  }

  @Test func `a sender's reading becomes the level of the mark, never a higher one`() {
    let scale = made(
      MasteryScale(
        levels: Self.levels("nog_niet", "gezien", "geleerd", "kan_het", "leert_anderen"), taught: made(LevelID("geleerd")),
        mastered: made(LevelID("kan_het"))))

    #expect(scale.level(reading: .nogNiet) == .nogNiet)
    #expect(scale.level(reading: .aangeleerd)?.text == "geleerd")
    #expect(scale.level(reading: .beheerst)?.text == "kan_het")
    #expect(scale.level(reading: made(LevelID("voldoende"))) == nil)
  }
}
