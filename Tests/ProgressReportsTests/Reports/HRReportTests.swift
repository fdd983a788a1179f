import CompetencyCore
import Foundation
import ProgressReports
import Testing
import Wording

extension Data {
  /// Whether these bytes occur in it.
  func contains(_ bytes: Data) -> Bool { range(of: bytes) != nil }
}

@Suite struct HRReportTests {
  private static let columns = """
    personeelsnummer roepnaam tussenvoegsel achternaam team leidinggevende werkplekbegeleider opleiding leerweg school startdatum \
    verwachte_einddatum status peildatum peilweek taken_in_profiel taken_aangeleerd taken_beheerst deel_beheerst gepland_beheerst \
    verschil_met_plan taken_verouderd laatste_gesprek volgend_gesprek gesprekken_12_maanden afspraken_open afspraken_te_laat
    """

  private var report: HRReport {
    let knowledge = SampleTeam.knowledge
    let all = CompetencyMatrix(knowledge, asOf: SampleTeam.today, trainees: Set(knowledge.company.trainees.keys))
    return HRReport(all.sharedProgress(), asOf: SampleTeam.today)
  }

  @Test func `the columns are these 27, in this order, for good`() {
    #expect(HRColumn.allCases.map(\.rawValue).joined(separator: " ") == Self.columns)
    #expect(HRColumn.allCases.count == 27)
  }

  @Test func `the table opens in a Dutch Excel`() throws {
    try expectGolden(report.csv(), "hr.csv")
    #expect(report.csv().starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test func `the document has the same names`() throws {
    try expectGolden(report.json(knownOn: nil).line, "hr.json")
  }

  @Test func `no name, task or word of a conversation is in it`() {
    for word in ["LAS-", "Hechten", "Lasmap", "voorstel"] { #expect(!Data(report.csv()).contains(Data(word.utf8))) }
  }
}
