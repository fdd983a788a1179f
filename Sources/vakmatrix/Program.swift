internal import ArgumentParser
internal import CompetencyCore
internal import Glibc
internal import Wording

/// The program: reads the command line, runs one command, and exits with the number that the command earned.
@main
struct Program {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(run(arguments).rawValue)
  }

  /// Runs one command line; whatever goes wrong is told on standard error.
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      var command = try Vakmatrix.parseAsRoot(arguments)
      if let command = command as? any ProductCommand { return command.end() }
      try command.run()
      return .done
    } catch {
      return tell(error, arguments)
    }
  }

  /// Help goes to standard output; a mistyped command to standard error, with `--json` as a document.
  private static func tell(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    let message = Vakmatrix.fullMessage(for: error)
    guard Vakmatrix.exitCode(for: error) != .success else {
      Terminal.print(message + "\n")
      return .done
    }
    if arguments.contains("--json"), let texts = try? Texts(language(in: arguments)) {
      let problem = Refusal(.usage, .command_mistyped, values: ["detail": Vakmatrix.message(for: error)])
      Terminal.tell(JSONValue.error(problem, texts).line)
    } else {
      // The message repeats what was typed, which may be the name of a file that somebody else made.
      Terminal.tell(CleanText.lines(message).joined(separator: "\n") + "\n")
    }
    return .usage
  }

  /// The language that was asked for in a command line that could not be read as a whole.
  private static func language(in arguments: [String]) -> Language {
    let asked = zip(arguments, arguments.dropFirst()).first { $0.0 == "--lang" }
    return asked.flatMap { Language(rawValue: $0.1) } ?? .nl
  }
}

/// All commands; each also answers to its Dutch name.
struct Vakmatrix: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vakmatrix",
    abstract: "Keeps what trainees learn at the workplace: the matrix, the school's forms, the reports.",
    discussion: """
      Start with:  vakmatrix demo                          the sample company, from forms to reports
                   vakmatrix setup DIR                     load a company from its CSV files
                   vakmatrix import FILE-OR-DIR --dry-run  look at school forms without keeping anything

      Exit: 0 done, 3 done but a person is needed, 64 mistyped, 65 a file is wrong, 66 not found, 73 output cannot be
      made, 74 reading or writing failed, 75 busy, 77 not allowed, 78 configuration, 130 stopped.
      """,
    version: "1.0",
    subcommands: [
      StatusCommand.self, SetupCommand.self, DemoCommand.self, ImportCommand.self, CheckCommand.self, InboxCommand.self,
      MatrixCommand.self, TraineeCommand.self, TaskCommand.self, ProfileCommand.self, ScaleCommand.self, ReportCommand.self,
      ConversationCommand.self, ScheduleCommand.self, AgreementCommand.self, GoalCommand.self, DialectCommand.self,
      LogCommand.self, UndoCommand.self, PrivacyCommand.self, DoctorCommand.self, BackupCommand.self, ExportCommand.self,
      RestoreCommand.self, AccountCommand.self, ServeCommand.self,
    ])
}
