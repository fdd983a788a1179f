internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

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
      var table = TextTable([.leading, .leading, .leading, .trailing, .leading])
      for line in item.profile.tasks {
        let title = item.tasks.first { $0.code == line.task }?.title ?? ""
        let week = line.week.map { console.texts.say("cli.profile.week", ["week": "\($0)"]) } ?? ""
        let way = line.way.map { console.texts.say("way." + $0.rawValue) } ?? ""
        table.row([line.task.text, title, console.texts.level(line.target), week, way])
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
          [
            "task": .string(task.task.text), "target": .string(task.target.text), "week": task.week.map { .int($0) } ?? .null,
            "way": .text(task.way?.rawValue),
          ]
        }),
    ]
  }
}
