internal import Workload

/// Start-up, and looking at what 5,000 forms left: the product against the sqlite3 shell on the same database file.
struct ReadingCases {
  let size: Size
  let workshop: Workshop

  private static let shell = "sqlite3 shell"
  private static let show = "matrix show"
  private static let history = "matrix history"
  private static let day = ["--as-of", "2026-11-20"]
  /// Somebody in the middle, and a task that all five forms may have been about.
  private var trainee: String { size == .small ? "t-00010" : "t-00500" }
  private static let task = "LAS-01"

  /// Short runs: many of them, else the clock's own noise is what is measured.
  func startUp(rounds: Int) -> BenchmarkCase {
    let name = "start-up"
    return BenchmarkCase(
      name: name, title: "a program says its help and ends", rounds: rounds * 10,
      contenders: {
        [
          Contender(name: "vakmatrix --help", commands: [Command(program: workshop.product, arguments: ["--help"])]),
          Contender(name: Self.shell, commands: [Command(program: "sqlite3", arguments: ["-version"])]),
        ]
      }, measure: Self.shell,
      goals: [
        Goal(sentence: "start-up: vakmatrix --help", most: 30, unit: " ms") {
          $0[name, "vakmatrix --help"].map { $0.wall * 1000 }
        }
      ])
  }

  /// The shell answers all in one go: the cells with their days, and every fact in the order of its history.
  func oneTrainee(rounds: Int) -> BenchmarkCase {
    let name = "one-trainee"
    return BenchmarkCase(
      name: name, title: "one trainee's matrix with history, after \(size.forms) forms", rounds: rounds * 4,
      prepare: fillDatabase,
      contenders: {
        [
          look(Self.show, ["matrix", "show", trainee, "--json"]),
          look(Self.history, ["matrix", "history", trainee, Self.task, "--json"]),
          shell(["-json"], Questions.cells(of: trainee) + Questions.history(of: trainee)),
        ]
      }, measure: Self.shell,
      goals: [Self.show, Self.history].map {
        .wall("\(name): \($0) in the sqlite3 shell", most: 3, case: name, $0, to: Self.shell)
      })
  }

  private func look(_ name: String, _ arguments: [String]) -> Contender {
    let output = workshop.folder + "/look.txt"
    return Contender(
      name: name,
      commands: [
        Command(
          program: workshop.product, arguments: arguments + Self.day + ["--database", workshop.database("filled")], output: output
        )
      ], check: { try expectText(in: output) })
  }

  private func shell(_ options: [String], _ question: String) -> Contender {
    let output = workshop.folder + "/shell.txt"
    let arguments = ["-readonly"] + options + [workshop.database("filled"), question]
    return Contender(
      name: Self.shell, commands: [Command(program: "sqlite3", arguments: arguments, output: output)],
      check: { try expectText(in: output) })
  }

  private func expectText(in path: String) throws {
    guard try FileSystem.text(of: path).utf8.count > 100 else { throw Failure("an answer is empty: \(path)") }
  }

  /// The database that the questions are about.
  private func fillDatabase() throws { try workshop.fill(size, "filled") }
}
