internal import ArgumentParser
internal import CompetencyCore
internal import CompetencyWeb
internal import Journeys
internal import ProgressReports
internal import Wording

struct DoctorCommand: ProductCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look the database, the templates and the dialects over, and change nothing.",
    discussion:
      "Exit 0 when all is well, 74 when the database is damaged, 78 when texts, templates, dialects or rights are wrong.",
    aliases: ["controle"])

  @Flag(help: "Hold every booking against its seal too, and name the first that is not as it was written.")
  var verify = false
  @Option(help: "With --verify: a seal that was noted elsewhere, which must be there.")
  var seal: String?
  @OptionGroup var actor: ActingOptions
  @OptionGroup var common: CommonOptions
  var acting: String? { actor.acting }
  /// What is wrong with the texts is what this command is to tell.
  var bearsFaultyTexts: Bool { true }

  /// What an administrator may change without building; a new kind of template is a line here.
  private static let templateChecks: [@Sendable (TemplateFolders, Texts) -> Checkup] = [
    { folders, _ in TextsCheckup.look(at: folders) },
    { folders, texts in TemplatesCheckup.look(at: folders, texts) },
    { folders, _ in PageTemplatesCheckup.look(at: folders) },
    { folders, _ in ConversationTemplatesCheckup.look(at: folders) },
    { folders, _ in HintsCheckup.look(at: folders) },
  ]

  /// Every dialect, tried on its samples, and every school that needs one that is not there.
  private func dialects(_ context: JourneyContext, _ folders: TemplateFolders) -> Checkup {
    do throws(Refusal) {
      let files = try folders.dialects()
      let trials = try DialectJourney.check(
        context, files, names: [], samples: { (name) throws(Refusal) in try folders.samples(of: name) })
      let problems = trials.flatMap(\.problems) + DialectJourney.missing(context, files)
      return Checkup("dialects", detail: "\(trials.count)", problems, status: .configuration)
    } catch {
      return Checkup("dialects", error)
    }
  }

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let checkups =
      try DoctorJourney.run(
        context, dialects: console.folders.dialects(), seals: verify || seal != nil ? SealQuestion(noted: seal) : nil)
      + Self.templateChecks.map { $0(console.folders, console.texts) } + [dialects(context, console.folders)]
    console.document(document(checkups, console.texts))
    for checkup in checkups {
      let verdict = checkup.problems.isEmpty ? "good" : checkup.isGood ? "warning" : "wrong"
      console.say(
        "cli.doctor." + verdict, ["what": console.texts.say("cli.doctor.check." + checkup.name), "detail": checkup.detail])
      if sameBytes(checkup.name, "seals"), checkup.isGood, !checkup.detail.isEmpty {
        console.line("  " + console.texts.say("cli.doctor.newest_seal", ["seal": checkup.detail]))
      }
      for problem in checkup.problems { console.line("  " + console.texts.placed(problem)) }
    }
    let wrong = checkups.filter { !$0.isGood }
    if wrong.isEmpty && checkups.contains(where: { !$0.problems.isEmpty }) {
      console.say("cli.doctor.look_at")
    } else {
      console.say("cli.doctor.total", count: wrong.count)
    }
    return wrong.first?.status ?? .done
  }

  private func document(_ checkups: [Checkup], _ texts: Texts) -> JSONValue {
    [
      "schema": "vakmatrix/doctor/1",
      "checks": .array(
        checkups.map { ["name": .string($0.name), "ok": .bool($0.isGood), "detail": .string($0.detail)] }),
      "problems": .array(checkups.flatMap(\.problems).map { .problem($0, texts) }),
    ]
  }
}
