internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension MatrixCommand {
  /// `matrix teachers`
  struct ShowTeachers: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "teachers", abstract: "Who of a team can teach a task: who masters it, and who guides there.",
      aliases: ["wie"])
    @Argument(help: "The task's code.")
    var task: String
    @Option(help: "The team (default every team that you see the whole of).")
    var team: String?
    @OptionGroup var view: ViewOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      var question = try view.question()
      question.team = team
      let found = try TeachersJourney.run(context, task: task, question)
      console.document([
        "schema": "vakmatrix/teachers/1", "asOf": .date(found.asOf), "knownOn": .text(found.knownOn?.text),
        "task": .string(found.task.code.text), "title": .string(found.task.title),
        "teams": .array(found.teams.map(document)),
      ])
      for team in found.teams { tell(team, found.task, console) }
      return .done
    }

    private func tell(_ team: TeachersJourney.Team, _ task: WorkTask, _ console: Console) {
      let values = ["task": task.code.text, "title": task.title, "team": team.name]
      console.say(team.mastered.isEmpty ? "cli.teachers.nobody" : "cli.teachers.head", values)
      for teacher in team.mastered {
        if let seen = teacher.seen, let day = seen.lastOn {
          let key = seen.isStale ? "cli.teachers.stale" : "cli.teachers.mastered"
          console.item(key, ["who": teacher.name, "date": console.texts.date(day)])
        } else {
          console.item("cli.teachers.name", ["who": teacher.name])
        }
      }
      for guide in team.guides { console.item("cli.teachers.guide", ["who": guide]) }
    }

    private func document(_ team: TeachersJourney.Team) -> JSONValue {
      [
        "team": .string(team.name),
        "mastered": .array(
          team.mastered.map { teacher in
            guard let seen = teacher.seen else { return ["name": .string(teacher.name)] }
            return [
              "name": .string(teacher.name), "trainee": .string(seen.trainee.text), "lastSeenOn": .date(seen.lastOn),
              "stale": .bool(seen.isStale),
            ]
          }),
        "guides": .array(team.guides.map { ["name": .string($0)] }),
      ]
    }
  }
}
