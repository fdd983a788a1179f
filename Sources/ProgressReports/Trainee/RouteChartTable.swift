import CompetencyCore
import Wording

/// The counts of the chart of a route as a table, month by month, for who would rather read than look.
struct RouteChartTable: Sendable {
  let series: RouteSeries
  let texts: Texts

  /// The table behind its summary.
  func write(in html: inout HTMLBuilder) {
    html.element("details") { html in
      html.element("summary", text: texts.say("report.as_table"))
      html.element("table", [.class("counts")]) { html in
        html.element("thead") { html in
          html.element("tr") { html in for name in columns { html.element("th", [.scope("col")], text: name) } }
        }
        html.element("tbody") { html in
          for day in ends {
            html.newline()
            html.element("tr") { html in
              html.element("th", [.scope("row")], text: texts.monthAndYear(day))
              for count in counts(on: day) { html.element("td", text: count.map { String($0) } ?? "") }
            }
          }
        }
      }
    }
  }

  private var columns: [String] {
    let names =
      ["chart.month", "chart.planned"] + (series.earlier == nil ? [] : ["chart.earlier"]) + ["chart.done", "chart.tasks"]
    return names.map { texts.say($0) }
  }

  /// The last day of each month of the route, as far as something is planned or was seen.
  private var ends: [CalendarDate] {
    let last = max(series.asOf, (series.planned + (series.earlier ?? [])).max() ?? series.asOf)
    var (ends, first): ([CalendarDate], CalendarDate) = ([], series.start.adding(days: 1 - series.start.day))
    while first <= last {
      first = first.adding(months: 1)
      ends.append(first.adding(days: -1))
    }
    return ends
  }

  private func counts(on day: CalendarDate) -> [Int?] {
    func count(_ days: [CalendarDate]) -> Int { days.count { $0 <= day } }
    // Of a month that is still to come nothing was seen yet.
    let isToCome = day.adding(days: 1 - day.day) > series.asOf
    let earlier = series.earlier.map { [count($0)] } ?? []
    return [count(series.planned)] + earlier + [isToCome ? nil : count(series.mastered), series.tasks(on: day)]
  }
}
