internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

extension PrivacyCommand {
  struct Retention: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "retention", abstract: "What has been kept long enough, with the terms; erased only with --apply.",
      discussion: "The terms stand in Retention/terms.txt of the templates, each with its reason.", aliases: ["bewaartermijn"])
    @Flag(help: "Erase all that is due, for good.")
    var apply = false
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions
    var writes: Bool { apply && !isDryRun }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let terms = try console.folders.retentionTerms()
      let outcome =
        apply
        ? try RetentionJourney.apply(context, terms, dialects: console.folders.dialects())
        : try RetentionJourney.list(context, terms)
      console.document(document(outcome))
      for (kind, months) in [("words", terms.words), ("person", terms.person), ("looks", terms.looks)] {
        console.say("cli.retention.term." + kind, count: months)
      }
      tell(outcome.due, "cli.retention.due", outcome, console)
      if outcome.lookCount > 0 { console.say("cli.retention.looks", count: outcome.lookCount) }
      tell(outcome.coming, "cli.retention.coming", outcome, console)
      guard apply else {
        if !outcome.due.isEmpty || outcome.lookCount > 0 { console.say("cli.retention.how") }
        return .done
      }
      let booking = outcome.booking?.description ?? "–"
      console.say("cli.retention.applied", count: outcome.erased.count, ["booking": booking])
      if outcome.lostMessages > 0 { console.item("cli.erase.lost", count: outcome.lostMessages) }
      guard outcome.isCleared else {
        console.note(console.texts.say("cli.erase.not_cleared"))
        return .personNeeded
      }
      return .done
    }

    private func tell(
      _ all: [RetentionJourney.Due], _ key: String, _ outcome: RetentionJourney.Outcome, _ console: Console
    ) {
      console.say(key, count: all.count, ["date": console.texts.date(outcome.today)])
      for due in all {
        console.item(
          "cli.retention.line." + due.extent.rawValue,
          [
            "who": due.trainee.name.full, "trainee": due.trainee.id.text, "end": console.texts.date(due.endedOn),
            "from": console.texts.date(due.from),
          ])
      }
    }

    private func document(_ outcome: RetentionJourney.Outcome) -> JSONValue {
      let line = { (due: RetentionJourney.Due) -> JSONValue in
        [
          "trainee": .string(due.trainee.id.text), "what": .string(due.extent.rawValue), "ended": .string(due.endedOn.iso),
          "from": .string(due.from.iso),
        ]
      }
      return [
        "schema": "vakmatrix/retention/1", "on": .string(outcome.today.iso), "booking": .text(outcome.booking?.description),
        "dryRun": .bool(isDryRun),
        "terms": [
          "words": .int(outcome.terms.words), "person": .int(outcome.terms.person), "looks": .int(outcome.terms.looks),
        ],
        "due": .array(outcome.due.map(line)), "coming": .array(outcome.coming.map(line)), "looks": .int(outcome.lookCount),
        "erased": .array(
          outcome.erased.map { erasure in
            [
              "trainee": .string(erasure.trainee.text), "what": .string(erasure.extent.rawValue),
              "facts": .int(erasure.factCount), "texts": .int(erasure.textCount), "messages": .int(erasure.messageCount),
            ]
          }),
        "cleared": .bool(outcome.isCleared),
      ]
    }
  }
}

extension TemplateFolders {
  /// How long data are kept.
  func retentionTerms() throws(Refusal) -> RetentionTerms {
    try RetentionTerms(reading: try bytes(of: RetentionTerms.file), file: path(of: RetentionTerms.file))
  }
}
