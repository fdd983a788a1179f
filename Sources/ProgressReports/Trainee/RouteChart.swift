import CompetencyCore
import Wording

/// Draws the route: how many tasks are mastered day by day, against the plan.
struct RouteChart: Sendable {
  private let report: TraineeReport
  private let texts: Texts
  private let plannedDays: [CalendarDate]
  private let total: Int
  private let end: CalendarDate

  /// A drawing of a route with planned weeks; nil without them.
  init?(_ report: TraineeReport, _ texts: Texts) {
    guard let route = report.route else { return nil }
    let scale = report.company.scale
    plannedDays = route.stops.filter { scale.rank(of: $0.planned.target).map { $0 >= scale.masteredRank } ?? true }
      .compactMap { $0.planned.week }.map { report.trainee.start.adding(days: $0 * 7) }.sorted()
    guard let lastPlanned = plannedDays.last, report.asOf > report.trainee.start else { return nil }
    (self.report, self.texts, total) = (report, texts, route.stops.count)
    end = max(report.trainee.expectedEnd ?? lastPlanned, lastPlanned, report.asOf)
  }

  /// The drawing, with a sentence for who cannot see it.
  var fragment: HTMLFragment {
    var html = HTMLBuilder()
    let description = texts.say(
      "chart.description",
      [
        "mastered": String(report.masteredDays.count), "planned": String(report.route?.plannedMasteredCount ?? 0),
        "total": String(total),
      ])
    html.element(
      "svg",
      [
        .class("route"), HTMLAttribute("viewBox", "0 0 360 170"), HTMLAttribute("role", "img"),
        HTMLAttribute("aria-label", description),
      ]
    ) { html in
      line(from: (Self.left, Self.bottom), to: (Self.right, Self.bottom), stroke: "#5b6770", in: &html)
      line(from: (Self.left, Self.top), to: (Self.left, Self.bottom), stroke: "#5b6770", in: &html)
      html.shape(
        "path", path(plannedDays, until: end) + stroke("#5b6770", width: "1.4") + [HTMLAttribute("stroke-dasharray", "4 3")])
      html.shape("path", path(report.masteredDays, until: report.asOf) + stroke("#1f5f99", width: "2.4"))
      let (x, y) = (x(of: report.asOf), y(of: report.masteredDays.count))
      html.shape(
        "circle",
        [HTMLAttribute("cx", "\(x)"), HTMLAttribute("cy", "\(y)"), HTMLAttribute("r", "4.5"), HTMLAttribute("fill", "#111")])
      labels(now: (x, y), in: &html)
    }
    return html.fragment
  }

  private static let (left, right, top, bottom) = (28, 350, 14, 142)

  private func labels(now: (x: Int, y: Int), in html: inout HTMLBuilder) {
    label(String(total), at: (Self.left - 5, y(of: total) + 4), anchor: "end", in: &html)
    label("0", at: (Self.left - 5, Self.bottom + 4), anchor: "end", in: &html)
    label(texts.monthAndYear(report.trainee.start), at: (Self.left, Self.bottom + 17), anchor: "start", in: &html)
    label(texts.monthAndYear(end), at: (Self.right, Self.bottom + 17), anchor: "end", in: &html)
    let day = texts.shortDay(report.asOf)
    // Between the two ends the day stands under the axis, unless it would run into one of them.
    if (Self.left + 75...Self.right - 90).contains(now.x) {
      label(day, at: (now.x, Self.bottom + 17), anchor: "middle", in: &html)
      line(from: (now.x, Self.bottom), to: (now.x, now.y), stroke: "#c9d1d8", in: &html)
    }
    let isHigh = report.masteredDays.count >= (report.route?.plannedMasteredCount ?? 0)
    let place = (
      x: isHigh ? max(now.x - 8, Self.left + 75) : min(now.x + 8, Self.right - 75),
      y: isHigh ? max(now.y - 7, 10) : min(now.y + 15, Self.bottom - 4)
    )
    label(
      texts.say("chart.mastered", ["count": String(report.masteredDays.count)]), at: place, anchor: isHigh ? "end" : "start",
      bold: true, in: &html)
    label(texts.say("chart.plan"), at: (Self.right, y(of: plannedDays.count) - 6), anchor: "end", in: &html)
  }

  /// The steps of a count that grows by one on each of these days.
  private func path(_ days: [CalendarDate], until last: CalendarDate) -> [HTMLAttribute] {
    var path = "M\(Self.left) \(Self.bottom)"
    for (count, day) in days.enumerated() where day <= last { path += "H\(x(of: day))V\(y(of: count + 1))" }
    return [HTMLAttribute("d", path + "H\(x(of: last))"), HTMLAttribute("fill", "none")]
  }

  private func x(of day: CalendarDate) -> Int {
    let (start, days) = (report.trainee.start.dayNumber, end.dayNumber - report.trainee.start.dayNumber)
    return Self.left + max(0, day.dayNumber - start) * (Self.right - Self.left) / max(1, days)
  }

  private func y(of count: Int) -> Int { Self.bottom - count * (Self.bottom - Self.top) / max(1, total) }

  private func stroke(_ colour: String, width: String) -> [HTMLAttribute] {
    [HTMLAttribute("stroke", colour), HTMLAttribute("stroke-width", width)]
  }

  private func line(from one: (Int, Int), to other: (Int, Int), stroke: String, in html: inout HTMLBuilder) {
    html.shape(
      "path",
      [
        HTMLAttribute("d", "M\(one.0) \(one.1)L\(other.0) \(other.1)"), HTMLAttribute("fill", "none"),
        HTMLAttribute("stroke", stroke),
      ])
  }

  private func label(_ text: String, at place: (x: Int, y: Int), anchor: String, bold: Bool = false, in html: inout HTMLBuilder) {
    html.element(
      "text",
      [
        HTMLAttribute("x", "\(place.x)"), HTMLAttribute("y", "\(place.y)"), HTMLAttribute("text-anchor", anchor),
        HTMLAttribute("font-size", "11"), HTMLAttribute("font-weight", bold ? "bold" : "normal"), HTMLAttribute("fill", "#111"),
      ], text: text)
  }
}
