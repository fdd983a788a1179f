internal import ArgumentParser
internal import CompetencyCore
internal import Foundation
internal import Journeys
internal import Wording

struct DialectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dialect", abstract: "How the XML of each school is read, tried on sample forms.",
    discussion: "A dialect is a folder SchoolForms/NAME in a folder of templates: dialect.xml, sample forms, expected results.",
    subcommands: [List.self, Check.self, New.self])

  struct List: ProductCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The dialects.", aliases: ["lijst"])
    @OptionGroup var common: CommonOptions
    var acting: String? { nil }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      DialectText.tell(try DialectJourney.list(context, console.folders.dialects()), console)
      return .done
    }
  }

  struct Check: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Try dialects on their sample forms; exit 78 when one must be repaired.",
      aliases: ["controleer"])
    @Argument(help: "The dialects (default all).")
    var names: [String] = []
    @Flag(help: "Write what the samples say now as their expected results; read them before you trust them.")
    var write = false
    @OptionGroup var common: CommonOptions
    var acting: String? { nil }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let folders = console.folders
      let files = try folders.dialects()
      let samples = { (name: String) throws(Refusal) in try folders.samples(of: name) }
      var trials = try DialectJourney.check(context, files, names: names, samples: samples)
      if write {
        for (path, text) in trials.flatMap(\.results) { try writeOwn(text, path) }
        trials = try DialectJourney.check(context, files, names: names, samples: samples)
      }
      let problems = trials.flatMap(\.problems)
      if console.isJSON && !problems.isEmpty { throw Refusal(.configuration, problems) }
      DialectText.tell(trials, console)
      return problems.isEmpty ? .done : .configuration
    }

    /// Writes beside a sample in a folder of one's own; what comes with the program is never written over.
    private func writeOwn(_ text: String, _ file: String) throws(Refusal) {
      guard common.templates != nil, !file.utf8.starts(with: "SchoolForms/".utf8) else { return }
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
      } catch {
        throw Refusal(.cannotCreate, .output_failed, at: SourcePlace(file: file), values: ["file": file, "detail": ""])
      }
    }
  }

  struct New: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "A first draft of a dialect for a form that none reads, for you to finish.",
      aliases: ["nieuw"])
    @Argument(help: "A sample form of the school; - is standard input.")
    var file: String
    @Option(name: [.customShort("o"), .customLong("output")], help: "The file; - is standard output (default).")
    var output: String = "-"
    @OptionGroup var common: CommonOptions
    var acting: String? { nil }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let form = InputFiles.formFiles([file]).first
      guard let form else { throw Refusal(.notFound, .file_not_found, at: SourcePlace(file: file)) }
      let draft = try DialectJourney.draft(for: form)
      guard output != "-" else {
        Terminal.print(draft)
        return .done
      }
      guard !FileManager.default.fileExists(atPath: output) else {
        throw Refusal(.cannotCreate, .output_failed, at: SourcePlace(file: output), values: ["kind": "exists", "file": output])
      }
      do {
        let url = URL(fileURLWithPath: output)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(draft.utf8).write(to: url, options: .atomic)
      } catch {
        throw Refusal(.cannotCreate, .output_failed, at: SourcePlace(file: output), values: ["file": output, "detail": ""])
      }
      console.document(["schema": "vakmatrix/dialect-new/1", "file": .string(output)])
      console.say("cli.dialect.written", ["file": output])
      return .done
    }
  }
}

/// How dialects are told.
enum DialectText {
  static func tell(_ summaries: [DialectJourney.Summary], _ console: Console) {
    console.document([
      "schema": "vakmatrix/dialects/1",
      "dialects": .array(
        summaries.map { summary in
          [
            "name": .string(summary.name), "title": .string(summary.title), "file": .string(summary.path),
            "roots": .array(summary.roots.map { .string($0) }), "schools": .array(summary.schools.map { .string($0) }),
            "problems": .array(summary.problems.map { .problem($0, console.texts) }),
          ]
        }),
    ])
    var table = TextTable([.leading, .leading, .leading, .leading])
    for summary in summaries {
      let state = summary.problems.isEmpty ? "" : console.texts.say("cli.dialect.faulty", count: summary.problems.count)
      table.row([summary.name, summary.title, summary.schools.joined(separator: ", "), state])
    }
    for line in table.lines() { console.line(line) }
    if summaries.isEmpty { console.say("cli.dialect.none") }
  }

  static func tell(_ trials: [DialectJourney.Trial], _ console: Console) {
    console.document([
      "schema": "vakmatrix/dialect-check/1",
      "dialects": .array(
        trials.map { ["name": .string($0.name), "samples": .int($0.sampleCount), "good": .bool($0.problems.isEmpty)] }),
    ])
    for trial in trials {
      if trial.problems.isEmpty {
        console.say("cli.dialect.good", count: trial.sampleCount, ["dialect": trial.name])
      } else {
        console.say("cli.dialect.bad", count: trial.problems.count, ["dialect": trial.name])
        for problem in trial.problems where !console.isJSON { Terminal.tell(console.texts.problem(problem) + "\n") }
      }
    }
  }
}
