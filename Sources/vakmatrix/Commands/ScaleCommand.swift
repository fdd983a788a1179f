internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

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
