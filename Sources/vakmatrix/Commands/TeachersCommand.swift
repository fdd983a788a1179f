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
        "schema": "vakmatrix/teachers/1", "asOf": .date(found.matrix.asOf), "knownOn": .text(found.knownOn?.text),
        "task": .string(found.task.code.text), "title": .string(found.task.title),
        "teams": .array(found.teams.map { document($0, found) }),
      ])
      for team in found.teams { tell(team, found, console) }
      return .done
    }

    private func tell(_ teachers: Teachers, _ found: TeachersJourney.View, _ console: Console) {
      let values = ["task": found.task.code.text, "title": found.task.title, "team": teachers.team]
      let people = people(teachers, found)
      console.say(people.isEmpty ? "cli.teachers.nobody" : "cli.teachers.head", values)
      for cell in people {
        let day = found.asking == nil ? cell.lastSeenOn : nil
        console.item(
          day == nil ? "cli.teachers.name" : cell.isStale ? "cli.teachers.stale" : "cli.teachers.mastered",
          ["who": name(cell.key.trainee, found), "date": day.map(console.texts.date) ?? ""])
      }
      for guide in teachers.guides { console.item("cli.teachers.guide", ["who": name(guide, found)]) }
    }

    /// Who masters it, but for who asks.
    private func people(_ teachers: Teachers, _ found: TeachersJourney.View) -> [MatrixCell] {
      teachers.mastered.filter { $0.key.trainee != found.asking?.id }
    }

    private func name(_ id: PersonID, _ found: TeachersJourney.View) -> String {
      found.matrix.knowledge.company.name(of: id)?.full ?? id.text
    }

    private func document(_ teachers: Teachers, _ found: TeachersJourney.View) -> JSONValue {
      [
        "team": .string(teachers.team),
        "mastered": .array(
          people(teachers, found).map { cell in
            // A trainee is told names and nothing else of colleagues.
            if found.asking != nil { return ["name": .string(name(cell.key.trainee, found))] }
            return [
              "name": .string(name(cell.key.trainee, found)), "trainee": .string(cell.key.trainee.text),
              "lastSeenOn": .date(cell.lastSeenOn), "stale": .bool(cell.isStale),
            ]
          }),
        "guides": .array(teachers.guides.map { ["name": .string(name($0, found))] }),
      ]
    }
  }
}
