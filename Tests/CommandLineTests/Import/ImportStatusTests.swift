import CompetencyCore
import Journeys
import Testing

@Suite struct ImportStatusTests {
  private static func status(_ problems: Problem...) -> CompetencyCore.ExitStatus { ImportJourney.status(of: problems) }

  private static func mark(in kind: String) -> Problem { Problem(.mark_not_here, values: ["kind": kind]) }

  @Test
  func `what must be repaired in a dialect goes before what is wrong with a file, and that before a file that is not there`() {
    let (missing, unreadable, wrong) = (Problem(.file_not_found), Problem(.file_unreadable), Problem(.not_xml))
    #expect(Self.status() == .done)
    #expect(Self.status(missing) == .notFound && Self.status(missing, unreadable) == .notFound)
    #expect(Self.status(wrong) == .dataWrong && Self.status(missing, wrong) == .dataWrong)
    for dialect in [Problem(.dialect_faulty), Problem(.dialect_ambiguous), Self.mark(in: "dialect")] {
      #expect(Self.status(dialect) == .configuration && Self.status(wrong, dialect) == .configuration)
    }
    #expect(Self.status(Self.mark(in: "form")) == .dataWrong && Self.status(Problem(.mark_not_here)) == .dataWrong)
  }
}
