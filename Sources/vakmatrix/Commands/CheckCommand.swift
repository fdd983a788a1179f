internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct CheckCommand: ProductCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check school forms against their schema and keep nothing.", aliases: ["controleer"])

  @Argument(help: "Files or folders; - is standard input.")
  var files: [String]
  @OptionGroup var common: CommonOptions
  var acting: String? { nil }

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let found = InputFiles.formFiles(files)
    let (messages, problems) = try ImportJourney.check(context, found, dialects: console.folders.dialects())
    let errors = problems.filter { $0.severity == .error }
    let status = ImportJourney.status(of: errors)
    if console.isJSON && !errors.isEmpty { throw Refusal(status, problems) }
    console.document([
      "schema": "vakmatrix/check/1", "files": .int(found.count), "good": .int(messages.count),
      "forms": .int(messages.reduce(0) { $0 + $1.formCount }), "problems": .array(problems.map { .problem($0, console.texts) }),
    ])
    for message in messages {
      console.say("cli.check.good", count: message.formCount, ["file": message.file])
    }
    for problem in problems where !console.isJSON { Terminal.print(console.texts.problem(problem) + "\n") }
    console.say("cli.check.total", count: found.count, ["good": "\(messages.count)", "bad": "\(found.count - messages.count)"])
    return status
  }
}
