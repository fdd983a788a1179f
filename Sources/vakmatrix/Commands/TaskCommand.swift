internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct TaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task", abstract: "Tasks; rows come from setup.", subcommands: [List.self, Show.self], aliases: ["taak"])

  struct List: ProductCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "All tasks by group.", aliases: ["lijst"])
    @Option(help: "Only this group.")
    var group: String?
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let (all, scale) = try SetupListJourney.tasks(context)
      let tasks = all.filter { task in self.group.map { sameBytes($0, task.task.group) } ?? true }
      console.document(["schema": "vakmatrix/tasks/1", "tasks": .array(tasks.map { TaskText.document($0, scale) })])
      var heading: String?
      for summary in tasks {
        if heading.map({ !sameBytes($0, summary.task.group) }) ?? true { console.line(CleanText.cleaned(summary.task.group)) }
        heading = summary.task.group
        console.line("  " + TaskText.line(summary, scale, console))
      }
      return .done
    }
  }

  struct Show: ProductCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "One task.", aliases: ["toon"])
    @Argument(help: "The task's code.")
    var code: String
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let (all, scale) = try SetupListJourney.tasks(context)
      guard let summary = all.first(where: { sameBytes($0.task.code.text, code) }) else {
        throw Refusal(.notFound, .task_not_found, values: ["task": code])
      }
      console.document(["schema": "vakmatrix/tasks/1", "tasks": .array([TaskText.document(summary, scale)])])
      console.line(TaskText.line(summary, scale, console))
      if summary.task.isSafety { console.say("cli.task.safety") }
      if !summary.profiles.isEmpty {
        console.say("cli.task.profiles", ["profiles": summary.profiles.map(\.text).joined(separator: ", ")])
      }
      return .done
    }
  }
}

/// How a task is told.
enum TaskText {
  static func line(_ summary: SetupListJourney.TaskSummary, _ scale: MasteryScale, _ console: Console) -> String {
    let task = summary.task
    let needed = task.needed.map { console.texts.say("cli.task.needed", ["count": "\($0)"]) }
    let months = task.repeatMonths.map { console.texts.say("cli.task.repeat", ["count": "\($0)"]) }
    let counts = zip(scale.levels, summary.counts).map { "\($0.glyph) \($1)" }.joined(separator: "  ")
    let title = CleanText.cleaned(task.code.text + " " + task.title)
    return ([title, needed, months].compactMap { $0 } + [counts]).joined(separator: " · ")
  }

  static func document(_ summary: SetupListJourney.TaskSummary, _ scale: MasteryScale) -> JSONValue {
    let task = summary.task
    return [
      "code": .string(task.code.text), "title": .string(task.title), "group": .string(task.group),
      "needed": task.needed.map { .int($0) } ?? .null, "repeatMonths": task.repeatMonths.map { .int($0) } ?? .null,
      "safety": .bool(task.isSafety), "profiles": .texts(summary.profiles.map(\.text)),
      "counts": .object(zip(scale.levels, summary.counts).map { (key: $0.id.text, value: .int($1)) }),
    ]
  }
}
