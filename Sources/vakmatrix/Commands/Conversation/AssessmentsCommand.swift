internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension ConversationCommand {
  struct Assessments: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "assessments",
      abstract: "The marks in a trainee's forms, for the trainee, the werkplekbegeleider and the leidinggevende.",
      aliases: ["beoordelingen"])
    @Argument(help: "A trainee.")
    var who: String
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let (trainee, rows) = try AssessmentsJourney.list(context, who: who)
      console.document([
        "schema": "vakmatrix/assessments/1", "trainee": .string(trainee.id.text), "assessments": .array(rows.map(document)),
      ])
      guard !rows.isEmpty else {
        console.say("cli.assessments.none", ["who": trainee.name.full])
        return .done
      }
      console.say("cli.assessments.head", ["who": trainee.name.full])
      var table = TextTable([.leading, .leading, .leading, .leading, .leading])
      for row in rows {
        let stated = row.assessment.stated
        table.row([
          console.texts.date(stated.day), stated.part.isEmpty ? console.texts.say("cli.assessments.whole") : stated.part,
          stated.value + (stated.scale.isEmpty ? "" : " (\(stated.scale))"), console.texts.role(stated.role),
          [console.texts.say("form_kind." + row.kind.rawValue), row.school].filter { !$0.isEmpty }.joined(separator: ", "),
        ])
      }
      for line in table.lines() { console.line(line) }
      return .done
    }

    private func document(_ row: AssessmentsJourney.Row) -> JSONValue {
      let stated = row.assessment.stated
      return [
        "booking": .string(row.assessment.reading.booking.description), "position": .int(row.assessment.position),
        "part": .string(stated.part), "value": .string(stated.value), "scale": .string(stated.scale),
        "role": .string(stated.role.rawValue), "day": .date(stated.day), "kind": .string(row.kind.rawValue),
        "form": .string(row.form.formID.text), "school": .string(row.school),
      ]
    }
  }
}
