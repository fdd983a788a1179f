internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

struct ImportCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import school forms: plan, then apply as one booking.",
    discussion: """
      All or nothing: one broken file and nothing is kept (65). A folder stands for the *.xml and *.xfdf in it, recursively,
      by name; - is standard input. Exit 3 when a person must look at a question or a disagreement.
      """, aliases: ["importeer"])

  @Argument(help: "Files or folders.")
  var files: [String]
  @Flag(name: .customLong("keep-going"), help: "Keep the good files when one is broken; still ends with 65.")
  var keepGoing = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var common: CommonOptions

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let found = InputFiles.formFiles(files)
    let progress = Progress(console, total: found.count)
    let result = Result { () throws(Refusal) in
      try ImportJourney.run(context, files: found, dialects: try console.folders.dialects(), keepGoing: keepGoing) {
        progress.at($0)
      }
    }
    progress.end()
    let outcome = try result.get()
    console.document(ImportText.document(outcome, isDryRun: isDryRun, console.texts))
    if isDryRun { ImportText.plan(outcome, console) }
    ImportText.summary(outcome, isDryRun: isDryRun, console)
    for problem in outcome.problems {
      if console.isJSON { break }
      Terminal.tell(console.texts.placed(problem) + "\n")
    }
    if outcome.status == .personNeeded { console.say("cli.import.next") }
    return outcome.status
  }
}

/// How an import is told: to people line by line, to programs as one document.
enum ImportText {
  /// The plan per line: who, task, old → new, and where the line stands.
  static func plan(_ outcome: ImportJourney.Outcome, _ console: Console) {
    console.say("cli.dry_run")
    let scale = outcome.company.scale
    var group = ""
    for line in outcome.plan.lines {
      let who = line.trainee.flatMap { outcome.company.trainees[$0]?.name.full } ?? line.displayName
      let heading = line.place.file + " · " + who
      if !sameBytes(heading, group) {
        console.line(CleanText.cleaned(heading))
        group = heading
      }
      let code = (line.task ?? line.taskWritten).text
      let title = line.task.flatMap { outcome.company.tasks[$0]?.title } ?? ""
      let said =
        switch line.says {
        case .level(let level): console.level(level, scale)
        case .without(let reason): console.texts.absence(reason)
        case nil: "?"
        }
      let before = line.before.map { scale.glyph(of: $0) } ?? "?"
      let after = line.after.map { scale.glyph(of: $0) } ?? "?"
      console.item(
        "cli.import.line." + line.effect(on: scale),
        [
          "line": line.place.line.map(String.init) ?? "-", "task": code, "title": title, "before": before, "after": after,
          "said": said, "role": console.texts.role(line.role),
        ])
    }
  }

  static func summary(_ outcome: ImportJourney.Outcome, isDryRun: Bool, _ console: Console) {
    let (plan, counts) = (outcome.plan, outcome.plan.counts)
    if plan.isEmpty {
      console.say("cli.import.nothing_new", count: outcome.messageCount)
      return
    }
    let booking = outcome.booking.map { ["booking": $0.description] } ?? [:]
    console.say(isDryRun ? "cli.import.would" : "cli.import.done", count: plan.formCount, booking)
    for (key, count) in [
      ("observations", counts.observations), ("proposals", counts.proposals), ("agreements", counts.agreements),
      ("replaced", counts.replaced), ("already_known", counts.alreadyKnown), ("disagreements", counts.disagreements),
      ("questions", counts.questions),
    ] where count != 0 {
      console.item("cli.import.count." + key, count: count)
    }
    if let booking = outcome.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
  }

  static func document(_ outcome: ImportJourney.Outcome, isDryRun: Bool, _ texts: Texts) -> JSONValue {
    let counts = outcome.plan.counts
    return [
      "schema": "vakmatrix/import/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
      "files": .int(outcome.fileCount), "messages": .int(outcome.messageCount), "forms": .int(outcome.plan.formCount),
      "observations": .int(counts.observations), "proposals": .int(counts.proposals), "agreements": .int(counts.agreements),
      "replaced": .int(counts.replaced), "alreadyKnown": .int(counts.alreadyKnown), "disagreements": .int(counts.disagreements),
      "questions": .int(counts.questions), "problems": .array(outcome.problems.map { .problem($0, texts) }),
      "lines": isDryRun ? .array(outcome.plan.lines.map(document)) : .array([]),
    ]
  }

  private static func document(_ line: PlannedLine) -> JSONValue {
    let (says, without): (String?, String?) =
      switch line.says {
      case .level(let level): (level.text, nil)
      case .without(let reason): (nil, reason.rawValue)
      case nil: (nil, nil)
      }
    return [
      "file": .string(line.place.file), "line": line.place.line.map { .int($0) } ?? .null, "path": .string(line.place.path),
      "trainee": .text(line.trainee?.text), "task": .text(line.task?.text), "taskWritten": .string(line.taskWritten.text),
      "role": .string(line.role.rawValue), "says": .text(says), "without": .text(without), "before": .text(line.before?.text),
      "after": .text(line.after?.text), "fate": .string(line.fate.rawValue),
    ]
  }
}
