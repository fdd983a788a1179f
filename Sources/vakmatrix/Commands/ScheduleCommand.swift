internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "The planning: when conversations are, and who is overdue.",
    subcommands: [Show.self, Make.self, Calendar.self], aliases: ["planning"])

  struct Show: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "The conversations that are planned, who is overdue, how regularly they come.",
      aliases: ["toon"])
    @Argument(help: "A trainee; without one everybody whose conversations you take part in.")
    var who: String?
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let (rows, today) = try ScheduleJourney.show(context, who: who)
      console.document(ScheduleText.document(rows, today))
      for row in rows { ScheduleText.tell(row, console) }
      console.say("cli.schedule.total", count: rows.reduce(0) { $0 + $1.planned.count })
      return .done
    }
  }

  struct Make: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "make", abstract: "Plan the conversations of all your trainees over a period, each by the own rhythm.",
      discussion: "Example: vakmatrix schedule make --from 2026-09-01 --through 2026-12-18 --closed 2026-W43 --by ineke",
      aliases: ["maak"])
    @Option(help: "The first day (default today).")
    var from: String?
    @Option(help: "The last day, at most two years later (default six months after the first).")
    var through: String?
    @Option(
      parsing: .upToNextOption,
      help: "When the company is closed: a week 2026-W53, days 2026-07-20..2026-08-07, or a day; more than one may be given.")
    var closed: [String] = []
    @Option(help: "The most conversations on a day (default 2).")
    var mostPerDay: Int = 2
    @Option(help: "Only this team.")
    var team: String?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let template = try console.folders.conversationTemplate("voortgangsgesprek")
      var request = ScheduleJourney.Request(
        try scheduling(today: context.today), template: (template.id, template.version, template.kind, template.minutes))
      request.team = team
      let outcome = try ScheduleJourney.make(context, request)
      console.document(ScheduleText.document(outcome, isDryRun: isDryRun))
      if isDryRun { console.say("cli.dry_run") }
      ScheduleText.tell(outcome, console)
      if let booking = outcome.booking { console.say("cli.undo_hint", ["booking": booking.description]) }
      return outcome.unplaced.isEmpty ? .done : .personNeeded
    }

    private func scheduling(today: CalendarDate) throws(Refusal) -> ConversationScheduling {
      let first = try from.map { text throws(Refusal) in try day(text) } ?? today
      let last = try through.map { text throws(Refusal) in try day(text) } ?? first.adding(months: 6)
      guard first <= last, last.dayNumber - first.dayNumber <= 731 else {
        throw Refusal(
          .usage, .value_not_understood,
          values: ["option": "--through", "value": last.iso, "expected": "\(first.iso) – \(first.adding(days: 731).iso)"])
      }
      guard (1...100).contains(mostPerDay) else {
        throw Refusal(
          .usage, .value_not_understood, values: ["option": "--most-per-day", "value": "\(mostPerDay)", "expected": "1–100"])
      }
      var scheduling = ConversationScheduling(period: first...last)
      (scheduling.mostPerDay, scheduling.mostPerHolder) = (mostPerDay, mostPerDay)
      for text in closed {
        guard let period = ClosedPeriod(typed: text) else {
          throw Refusal(
            .usage, .value_not_understood,
            values: ["option": "--closed", "value": text, "expected": "2026-W53, 2026-07-20..2026-08-07, 2026-05-15"])
        }
        scheduling.closed.append(period)
      }
      return scheduling
    }
  }

  struct Calendar: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "ics", abstract: "The conversations as a calendar file, without their words.")
    @Argument(help: "A trainee; without one everybody whose conversations you take part in.")
    var who: String?
    @Option(name: [.customShort("o"), .customLong("output")], help: "The file; - is standard output (default).")
    var output: String = "-"
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let events = try ScheduleJourney.appointments(context, who: who).map { appointment in
        CalendarFile.Event(
          appointment.plan, sequence: appointment.sequence, stamp: appointment.writtenAt,
          summary: console.texts.say(
            "schedule.appointment",
            [
              "kind": console.texts.kind(appointment.plan.kind), "who": appointment.trainee.name.full,
              "holder": appointment.holderName,
            ]), isCancelled: appointment.isCancelled)
      }
      try OutputOptions.write(CalendarFile(events).bytes, to: output, besides: common.databasePath, console)
      return .done
    }
  }
}
