internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct CheckCommand: ProductCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check school forms against their schema or dialect and keep nothing.",
    aliases: ["controleer"])

  @Argument(help: "Files or folders; - is standard input.")
  var files: [String]
  @Flag(name: .customLong("for-school"), help: "Print a letter to the school about what it must mend, and nothing else.")
  var forSchool = false
  @OptionGroup var common: CommonOptions
  var acting: String? { nil }

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let found = InputFiles.formFiles(files)
    let (messages, problems) = try ImportJourney.check(context, found, dialects: console.folders.dialects())
    let errors = problems.filter { $0.severity == .error }
    let status = ImportJourney.status(of: errors)
    if forSchool && !console.isJSON { return tellSchool(problems, console, status) }
    let letter = forSchool ? ["letter": .text(SchoolLetter(about: problems)?.text(console.texts))] : JSONValue.object([])
    if console.isJSON && !errors.isEmpty {
      Terminal.tell(JSONValue.error(Refusal(status, problems), console.texts).joined(by: letter).line)
      return status
    }
    console.document(document(found.count, messages, problems, console.texts).joined(by: letter))
    for message in messages {
      console.say("cli.check.good", count: message.formCount, ["file": message.file])
    }
    for problem in problems where !console.isJSON { Terminal.print(console.texts.placed(problem) + "\n") }
    console.say("cli.check.total", count: found.count, ["good": "\(messages.count)", "bad": "\(found.count - messages.count)"])
    return status
  }

  private func document(
    _ fileCount: Int, _ messages: [ImportJourney.CheckedMessage], _ problems: [Problem], _ texts: Texts
  ) -> JSONValue {
    [
      "schema": "vakmatrix/check/1", "files": .int(fileCount), "good": .int(messages.count),
      "forms": .int(messages.reduce(0) { $0 + $1.formCount }), "problems": .array(problems.map { .problem($0, texts) }),
    ]
  }

  /// Prints the letter, and tells beside it what is not for the school.
  private func tellSchool(_ problems: [Problem], _ console: Console, _ status: ExitStatus) -> ExitStatus {
    if let letter = SchoolLetter(about: problems) {
      Terminal.print(letter.text(console.texts))
    } else {
      console.note(console.texts.say("cli.check.no_letter"))
    }
    for problem in problems where !problem.isForSchool { Terminal.tell(console.texts.placed(problem) + "\n") }
    return status
  }
}
