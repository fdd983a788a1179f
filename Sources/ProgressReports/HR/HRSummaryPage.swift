public import CompetencyCore
public import Wording

/// The view model of `Templates/Reports/hr.mustache`: one page for the management team, without names of trainees.
struct HRSummaryPage: Sendable {
  struct Line: Sendable {
    let team, people, onPlan, onTime, overdue, change: String
    let course: HTMLFragment
  }
  struct Month: Sendable {
    let month: String
    let shares: [String]
  }

  let words: [String: String]
  let language: String
  let style: HTMLFragment
  let asOf, week, people: String
  let lines: [Line]
  let total: Line
  let courseSentence: String
  let teams: [String]
  let months: [Month]
  let smallTeams, origin: String?
}

extension HRSummaryPage {
  init(_ summary: HRSummary, _ texts: Texts, style: HTMLFragment, origin: ReportOrigin) {
    words = texts.words(under: "hr.page.")
    (language, self.style, self.origin) = (texts.language.rawValue, style, origin.sentence(texts))
    asOf = texts.say("report.as_of_full", ["date": texts.fullDate(summary.asOf)])
    week = texts.week(of: summary.asOf)
    people = texts.say("hr.people", count: summary.total.people)
    let teamName = { (line: HRSummary.Line) in line.team ?? texts.say("hr.page.other_teams") }
    lines = summary.lines.map { Line($0, name: teamName($0), texts) }
    total = Line(summary.total, name: texts.say("hr.page.all"), texts)
    courseSentence = texts.say(
      "hr.course",
      [
        "before": Self.share(summary.total.course.first, of: summary.total, texts),
        "now": Self.share(summary.total.course.last, of: summary.total, texts),
      ])
    let columns = summary.lines + [summary.total]
    teams = lines.map(\.team) + [total.team]
    months = summary.courseDays.enumerated().map { place, day in
      Month(month: texts.monthAndYear(day), shares: columns.map { Self.share($0.course[place], of: $0, texts) })
    }
    let hasSmall = summary.lines.contains { $0.team == nil }
    smallTeams = hasSmall ? texts.say("hr.small_teams", ["count": "\(summary.smallestGroup)"]) : nil
  }

  static func share(_ count: Int?, of line: HRSummary.Line, _ texts: Texts) -> String {
    texts.percentage(line.tasks == 0 ? 0 : Double(count ?? 0) / Double(line.tasks))
  }

  /// A page on which nothing is empty, so that each tag of a template can be answered.
  static func filled(_ texts: Texts) -> HRSummaryPage {
    let (text, drawing) = ("…", HTMLBuilder().fragment)
    let line = Line(team: text, people: text, onPlan: text, onTime: text, overdue: text, change: text, course: drawing)
    return HRSummaryPage(
      words: texts.words(under: "hr.page."), language: text, style: drawing, asOf: text, week: text, people: text, lines: [line],
      total: line, courseSentence: text, teams: [text], months: [Month(month: text, shares: [text])], smallTeams: text,
      origin: text)
  }
}

extension HRSummaryPage.Line {
  init(_ line: HRSummary.Line, name: String, _ texts: Texts) {
    let count = { (count: Int, total: Int) in texts.say("hr.count_of", ["count": "\(count)", "total": "\(total)"]) }
    (team, people, overdue) = (name, "\(line.people)", "\(line.agreementsOverdue)")
    (onPlan, onTime) = (count(line.onPlan, line.people), count(line.conversationsOnTime, line.withRhythm))
    change = texts.say(
      "hr.change",
      [
        "before": HRSummaryPage.share(line.course.first, of: line, texts),
        "now": HRSummaryPage.share(line.course.last, of: line, texts),
      ])
    var html = HTMLBuilder()
    Sparkline(counts: line.course, most: line.tasks, description: change).draw(in: &html)
    course = html.fragment
  }
}

extension HRSummary {
  /// The summary as a page for screen and paper.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the template cannot be used.
  public func html(_ texts: Texts, folders: TemplateFolders, origin: ReportOrigin = ReportOrigin()) throws(Refusal) -> [UInt8] {
    let style = try HTMLFragment(styleSheet: "Reports/report.css", folders: folders)
    return try HTMLTemplate("Reports/hr.mustache", folders: folders)
      .document(of: HRSummaryPage(self, texts, style: style, origin: origin))
  }
}
