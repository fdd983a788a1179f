import CompetencyCore
import Wording

/// Draws the route: how many tasks are mastered day by day, against the plan and the plan before it, the number of tasks
/// and when the trainee will arrive. Under it stands a sentence, and a table with the same counts.
struct RouteChart: Sendable {
  private let series: RouteSeries
  private let plannedNow: Int
  private let texts: Texts
  private static let (left, right, top, bottom) = (28, 350, 14, 142)
  private static let (line, thin, faint) = ("#1f5f99", "#5b6770", "#8a97a3")

  /// A drawing of a route with planned weeks; nil without them.
  init?(_ report: TraineeReport, _ texts: Texts) {
    guard let series = RouteSeries(report) else { return nil }
    (self.series, self.texts, plannedNow) = (series, texts, report.route?.plannedMasteredCount ?? 0)
  }

  /// The drawing, the sentence and the table.
  var fragment: HTMLFragment {
    var html = HTMLBuilder()
    let sentence = texts.say(
      "chart.description",
      [
        "mastered": String(series.mastered.count), "planned": String(plannedNow),
        "total": String(series.tasks(on: series.asOf)),
      ])
    html.element(
      "svg",
      [
        .class("route"), HTMLAttribute("viewBox", "0 0 360 170"), HTMLAttribute("role", "img"),
        // A printer of pages does not look for the letters of a drawing in the style sheet.
        HTMLAttribute("font-family", "Liberation Sans, Arial, DejaVu Sans, sans-serif"),
        HTMLAttribute("aria-label", sentence),
      ]
    ) { drawing(in: &$0) }
    html.newline()
    html.element("p", [.class("key")], text: ([sentence] + key).joined(separator: " "))
    html.newline()
    RouteChartTable(series: series, texts: texts).write(in: &html)
    return html.fragment
  }

  /// What the lines are, as far as they are drawn.
  private var key: [String] {
    let extra = [
      series.earlier.map { _ in "chart.key.earlier" }, series.scope.count > 1 ? "chart.key.scope" : nil,
      series.forecast.map { _ in "chart.key.forecast" },
    ].compactMap { $0 }
    return (["chart.key"] + extra).map { texts.say($0) }
  }

  private func drawing(in html: inout HTMLBuilder) {
    if let forecast = series.forecast {
      let (from, to) = (x(of: forecast.earliest), x(of: forecast.latest))
      html.shape(
        "rect",
        [
          HTMLAttribute("x", "\(from)"), HTMLAttribute("y", "\(Self.top - 8)"), HTMLAttribute("width", "\(max(2, to - from))"),
          HTMLAttribute("height", "8"), HTMLAttribute("fill", "#a9cbe8"), HTMLAttribute("stroke", Self.line),
          HTMLAttribute("stroke-width", "0.6"),
        ])
    }
    path("M\(Self.left) \(Self.top)V\(Self.bottom)H\(Self.right)", Self.thin, in: &html)
    if series.scope.count > 1 { path(scope, Self.faint, width: "1", in: &html) }
    if let earlier = series.earlier { path(steps(earlier, until: series.end), Self.thin, width: "1", dashes: "1 3", in: &html) }
    path(steps(series.planned, until: series.end), Self.thin, width: "1.4", dashes: "4 3", in: &html)
    path(steps(series.mastered, until: series.asOf), Self.line, width: "2.4", in: &html)
    let (x, y) = (x(of: series.asOf), y(of: series.mastered.count))
    html.shape(
      "circle",
      [HTMLAttribute("cx", "\(x)"), HTMLAttribute("cy", "\(y)"), HTMLAttribute("r", "4.5"), HTMLAttribute("fill", "#111")])
    labels(now: (x, y), in: &html)
  }

  private func labels(now: (x: Int, y: Int), in html: inout HTMLBuilder) {
    label(String(series.most), at: (Self.left - 5, y(of: series.most) + 4), anchor: "end", in: &html)
    label("0", at: (Self.left - 5, Self.bottom + 4), anchor: "end", in: &html)
    label(texts.monthAndYear(series.start), at: (Self.left, Self.bottom + 17), anchor: "start", in: &html)
    label(texts.monthAndYear(series.end), at: (Self.right, Self.bottom + 17), anchor: "end", in: &html)
    // Between the two ends the day stands under the axis, unless it would run into one of them.
    if (Self.left + 75...Self.right - 90).contains(now.x) {
      label(texts.shortDay(series.asOf), at: (now.x, Self.bottom + 17), anchor: "middle", in: &html)
      path("M\(now.x) \(Self.bottom)L\(now.x) \(now.y)", "#c9d1d8", in: &html)
    }
    let isHigh = series.mastered.count >= plannedNow
    let place = (
      x: isHigh ? max(now.x - 8, Self.left + 75) : min(now.x + 8, Self.right - 75),
      y: isHigh ? max(now.y - 7, 10) : min(now.y + 15, Self.bottom - 4)
    )
    label(
      texts.say("chart.mastered", ["count": String(series.mastered.count)]), at: place, anchor: isHigh ? "end" : "start",
      bold: true, in: &html)
    label(texts.say("chart.plan"), at: (Self.right, y(of: series.planned.count) + 13), anchor: "end", in: &html)
  }

  /// The steps of a count that grows by one on each of these days.
  private func steps(_ days: [CalendarDate], until last: CalendarDate) -> String {
    var path = "M\(Self.left) \(Self.bottom)"
    for (count, day) in days.enumerated() where day <= last { path += "H\(x(of: day))V\(y(of: count + 1))" }
    return path + "H\(x(of: last))"
  }

  /// The number of tasks, with a step on each day on which it changed.
  private var scope: String {
    let steps = series.scope.dropFirst().map { "H\(x(of: $0.since))V\(y(of: $0.tasks))" }
    return "M\(Self.left) \(y(of: series.scope[0].tasks))" + steps.joined() + "H\(x(of: series.end))"
  }

  private func x(of day: CalendarDate) -> Int {
    let (start, days) = (series.start.dayNumber, series.end.dayNumber - series.start.dayNumber)
    return Self.left + max(0, day.dayNumber - start) * (Self.right - Self.left) / max(1, days)
  }

  private func y(of count: Int) -> Int { Self.bottom - count * (Self.bottom - Self.top) / max(1, series.most) }

  private func path(
    _ path: String, _ colour: String, width: String? = nil, dashes: String? = nil, in html: inout HTMLBuilder
  ) {
    let stroke = [HTMLAttribute("d", path), HTMLAttribute("fill", "none"), HTMLAttribute("stroke", colour)]
    let more = [width.map { HTMLAttribute("stroke-width", $0) }, dashes.map { HTMLAttribute("stroke-dasharray", $0) }]
    html.shape("path", stroke + more.compactMap { $0 })
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
