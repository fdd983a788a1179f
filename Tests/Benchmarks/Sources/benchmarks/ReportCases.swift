internal import Workload

/// Reports, against what a handy user would make of the same database file: the sqlite3 shell, openpyxl, xsltproc.
struct ReportCases {
  let size: Size
  let workshop: Workshop

  private static let shell = "sqlite3 shell"
  private static let openpyxl = "openpyxl"
  private static let xslt = "sqlite3 + xsltproc"
  private static let day = ["--as-of", "2026-11-20"]
  /// The same team of 50 people and 60 tasks that `Peers/team.sql` asks for; the small company has only the first.
  private var team: String { size == .small ? "Hal 001" : "Hal 010" }

  func summaryForHR(rounds: Int) -> BenchmarkCase {
    let name = "hr-csv"
    let (ours, theirs) = (workshop.folder + "/hr.csv", workshop.folder + "/shell.csv")
    return BenchmarkCase(
      name: name, title: "HR's 27 columns of \(size.trainees) trainees as CSV", rounds: rounds * 2, prepare: fillDatabase,
      contenders: {
        [
          product("report hr", ["report", "hr", "--format", "csv-international"], to: ours),
          Contender(
            name: Self.shell,
            commands: [
              Command(
                program: "sqlite3", arguments: ["-readonly", "-csv", "-header", database, try peer("summary.sql")], output: theirs
              )
            ], check: { try expectSameRows(ours, theirs) }),
        ]
      }, measure: Self.shell,
      goals: [
        .wall("\(name): report hr in the sqlite3 shell writing the same rows", most: 2, case: name, "report hr", to: Self.shell)
      ])
  }

  func workbookForHR(rounds: Int) -> BenchmarkCase {
    let name = "hr-xlsx"
    let (ours, theirs) = (workshop.folder + "/hr.xlsx", workshop.folder + "/openpyxl.xlsx")
    return BenchmarkCase(
      name: name, title: "the same as a workbook", rounds: rounds, prepare: fillDatabase,
      contenders: {
        [product("report hr", ["report", "hr", "-o", ours], to: workshop.folder + "/told.txt")]
          + (workshop.openpyxl.map { python in
            [
              Contender(
                name: Self.openpyxl,
                commands: [
                  Command(
                    program: python, arguments: [Places.peers + "/workbook.py", Places.peers + "/summary.sql", database, theirs])
                ])
            ]
          } ?? [])
      }, measure: Self.openpyxl,
      goals: [.wall("\(name): report hr in openpyxl", most: 0.2, case: name, "report hr", to: Self.openpyxl)])
  }

  func teamPage(rounds: Int) -> BenchmarkCase {
    let name = "team-page"
    let (xml, page) = (workshop.folder + "/team.xml", workshop.folder + "/team.html")
    return BenchmarkCase(
      name: name, title: "a team of 50 and 60 tasks as a page", rounds: rounds * 2, prepare: fillDatabase,
      contenders: {
        [
          product("report team", ["report", "team", team, "--format", "html"], to: workshop.folder + "/ours.html"),
          Contender(
            name: Self.xslt,
            commands: [
              Command(
                program: "sqlite3", arguments: [database, try peer("team.sql").replacing("Hal 010", with: team)], output: xml),
              Command(program: "xsltproc", arguments: [Places.peers + "/team.xsl", xml], output: page),
            ], check: { try expectText(in: page) }),
        ]
      }, measure: Self.xslt,
      goals: [.wall("\(name): report team in sqlite3 and xsltproc", most: 1, case: name, "report team", to: Self.xslt)])
  }

  private var database: String { workshop.database("filled") }

  /// A question to the shell; one that began with a comment would be taken for an option.
  private func peer(_ name: String) throws -> String { "\n" + (try FileSystem.text(of: Places.peers + "/" + name)) }

  private func product(_ name: String, _ arguments: [String], to output: String) -> Contender {
    Contender(
      name: name,
      commands: [Command(program: workshop.product, arguments: arguments + Self.day + ["--database", database], output: output)],
      check: { if !output.hasSuffix(".txt") { try expectText(in: output) } })
  }

  private func expectText(in path: String) throws {
    guard try FileSystem.text(of: path).utf8.count > 1000 else { throw Failure("an answer is empty: \(path)") }
  }

  /// The shell quotes more than it must, and orders names by their bytes; the rows are the same, or it did other work.
  private func expectSameRows(_ one: String, _ other: String) throws {
    let rows = try [one, other].map { path in
      try FileSystem.text(of: path).utf8.filter { $0 != UInt8(ascii: "\"") && $0 != 0x0D }.split(separator: 0x0A)
        .map { String(decoding: $0, as: UTF8.self) }.sorted()
    }
    guard rows[0] == rows[1], rows[0].count == size.trainees + 1 else {
      let (found, expected) = zip(rows[0], rows[1]).first { $0 != $1 } ?? ("", "")
      throw Failure("the rows differ:\n\(found)\n\(expected)")
    }
  }

  private func fillDatabase() throws { try workshop.fill(size, "filled") }
}
