import CompetencyCore
import Wording

/// Draws what a team lacks people for: a circle for each person that it takes, full for who is there, and on a line of time when
/// the plan brings the last of them.
struct CoverageChart {
  private let tasks: [TaskCoverage]
  private let coverage: TeamCoverage
  private let texts: Texts
  private let coming: ComingWording
  private let end: CalendarDate
  /// How many tasks it draws; the table has all of them.
  private static let mostTasks = 12
  private static let (labels, circles, line, right, rowHeight, top) = (250, 256, 330, 690, 17, 20)

  /// A drawing of the tasks that lack people, most urgent first; nil when none does.
  init?(_ coverage: TeamCoverage, _ texts: Texts, coming: ComingWording) {
    let lacking = coverage.lacking
    guard !lacking.isEmpty else { return nil }
    tasks = Array(lacking.prefix(Self.mostTasks))
    (self.coverage, self.texts, self.coming) = (coverage, texts, coming)
    end = max(tasks.compactMap(\.enoughBy).max() ?? coverage.asOf, coverage.asOf.adding(days: 84))
  }

  /// What the drawing says, for under it and for who cannot see it.
  var sentence: String {
    let lacking = coverage.lacking
    let planned = lacking.compactMap(\.enoughBy)
    let first = texts.say("chart.lacking", count: lacking.count)
    guard let last = planned.max() else { return first + " " + texts.say("chart.lacking_unplanned") }
    return first + " "
      + texts.say("chart.lacking_planned", count: planned.count, ["week": texts.week(of: last, readOn: coverage.asOf)])
  }

  /// The drawing.
  var fragment: HTMLFragment {
    var html = HTMLBuilder()
    let height = Self.top + tasks.count * Self.rowHeight + 6
    html.element(
      "svg",
      [
        .class("coverage"), HTMLAttribute("viewBox", "0 0 \(Self.right + 10) \(height)"), HTMLAttribute("role", "img"),
        HTMLAttribute("aria-label", sentence),
        HTMLAttribute("font-family", "Liberation Sans, Arial, DejaVu Sans, sans-serif"), HTMLAttribute("font-size", "11"),
      ]
    ) { html in
      label(texts.shortDay(coverage.asOf), x: Self.line, y: 11, anchor: "middle", in: &html)
      label(texts.monthAndYear(end), x: Self.right, y: 11, anchor: "end", in: &html)
      for (row, task) in tasks.enumerated() { draw(task, y: Self.top + row * Self.rowHeight + 8, in: &html) }
    }
    return html.fragment
  }

  private func draw(_ task: TaskCoverage, y: Int, in html: inout HTMLBuilder) {
    label(DisplayWidth.cut(title(of: task.task), to: 42), x: Self.labels, y: y + 4, anchor: "end", in: &html)
    let needed = max(task.needed, 2)
    for place in 0..<min(needed, 6) {
      let isThere = place < task.masteredBy.count
      html.shape(
        "circle",
        [
          HTMLAttribute("cx", "\(Self.circles + 8 + place * 11)"), HTMLAttribute("cy", "\(y)"), HTMLAttribute("r", "4"),
          HTMLAttribute("fill", isThere ? "#111" : "#fff"), HTMLAttribute("stroke", "#111"),
        ])
    }
    line(from: Self.line, to: Self.right, y: y, stroke: "#c9d1d8", in: &html)
    guard let day = task.enoughBy else {
      label(texts.say("chart.not_planned"), x: Self.line + 8, y: y - 2, anchor: "start", in: &html)
      return
    }
    let (span, passed) = (end.dayNumber - coverage.asOf.dayNumber, day.dayNumber - coverage.asOf.dayNumber)
    let x = Self.line + max(passed, 0) * (Self.right - Self.line) / max(span, 1)
    line(from: Self.line, to: x, y: y, stroke: "#111", in: &html)
    html.shape(
      "path", [HTMLAttribute("d", "M\(x) \(y - 5)L\(x + 5) \(y)L\(x) \(y + 5)L\(x - 5) \(y)Z"), HTMLAttribute("fill", "#111")])
  }

  private func line(from start: Int, to end: Int, y: Int, stroke: String, in html: inout HTMLBuilder) {
    html.shape(
      "path",
      [HTMLAttribute("d", "M\(start) \(y)H\(end)"), HTMLAttribute("stroke", stroke), HTMLAttribute("stroke-width", "1.5")])
  }

  private func label(_ text: String, x: Int, y: Int, anchor: String, in html: inout HTMLBuilder) {
    html.element(
      "text",
      [
        HTMLAttribute("x", "\(x)"), HTMLAttribute("y", "\(y)"), HTMLAttribute("text-anchor", anchor),
        HTMLAttribute("fill", "#111"),
      ], text: text)
  }

  private func title(of task: TaskCode) -> String {
    let title = coverage.matrix.knowledge.company.tasks[task]?.title ?? ""
    return title.isEmpty ? task.text : title
  }

  /// The same in figures: how many can do it and are needed, who has it to come, and when there are enough.
  var table: HTMLFragment {
    var html = HTMLBuilder()
    html.element("table", [.class("counts")]) { html in
      html.element("caption", [.class("sr")], text: texts.say("chart.coverage"))
      html.element("thead") { html in
        html.element("tr") { html in
          for key in ["matrix.task", "matrix.mastered_of_needed", "chart.coming", "chart.enough_by"] {
            html.element("th", [.scope("col")], text: texts.say(key))
          }
        }
      }
      html.newline()
      html.element("tbody") { html in
        for task in coverage.lacking {
          html.element("tr") { html in
            html.element("th", [.scope("row")], text: title(of: task.task))
            html.element(
              "td", text: texts.say("coverage.count", ["mastered": "\(task.masteredBy.count)", "needed": "\(task.needed)"]))
            html.element("td", [.class("text")], text: coming.plan(task))
            html.element("td", text: task.enoughBy.map(texts.date) ?? texts.say("chart.not_planned"))
          }
          html.newline()
        }
      }
    }
    return html.fragment
  }
}
