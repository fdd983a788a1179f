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

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Profiles: the tasks and planned weeks of a route; rows come from setup.",
    subcommands: [List.self, Show.self], aliases: ["profiel"])

  struct List: ProductCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "All profiles.", aliases: ["lijst"])
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let profiles = try SetupListJourney.profiles(context)
      console.document([
        "schema": "vakmatrix/profiles/1", "profiles": .array(profiles.map { ProfileText.document($0.profile, $0.followers) }),
      ])
      for item in profiles { console.line(ProfileText.line(item.profile, item.followers, console)) }
      return .done
    }
  }

  struct Show: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "One profile with its tasks.", aliases: ["toon"])
    @Argument(help: "The profile's id.")
    var profile: String
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      guard let item = try SetupListJourney.profiles(context).first(where: { sameBytes($0.profile.id.text, profile) }) else {
        throw Refusal(.notFound, .profile_not_found, values: ["profile": profile])
      }
      console.document([
        "schema": "vakmatrix/profiles/1", "profiles": .array([ProfileText.document(item.profile, item.followers)]),
      ])
      console.line(ProfileText.line(item.profile, item.followers, console))
      var table = TextTable([.leading, .leading, .leading, .trailing])
      for line in item.profile.tasks {
        let title = item.tasks.first { $0.code == line.task }?.title ?? ""
        let week = line.week.map { console.texts.say("cli.profile.week", ["week": "\($0)"]) } ?? ""
        table.row([line.task.text, title, console.texts.level(line.target), week])
      }
      for line in table.lines(indent: "  ") { console.line(line) }
      return .done
    }
  }
}

/// How a profile is told.
enum ProfileText {
  static func line(_ profile: Profile, _ followers: Int, _ console: Console) -> String {
    console.texts.say(
      "cli.profile.line", count: followers,
      ["id": profile.id.text, "title": profile.title, "version": "\(profile.version)", "tasks": "\(profile.tasks.count)"])
  }

  static func document(_ profile: Profile, _ followers: Int) -> JSONValue {
    [
      "id": .string(profile.id.text), "title": .string(profile.title), "version": .int(profile.version),
      "followers": .int(followers),
      "tasks": .array(
        profile.tasks.map { task in
          ["task": .string(task.task.text), "target": .string(task.target.text), "week": task.week.map { .int($0) } ?? .null]
        }),
    ]
  }
}

struct ScaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale", abstract: "The levels, each with what can be seen.", subcommands: [List.self, Show.self],
    aliases: ["niveau"])

  struct List: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "The levels, lowest first.", aliases: ["lijst"])
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      ScaleText.tell(try SetupListJourney.scale(context), only: nil, console)
      return .done
    }
  }

  struct Show: ProductCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "One level.", aliases: ["toon"])
    @Argument(help: "The level's id.")
    var level: String
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let scale = try SetupListJourney.scale(context)
      guard let id = LevelID(level), scale.rank(of: id) != nil else {
        let list = scale.levels.map(\.id.text).joined(separator: ", ")
        throw Refusal(.usage, .level_not_found, values: ["level": level, "list": list])
      }
      ScaleText.tell(scale, only: id, console)
      return .done
    }
  }
}

/// How a scale is told.
enum ScaleText {
  static func tell(_ scale: MasteryScale, only id: LevelID?, _ console: Console) {
    let levels = scale.levels.enumerated().filter { id == nil || $0.element.id == id }
    console.document([
      "schema": "vakmatrix/scale/1", "taught": .string(scale.level(atRank: scale.taughtRank).text),
      "mastered": .string(scale.level(atRank: scale.masteredRank).text),
      "levels": .array(
        levels.map { rank, level in
          [
            "id": .string(level.id.text), "rank": .int(rank), "glyph": .string(level.glyph),
            "name": .string(console.texts.level(level.id)), "meaning": .text(console.texts.meaning(of: level.id)),
          ]
        }),
    ])
    var table = TextTable([.trailing, .leading, .leading, .leading])
    for (rank, level) in levels {
      table.row(["\(rank)", level.glyph, console.texts.level(level.id), console.texts.meaning(of: level.id) ?? ""])
    }
    for line in table.lines() { console.line(line) }
  }
}
