import CompetencyCore
import ProgressReports
import Testing
import Wording

@Suite struct MatrixTests {
  private let matrix = SampleTeam.matrix

  private func table(team: String? = SampleTeam.noord, group: String? = nil) -> MatrixTable {
    MatrixTable(of: matrix, trainees: SampleTeam.trainees(matrix), team: team, group: group)
  }

  @Test func `the matrix of a team shows people as columns and what each task needs`() throws {
    try expectGolden(MatrixText(table(), try Texts(.nl)).bytes, "matrix.nl.txt")
    try expectGolden(MatrixText(table(), try Texts(.en)).bytes, "matrix.en.txt")
  }

  @Test func `one group of tasks has its name in the heading`() throws {
    try expectGolden(MatrixText(table(group: "lassen"), try Texts(.nl)).bytes, "matrix-lassen.nl.txt")
  }

  @Test func `plain signs are those of paper: a point, a stroke, a cross`() throws {
    try expectGolden(MatrixText(table(), try Texts(.nl), isASCII: true).bytes, "matrix-ascii.nl.txt")
  }

  @Test func `a team that is too wide goes on in a block below`() throws {
    let narrow = MatrixText(table(), try Texts(.nl), width: 60).bytes
    try expectGolden(narrow, "matrix-narrow.nl.txt")
    for line in narrow.split(separator: UInt8(ascii: "\n")) {
      #expect(DisplayWidth.of(String(decoding: line, as: UTF8.self)) <= 60)
    }
  }

  @Test func `a part of a team has no coverage, for the count would mislead`() throws {
    let two = SampleTeam.trainees(matrix).filter { $0.id != SampleTeam.daan && $0.id != SampleTeam.lisa }
    let table = MatrixTable(of: matrix, trainees: two, team: SampleTeam.noord)
    #expect(table.team == nil)
    try expectGolden(MatrixText(table, try Texts(.nl)).bytes, "matrix-two.nl.txt")
  }

  @Test func `two people with one first name are told apart`() throws {
    var first = SampleSetup.trainees[0], second = SampleSetup.trainees[0], third = SampleSetup.trainees[0]
    (first.id, second.id, third.id) = (SampleTeam.id("a"), SampleTeam.id("b"), SampleTeam.id("c"))
    second.name = PersonName(given: "Sanne", family: "Bakker")
    third.name = PersonName(given: "Sanne", family: "Bouwman")
    let table = MatrixTable(of: matrix, trainees: [first, second, third])
    #expect(table.columns.map(\.shortName) == ["Sanne W.", "Sanne Bakker", "Sanne Bouwman"])
  }

  @Test func `the document of the matrix keeps its contract and is the same every time`() throws {
    let document = MatrixJSON.document(of: matrix, knownOn: nil).line
    #expect(document == MatrixJSON.document(of: SampleTeam.matrix, knownOn: nil).line)
    try expectGolden(document, "matrix.json")
    #expect(
      MatrixJSON.document(of: matrix, knownOn: "b-0007").text.utf8.starts(
        with: #"{"schema":"vakmatrix/matrix/1","asOf":"2026-11-20","knownOn":"b-0007","cells":["#.utf8))
  }

  @Test func `the history of a cell tells who saw what and when it was booked or undone, newest first`() throws {
    let (nl, en) = (try Texts(.nl), try Texts(.en))
    for (trainee, task, name) in [(SampleTeam.sanne, "LAS-02", "history-sanne"), (SampleTeam.daan, "LAS-01", "history-daan")] {
      let key = CellKey(trainee: trainee, task: SampleTeam.code(task))
      let withdrawals = matrix.knowledge.cells[key]?.withdrawals ?? []
      let reasons = Dictionary(uniqueKeysWithValues: withdrawals.map { ($0.id, "naad los bij trekproef") })
      let statements = matrix.knowledge.cells[key]?.observations ?? []
      let notes = Dictionary(uniqueKeysWithValues: statements.map { ($0.origin, "3 naden achter elkaar goed") })
      let history = CellHistory(of: key, in: matrix, trail: SampleTeam.trail, notes: notes, reasons: reasons)
      try expectGolden(HistoryText(history, nl).bytes, name + ".nl.txt")
      try expectGolden(HistoryText(history, en).bytes, name + ".en.txt")
      try expectGolden(HistoryJSON.document(of: history, asOf: "2026-11-20", knownOn: nil).line, name + ".json")
    }
  }

  @Test func `the coverage of a team names the tasks that lean on nobody or on one person`() throws {
    let coverage = TeamCoverage(ofTeam: SampleTeam.noord, in: matrix)
    try expectGolden(CoverageText(coverage, try Texts(.nl)).bytes, "coverage.nl.txt")
    try expectGolden(CoverageJSON.document(of: coverage, knownOn: nil).line, "coverage.json")
  }
}
