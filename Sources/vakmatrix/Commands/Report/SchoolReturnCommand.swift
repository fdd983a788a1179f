internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

extension ReportCommand {
  struct School: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "school", abstract: "What goes back to the school: xml (the canonical form), html, pdf, txt, json.",
      discussion: """
        Levels with their days, answers to the school's proposals, agreements, and that a conversation was held; no words of
        it and no remarks. Of one trainee, or with --school of all trainees of a school.
        """)
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one.")
    var who: String?
    @Option(help: "All trainees of this school in one message: an id or a piece of its name.")
    var school: String?
    @Option(
      name: [.customLong("from"), .customLong("van")],
      help: "Our own number as the school knows it: leerbedrijf_id:100000001 (VAKMATRIX_FROM).")
    var from: String?
    @Option(name: [.customLong("from-name"), .customLong("van-naam")], help: "Our own name.")
    var fromName: String?
    @Option(
      name: [.customLong("replaces"), .customLong("vervangt")],
      help: "The id of an earlier return whose place it takes, urn:uuid:…")
    var replaces: String?
    @Flag(
      name: [.customLong("share-agreements"), .customLong("deel-afspraken")],
      help: "Send the words of agreements that were made here too; for who may read them.")
    var sharesAgreements = false
    @Flag(
      name: [.customLong("own-form"), .customLong("eigen-formulier")],
      help: "The school's own form, filled in; all else in it stays as it came.")
    var ownForm = false
    @Option(
      name: [.customLong("message"), .customLong("bericht")],
      help: "With --own-form: which message of the school, by its id or a piece of its file's name (default the newest).")
    var message: String?
    @OptionGroup var view: ViewOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { view.actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      try checkOptions()
      if ownForm { return try fillIn(context, console) }
      let format = try output.format(of: .school, console)
      let outcome = try ReturnJourney.make(
        context, try question(for: format), dialects: try console.folders.dialects(),
        words: ReturnJourney.Words(
          level: console.texts.level,
          withheld: { console.texts.say("return.agreement_stays", ["agreement": $0.description]) }))
      try output.write(try bytes(of: outcome, format, context, console), besides: common.databasePath, console)
      for loss in outcome.losses { console.note(console.texts.placed(loss)) }
      return .done
    }

    private func checkOptions() throws(Refusal) {
      let clash: String? =
        switch (who, school) {
        case (nil, nil): "nobody"
        case (_?, _?): "both"
        case (nil, _?) where ownForm: "own_form"
        default: message != nil && !ownForm ? "message" : nil
        }
      if let clash { throw Refusal(.usage, .who_is_asked, values: ["kind": clash, "option": "--school"]) }
    }

    private func fillIn(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      try checkOwnFormat()
      let form = try ReturnJourney.ownForm(
        context, try question(for: .xml), message: message, dialects: try console.folders.dialects())
      try output.write(form.file, besides: common.databasePath, console)
      let isNothing = form.count == 0 && !form.losses.isEmpty
      let school = ["school": form.school.name]
      console.note(
        isNothing
          ? console.texts.say("cli.own_form.nothing", school)
          : console.texts.say("cli.own_form.filled", count: form.count, school))
      if form.otherStudents > 0 {
        console.note(console.texts.say("cli.own_form.others", count: form.otherStudents, school))
      }
      for loss in form.losses { console.note(console.texts.placed(loss)) }
      return form.losses.isEmpty ? .done : .personNeeded
    }

    /// The school's form is in the school's own format: XML, whatever its file is called.
    private func checkOwnFormat() throws(Refusal) {
      if common.json || output.format.map({ ReportFormat(typed: $0) != .xml }) ?? false {
        throw Refusal(.usage, .format_unknown, values: ["value": output.format ?? "json", "list": ReportFormat.xml.rawValue])
      }
      try output.checkName(for: .xml)
    }

    private func question(for format: ReportFormat) throws(Refusal) -> ReturnJourney.Question {
      var question = ReturnJourney.Question(view: try view.question())
      question.view.trainees = who.map { [$0] } ?? []
      (question.school, question.ownName, question.replaced) = (school, fromName, replaces)
      question.ownNumber = from ?? setting("VAKMATRIX_FROM")
      (question.sharesAgreements, question.isSent) = (sharesAgreements, format == .xml)
      return question
    }

    private func bytes(
      of outcome: ReturnJourney.Outcome, _ format: ReportFormat, _ context: JourneyContext, _ console: Console
    ) throws(Refusal) -> [UInt8] {
      let words = outcome.schoolWords.map { SchoolReport.SchoolWord(level: $0.level, words: $0.words) }
      guard format != .xml,
        let report = SchoolReport(
          outcome.returns, company: outcome.company, sender: outcome.sender, message: outcome.id,
          answered: outcome.answered?.text, schoolWords: words)
      else { return outcome.file }
      let seal = format.hasFoot ? try ReportJourney.seal(context) : nil
      let origin = ReportOrigin(madeBy: outcome.madeBy, knownOn: outcome.knownOn?.text, seal: seal)
      switch format {
      case .html, .pdf:
        return try output.page(
          report.html(console.texts, folders: console.folders, origin: origin), as: format, on: report.asOf)
      case .json: return report.json(origin: origin).line
      default: return report.text(console.texts, origin: origin)
      }
    }
  }
}
