import CompetencyCore
import Wording

/// Draws one sheet of a wall as a table; its circles are thin rings that a pen makes fuller.
struct WallDrawing {
  let sheet: WallReport.Sheet
  let scale: MasteryScale
  let texts: Texts
  private var signs: CellSigns { CellSigns(scale: scale, texts: texts) }
  private var levels: LevelDrawing { LevelDrawing(scale: scale, ring: "0.8") }
  private var hasCoverage: Bool { sheet.groups.contains { $0.rows.contains { $0.coverage != nil } } }

  var fragment: HTMLFragment {
    var html = HTMLBuilder()
    html.element("table") { html in
      html.element("thead") { html in
        html.element("tr") { html in
          html.element("th", [.scope("col"), .class("task")], text: texts.say("matrix.task"))
          for name in sheet.names { html.element("th", [.scope("col")], text: name) }
          if hasCoverage { html.element("th", [.scope("col"), .class("need")], text: texts.say("wall.can_of_needed")) }
        }
      }
      for group in sheet.groups {
        html.newline()
        html.element("tbody") { draw(group, in: &$0) }
      }
    }
    return html.fragment
  }

  private func draw(_ group: WallReport.Group, in html: inout HTMLBuilder) {
    html.element("tr", [.class("group")]) { html in
      let title = group.title.isEmpty ? texts.say("matrix.no_group") : group.title
      html.element("th", [.scope("rowgroup"), .colspan(1 + sheet.names.count + (hasCoverage ? 1 : 0))], text: title)
    }
    for row in group.rows {
      html.newline()
      html.element("tr") { html in
        html.element("th", [.scope("row"), .class("task")], text: row.title)
        for mark in row.marks { draw(mark, in: &html) }
        guard hasCoverage else { return }
        html.element("td", [.class("need")]) { html in
          guard let (mastered, needed) = row.coverage else { return }
          html.text(texts.say("coverage.count", ["mastered": "\(mastered)", "needed": "\(needed)"]))
        }
      }
    }
  }

  private func draw(_ mark: WallReport.Mark, in html: inout HTMLBuilder) {
    html.element("td") { html in
      switch mark {
      case .none: html.element("span", [.class("sr")], text: texts.say("matrix.not_in_profile"))
      case .level(let level):
        levels.draw(level, in: &html)
        html.element("span", [.class("sr")], text: texts.level(level))
      case .without(let reason):
        html.element("span", [.hidden], text: signs.sign(of: reason))
        html.element("span", [.class("sr")], text: texts.absence(reason))
      }
    }
  }

  /// What the circles mean, each with its sentence of behaviour, and the signs that occur.
  static func legend(_ report: WallReport, _ texts: Texts) -> [WallPage.Sign] {
    let drawing = LevelDrawing(scale: report.scale, ring: "0.8")
    let levels = report.scale.levels.map { level in
      var html = HTMLBuilder()
      drawing.draw(level.id, in: &html)
      return WallPage.Sign(
        drawing: html.fragment, name: texts.level(level.id),
        meaning: level.id == .nogNiet ? nil : texts.meaning(of: level.id))
    }
    let marks = Set(report.sheets.flatMap(\.groups).flatMap(\.rows).flatMap(\.marks))
    let signs = CellSigns(scale: report.scale, texts: texts)
    let reasons: [AbsenceReason] = [.kan_hier_niet, .niet_van_toepassing]
    return levels
      + reasons.filter { marks.contains(.without($0)) }.map { reason in
        var html = HTMLBuilder()
        html.element("span", [.hidden], text: signs.sign(of: reason))
        return WallPage.Sign(drawing: html.fragment, name: texts.absence(reason), meaning: nil)
      }
  }
}
