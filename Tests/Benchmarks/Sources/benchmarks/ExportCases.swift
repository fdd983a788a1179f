internal import Workload

/// Everything out as text and in again: the product against the sqlite3 shell's own dump of the same database file.
struct ExportCases {
  let size: Size
  let workshop: Workshop

  static let product = "vakmatrix"
  static let shell = "sqlite3 shell"

  static func names(_ size: Size) -> [String] { ["export-\(size.rawValue)", "restore-\(size.rawValue)"] }

  private var folder: String { workshop.folder + "/export-" + size.rawValue }
  private var dump: String { workshop.folder + "/dump-" + size.rawValue + ".sql" }
  private var filled: String { "full-" + size.rawValue }

  /// All rows to text on the disk. The product also digests every file and waits for the disk.
  func export(rounds: Int) -> BenchmarkCase {
    BenchmarkCase(
      name: Self.names(size)[0], title: "everything of \(size.trainees) trainees and \(size.forms) forms out as text",
      rounds: size == .large ? min(rounds, 1) : rounds, prepare: { try workshop.fill(size, filled) },
      contenders: {
        [
          Contender(
            name: Self.product, prepare: { try FileSystem.removeFolder(folder) }, commands: [exporting],
            check: { try expectRows() }),
          Contender(name: Self.shell, prepare: { FileSystem.remove(dump) }, commands: [dumping]),
        ]
      }, measure: Self.shell, goals: goals(Self.names(size)[0], inShell: 1.5))
  }

  /// Text to a database on the disk. The product also checks every digest, row and reference.
  func restore(rounds: Int) -> BenchmarkCase {
    BenchmarkCase(
      name: Self.names(size)[1], title: "a database of \(size.trainees) trainees and \(size.forms) forms from text",
      rounds: size == .large ? min(rounds, 1) : rounds,
      prepare: {
        try workshop.fill(size, filled)
        if !FileSystem.exists(folder) { _ = try exporting.run() }
        if !FileSystem.exists(dump) { _ = try dumping.run() }
      },
      contenders: {
        [
          restoring(
            Self.product, "restored",
            Command(
              program: workshop.product, arguments: ["restore", folder, "--database", workshop.database("restored"), "--quiet"])),
          restoring(
            Self.shell, "loaded", Command(program: "sqlite3", arguments: [workshop.database("loaded"), ".read \(dump)"])),
        ]
      }, measure: Self.shell, goals: goals(Self.names(size)[1], inShell: 1))
  }

  private var exporting: Command {
    Command(program: workshop.product, arguments: ["export", folder, "--database", workshop.database(filled), "--quiet"])
  }

  private var dumping: Command {
    Command(program: "sqlite3", arguments: ["-readonly", workshop.database(filled), ".dump"], output: dump)
  }

  private func restoring(_ name: String, _ database: String, _ command: Command) -> Contender {
    Contender(
      name: name, prepare: { workshop.removeDatabase(database) }, commands: [command],
      check: { try workshop.expect(size.judgements, in: database, Questions.judgementsOfProduct) })
  }

  private func expectRows() throws {
    let answer = workshop.folder + "/answer.txt"
    _ = try Command(program: "wc", arguments: ["-l", folder + "/reading_line.jsonl"], output: answer).run()
    let count = try FileSystem.text(of: answer).split(separator: " ").first.flatMap { Int($0) }
    guard count == size.judgements else { throw Failure("the export holds \(count ?? 0) judgements, not \(size.judgements)") }
  }

  private func goals(_ name: String, inShell most: Double) -> [Goal] {
    guard size == .large else { return [] }
    let smaller = name.replacing(Size.large.rawValue, with: Size.medium.rawValue)
    return [
      Goal(sentence: "\(name): by the clock", most: 60, unit: " s") { $0[name, Self.product]?.wall },
      .wall("\(name): in the sqlite3 shell", most: most, case: name, Self.product, to: Self.shell),
      Goal(sentence: "\(name): peak memory, in that of \(smaller)", most: 1.3, unit: " ×") { results in
        guard let large = results[name, Self.product], let medium = results[smaller, Self.product] else { return nil }
        return large.peak / medium.peak
      },
    ]
  }
}
