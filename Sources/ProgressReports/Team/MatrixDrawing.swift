import CompetencyCore
import Wording

/// Draws the matrix as a table that is read by eyes, by screen readers and on paper.
struct MatrixDrawing: Sendable {
  let table: MatrixTable
  let texts: Texts
  /// The tasks that somebody must say to have seen; nil for a table that is only looked at. With them each cell says whose it
  /// is and what its level is, for the script that lets it be set.
  let toSet: Set<TaskCode>?
  private var signs: CellSigns { CellSigns(scale: table.scale, texts: texts) }
  private var levels: LevelDrawing { LevelDrawing(scale: table.scale) }
  private let hasCoverage: Bool
  var coming: ComingWording {
    ComingWording(texts: texts, asOf: table.asOf) { id in
      table.names[id] ?? id.text
    }
  }

  init(table: MatrixTable, texts: Texts, toSet: Set<TaskCode>? = nil) {
    (self.table, self.texts, self.toSet) = (table, texts, toSet)
    hasCoverage = table.rows.contains { $0.coverage != nil }
  }

  var fragment: HTMLFragment {
    var html = HTMLBuilder(expecting: (table.rows.count + 4) * (table.columns.count + 2) * 200)
    html.element("table", [.class("matrix")]) { html in
      html.element("caption", [.class("sr")], text: texts.say("matrix.caption", ["date": texts.longDate(table.asOf)]))
      html.newline()
      html.element("thead") { head(in: &$0) }
      for group in table.groups {
        html.newline()
        html.element("tbody") { body(of: group, in: &$0) }
      }
      html.newline()
      html.element("tbody", [.class("sum")]) { sum(in: &$0) }
    }
    return html.fragment
  }

  private func head(in html: inout HTMLBuilder) {
    html.element("tr") { html in
      html.element("th", [.scope("col"), .class("task")], text: texts.say("matrix.task"))
      for column in table.columns {
        let whose = toSet == nil ? [] : [HTMLAttribute("data-trainee", column.trainee.text)]
        html.element("th", [.scope("col")] + whose, text: column.shortName)
      }
      if hasCoverage { html.element("th", [.scope("col"), .class("need")], text: texts.say("matrix.mastered_of_needed")) }
    }
  }

  private func body(of group: MatrixTable.Group, in html: inout HTMLBuilder) {
    html.element("tr", [.class("group")]) { html in
      let title = group.title.isEmpty ? texts.say("matrix.no_group") : group.title
      html.element("th", [.scope("rowgroup"), .colspan(1 + table.columns.count + (hasCoverage ? 1 : 0))], text: title)
    }
    // Cells that look alike are drawn once: a team has thousands of them, and a handful of looks.
    var drawn: [Look: HTMLFragment] = [:]
    for row in group.rows {
      html.newline()
      html.element("tr", marks(of: row)) { html in
        html.element("th", [.scope("row"), .class("task")]) { html in
          if !row.title.isEmpty { html.text(row.title + " ") }
          html.element("span", [.class("code")], text: row.task.text)
        }
        for cell in row.cells {
          let look = Look(cell)
          let fragment = drawn[look] ?? self.drawn { draw(cell, in: &$0) }
          drawn[look] = fragment
          html.append(fragment)
        }
        if hasCoverage { draw(row.coverage, in: &html) }
      }
    }
  }

  /// Of which task a row is, where it can be set.
  private func marks(of row: MatrixTable.Row) -> [HTMLAttribute] {
    guard let toSet else { return [] }
    let safety = toSet.contains(row.task) ? [HTMLAttribute("data-safety", "")] : []
    return [HTMLAttribute("data-task", row.task.text), HTMLAttribute("data-title", row.title)] + safety
  }

  /// All that the drawing of a cell depends on.
  private struct Look: Hashable {
    let level: LevelID?
    let without: AbsenceReason?
    let isStale, hasOpen: Bool

    init(_ cell: MatrixCell?) {
      (level, without) = (cell?.level, cell?.without)
      (isStale, hasOpen) = (cell?.isStale ?? false, cell.map(CellSigns.hasOpen) ?? false)
    }
  }

  private func draw(_ cell: MatrixCell?, in html: inout HTMLBuilder) {
    let word = toSet == nil ? nil : cell.map { $0.without?.rawValue ?? $0.level.text }
    html.element("td", [.class(fill(of: cell))] + (word.map { [HTMLAttribute("data-level", $0)] } ?? [])) { html in
      guard let cell else {
        html.element("span", [.class("sr")], text: signs.words(of: nil))
        return
      }
      if cell.level != .nogNiet || cell.without == nil { levels.draw(cell.level, in: &html) }
      let without = cell.without.map(signs.sign) ?? ""
      let marks = without + (cell.isStale ? CellSigns.stale : "") + (CellSigns.hasOpen(cell) ? CellSigns.open : "")
      if !marks.isEmpty { html.element("span", [.class("marks"), .hidden], text: marks) }
      html.element("span", [.class("sr")], text: signs.words(of: cell))
    }
  }

  /// Each level as a cell shows it, for the script that sets one.
  var levelCells: HTMLFragment {
    drawn { html in
      for level in table.scale.levels {
        html.element("li", [.class(fill(of: level.id)), HTMLAttribute("data-level", level.id.text)]) { html in
          levels.draw(level.id, in: &html)
          html.element("span", [.class("sr")], text: texts.level(level.id))
        }
      }
    }
  }

  /// The shade behind a circle is decoration; the circle alone carries the meaning.
  private func fill(of cell: MatrixCell?) -> String { cell.map { fill(of: $0.level) } ?? "none" }

  private func fill(of level: LevelID) -> String {
    guard let rank = table.scale.rank(of: level) else { return "none" }
    return rank >= table.scale.masteredRank ? "mastered" : rank >= table.scale.taughtRank ? "taught" : "open"
  }

  private func draw(_ coverage: TaskCoverage?, in html: inout HTMLBuilder) {
    html.element("td", [.class("need")]) { html in
      guard let coverage else { return }
      let count = ["mastered": String(coverage.masteredBy.count), "needed": String(coverage.needed)]
      html.text(texts.say("coverage.count", count))
      guard coverage.standing != .enough else { return }
      html.text(" ")
      html.element("strong", text: texts.say("coverage." + coverage.standing.rawValue))
      let plan = coming.plan(coverage)
      if !plan.isEmpty { html.element("span", [.class("coming")], text: plan) }
    }
  }

  private func sum(in html: inout HTMLBuilder) {
    html.element("tr") { html in
      html.element("th", [.scope("row"), .class("task")], text: texts.say("matrix.mastered_of_profile"))
      for column in table.columns {
        let count = ["mastered": String(column.mastered), "needed": String(column.inProfile)]
        html.element("td", text: texts.say("coverage.count", count))
      }
      if hasCoverage { html.element("td", [.class("need")]) { _ in } }
    }
    html.newline()
    html.element("tr") { html in
      html.element("th", [.scope("row"), .class("task")], text: texts.say("matrix.course"))
      for column in table.columns {
        let values = ["before": String(column.course.first ?? 0), "now": String(column.course.last ?? 0)]
        let line = Sparkline(counts: column.course, most: column.inProfile, description: texts.say("chart.course", values))
        html.element("td") { line.draw(in: &$0) }
      }
      if hasCoverage { html.element("td", [.class("need")]) { _ in } }
    }
  }

  /// What the signs mean: the levels with their sentence of behaviour, then the signs that occur.
  var legend: [TeamBody.Sign] {
    let levels = table.scale.levels.map { level in
      TeamBody.Sign(
        drawing: drawn { self.levels.draw(level.id, in: &$0) }, name: texts.level(level.id),
        meaning: level.id == .nogNiet ? nil : texts.meaning(of: level.id))
    }
    let looks = Set(table.groups.lazy.flatMap(\.rows).flatMap(\.cells).map(Look.init))
    let reasons: [AbsenceReason] = [.kan_hier_niet, .niet_van_toepassing]
    var marks = reasons.filter { reason in looks.contains { $0.without == reason } }.map {
      (signs.sign(of: $0), texts.absence($0))
    }
    if looks.contains(where: \.isStale) { marks.append((CellSigns.stale, texts.say("matrix.stale"))) }
    if looks.contains(where: \.hasOpen) { marks.append((CellSigns.open, texts.say("matrix.open"))) }
    let others = marks.map { sign, name in
      TeamBody.Sign(drawing: drawn { $0.element("span", [.class("marks"), .hidden], text: sign) }, name: name, meaning: nil)
    }
    return levels + others
  }

  private func drawn(_ draw: (inout HTMLBuilder) -> Void) -> HTMLFragment {
    var html = HTMLBuilder()
    draw(&html)
    return html.fragment
  }
}
