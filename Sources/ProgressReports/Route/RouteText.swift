import CompetencyCore
public import Wording

/// Writes a route as lines of text.
public struct RouteText: Sendable {
  private let sheet: RouteSheet
  private let texts: Texts
  private let signs: CellSigns
  private let attribution: Attribution
  private static let width = 100

  /// A writer with circles or with plain signs.
  public init(_ sheet: RouteSheet, _ texts: Texts, isASCII: Bool = false) {
    (self.sheet, self.texts) = (sheet, texts)
    signs = CellSigns(scale: sheet.company.scale, texts: texts, isASCII: isASCII)
    attribution = Attribution(company: sheet.company, texts: texts)
  }

  /// The lines.
  public var bytes: [UInt8] {
    var lines = TextLines()
    let heading = [sheet.trainee.name.full, texts.say("report.as_of", ["date": texts.date(sheet.asOf)])]
    lines.add(CleanText.cleaned(heading.joined(separator: " · ")))
    guard let route = sheet.route else {
      lines.add(texts.say("short.no_profile", ["name": CleanText.cleaned(sheet.trainee.name.given)]))
      return lines.bytes
    }
    lines.add(whole(route))
    if let forecast = sheet.forecast {
      let sentence = texts.forecast(forecast, of: CleanText.cleaned(sheet.trainee.name.given))
      lines.add(paragraph: sentence, width: Self.width, indent: "")
    }
    lines.add()
    lines.add(table.lines())
    rules(to: &lines)
    replannings(to: &lines)
    return lines.bytes
  }

  private func whole(_ route: Route) -> String {
    texts.say(
      "cli.trainee.route." + route.position.rawValue,
      [
        "mastered": "\(route.masteredCount)", "total": "\(route.stops.count)", "planned": "\(route.plannedMasteredCount)",
        "difference": "\(abs(route.difference))",
      ])
  }

  private var table: TextTable {
    var table = TextTable([.leading, .leading, .leading, .leading, .leading, .leading])
    for stop in sheet.stops {
      let planned = stop.stop.planned
      let was = stop.earlier.last.map { " " + texts.say("route.was", ["plan": brief($0.plan)]) } ?? ""
      table.row([
        signs.glyph(of: stop.stop.level), planned.task.text, stop.title, plan(planned) + was,
        planned.way.map { texts.say("way." + $0.rawValue) } ?? "", texts.say("route.position." + stop.stop.position.rawValue),
      ])
    }
    return table
  }

  /// When a task is planned: the week of the training, and the day on which that is over.
  private func plan(_ task: ProfileTask) -> String {
    guard let week = task.week else { return texts.say("route.unplanned") }
    return texts.say("route.week", ["week": "\(week)", "date": texts.date(sheet.trainee.end(ofWeek: week))])
  }

  private func brief(_ task: ProfileTask) -> String {
    let week = task.week.map { texts.say("cli.profile.week", ["week": "\($0)"]) } ?? texts.say("route.unplanned")
    return [week, task.way.map { texts.say("way." + $0.rawValue) } ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The rules that put the tasks where they stand.
  private func rules(to lines: inout TextLines) {
    lines.add()
    lines.add(paragraph: texts.say("route.weeks"), width: Self.width, indent: "")
    for rule in Route.Rule.allCases {
      let count = sheet.stops.count { $0.stop.rule == rule }
      if count > 0 {
        lines.add(paragraph: texts.say("route.rule." + rule.rawValue, count: count), width: Self.width, indent: "")
      }
    }
    lines.add(paragraph: texts.say("route.rule.whole"), width: Self.width, indent: "")
  }

  private func replannings(to lines: inout TextLines) {
    guard !sheet.replannings.isEmpty else { return }
    lines.add()
    lines.add(texts.say("route.replanned"))
    for replanning in sheet.replannings {
      let line = texts.say(
        replanning.reason == nil ? "route.replanning.without_reason" : "route.replanning",
        [
          "date": texts.date(replanning.on), "who": attribution.name(of: replanning.by),
          "tasks": replanning.tasks.map(\.text).joined(separator: ", "), "reason": replanning.reason ?? "",
        ])
      lines.add(paragraph: CleanText.cleaned(line), width: Self.width, indent: "  ")
    }
  }
}
