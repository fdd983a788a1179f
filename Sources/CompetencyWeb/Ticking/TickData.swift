internal import CompetencyCore
internal import Journeys
internal import Wording

/// What became of ticks, for a script: what the page of ``TickOutcome`` says, as a document.
enum TickData {
  /// What a tick still needs before it is kept.
  struct Ask {
    /// What is missing, by the name of its field: `reden` or `gezien`.
    let field: String
    let task: String
    let sentence: String
  }

  static func answer(_ outcome: RecordJourney.Outcome, _ request: PageRequest) -> PageAnswer {
    let kept = outcome.changes.map(\.task.code)
    return .data(
      self.kept(kept, in: outcome.booking)
        .joined(by: ["conflicts": .array(outcome.conflicts.map { conflict(in: $0, of: outcome.trainee, request) })]),
      status: outcome.conflicts.isEmpty ? 200 : 409)
  }

  /// Tasks that are kept as they were chosen.
  static func kept(_ tasks: [TaskCode], in booking: BookingNumber?) -> JSONValue {
    ["booking": .text(booking?.description), "kept": .texts(tasks.map(\.text))]
  }

  /// Nothing is kept: some ticks need a word more, others cannot be kept at all.
  static func asks(_ asks: [Ask], problems: [String] = []) -> PageAnswer {
    let documents = asks.map { ask -> JSONValue in
      ["task": .string(ask.task), "field": .string(ask.field), "sentence": .string(ask.sentence)]
    }
    return .data(["asks": .array(documents), "problems": .texts(problems)], status: 422)
  }

  private static func conflict(
    in conflict: RecordJourney.Conflict, of trainee: Trainee, _ request: PageRequest
  ) -> JSONValue {
    let choice = TickOutcome.conflict(in: conflict, request)
    return [
      "task": .string(choice.code), "who": .string(trainee.name.given), "sentence": .string(choice.sentence),
      "now": .string(choice.now), "keep": .string(choice.keep), "mine": .string(choice.mine),
    ]
  }
}
