import CompetencyCore
import Foundation
import ProgressReports
import Testing
import Wording

@Suite struct ReportTests {
  private let matrix = SampleTeam.matrix
  private let folders = TemplateFolders()
  private let origin = ReportOrigin(madeBy: "Ineke Bos", knownOn: nil)

  private var sanne: TraineeReport {
    let texts = ["a-1": "Lasmap bijwerken", "a-2": "Met Lisa TIG oefenen op vrijdag"]
    let standing = matrix.knowledge.agreements(of: SampleTeam.sanne, asOf: SampleTeam.today)
    let words = Dictionary(
      uniqueKeysWithValues: standing.compactMap { agreement in texts[agreement.id.description].map { (agreement, $0) } })
    return SampleTeam.made(TraineeReport(of: SampleTeam.sanne, in: matrix, agreementTexts: words))
  }

  private var noord: TeamReport { TeamReport(ofTeam: SampleTeam.noord, trainees: SampleTeam.trainees(matrix), in: matrix) }

  @Test func `the sheet of a trainee tells where she stands, what is new and what comes`() throws {
    for language in Language.allCases {
      let texts = try Texts(language)
      try expectGolden(try sanne.html(texts, folders: folders, origin: origin), "trainee.\(language.rawValue).html")
      try expectGolden(sanne.text(texts, origin: origin), "trainee.\(language.rawValue).txt")
    }
    try expectGolden(sanne.json(origin: origin).line, "trainee.json")
  }

  @Test func `a trainee without facts has a sheet too`() throws {
    let empty = CompetencyMatrix(matrix.knowledge, asOf: SampleTeam.day("2024-09-02"))
    let report = try #require(TraineeReport(of: SampleTeam.lisa, in: empty))
    try expectGolden(report.text(try Texts(.nl)), "trainee-first-day.nl.txt")
    #expect(try !report.html(try Texts(.nl), folders: folders).isEmpty)
    #expect(TraineeReport(of: SampleTeam.id("nobody"), in: matrix) == nil)
  }

  @Test func `the report of a team has the matrix, the coverage and what needs attention`() throws {
    for language in Language.allCases {
      let texts = try Texts(language)
      try expectGolden(try noord.html(texts, folders: folders, origin: origin), "team.\(language.rawValue).html")
      try expectGolden(noord.text(texts, origin: origin), "team.\(language.rawValue).txt")
    }
    try expectGolden(noord.json(origin: origin).line, "team.json")
  }

  private func wall(_ paper: WallReport.Paper, names: WallNames = .first) -> WallReport {
    WallReport(
      ofTeam: SampleTeam.noord, trainees: SampleTeam.trainees(matrix), in: matrix, paper: paper, names: names,
      discussedOn: SampleTeam.day("2026-09-01"))
  }

  @Test func `the wall shows levels, and how many can do a task`() throws {
    for language in Language.allCases {
      try expectGolden(try wall(.a3).html(try Texts(language), folders: folders), "wall.\(language.rawValue).html")
    }
    #expect(wall(.a3).sheets.count == 1)
    #expect(wall(.a4).sheets.count == wall(.a3).sheets[0].groups.count)
  }

  @Test func `nobody's family name hangs on the wall`() throws {
    for names in WallNames.allCases {
      let page = String(decoding: try wall(.a3, names: names).html(try Texts(.nl), folders: folders), as: UTF8.self)
      for trainee in SampleTeam.trainees(matrix) {
        #expect(!page.contains(trainee.name.family), "\(trainee.name.full)")
        #expect(page.contains(trainee.name.given) == (names == .first))
      }
    }
  }

  @Test func `no page fetches anything or runs anything`() throws {
    let texts = try Texts(.nl)
    for page in try [
      sanne.html(texts, folders: folders), noord.html(texts, folders: folders), wall(.a3).html(texts, folders: folders),
    ] {
      let html = String(decoding: page, as: UTF8.self)
      for trace in ["http:", "https:", "src=", "url(", "@import", "<script", "<link", "javascript:"] {
        #expect(!html.contains(trace))
      }
      #expect(html.contains("<html lang=\"nl\">"))
    }
  }

  @Test func `names that are HTML stay names`() throws {
    var ledger = SampleLedger().ledger
    var trainee = SampleSetup.trainees[0]
    trainee.name = PersonName(given: "<b>\"\u{301}onload='x'\u{202E}", family: "Wit&")
    ledger.setup.append((booking: .first, row: .trainee(trainee)))
    let matrix = CompetencyMatrix(Knowledge(ledger), asOf: SampleTeam.today)
    let report = try #require(TraineeReport(of: SampleTeam.sanne, in: matrix))
    let team = TeamReport(ofTeam: SampleTeam.noord, trainees: SampleTeam.trainees(matrix), in: matrix)
    for page in [try report.html(try Texts(.nl), folders: folders), try team.html(try Texts(.nl), folders: folders)] {
      let scalars = Array(String(decoding: page, as: UTF8.self).unicodeScalars)
      // A mark of the reading direction stays in the name; it ends with the cell or heading that it stands in.
      #expect(scalars.contains("\u{202E}"))
      #expect(!zip(scalars, scalars.dropFirst()).contains { $0 == "\"" && $1 == "\u{301}" })
      #expect(!Data(page).contains(Data("<b>".utf8)))
    }
  }

  @Test func `each report is written in the formats that it names`() {
    #expect(ReportKind.allCases.map(\.rawValue) == ["trainee", "team", "wall", "conversation", "hr", "school"])
    #expect(ReportKind.hr.formats == [.csv, .xlsx, .csvInternational, .html, .pdf, .json])
    #expect(ReportKind.allCases.allSatisfy { $0.formats.contains(.pdf) && $0.formats.contains(.html) })
    #expect(ReportFormat(ofFile: "sanne.HTML") == .html)
    #expect(ReportFormat(ofFile: "html") == nil)
    #expect(ReportFormat(ofFile: "sanne.docx") == nil)
  }
}
