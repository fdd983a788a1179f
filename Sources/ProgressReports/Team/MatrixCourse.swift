import CompetencyCore
import Wording

// The twelve weeks before the day of the matrix: in a sentence, and in figures for who would rather read a table.
extension MatrixDrawing {
  /// What the small drawings say together.
  var courseSentence: String {
    let gained = table.columns.reduce(0) { $0 + ($1.course.last ?? 0) - ($1.course.first ?? 0) }
    return texts.say("chart.course_together", count: gained)
  }

  /// How many tasks each had mastered at the end of each week.
  var courseTable: HTMLFragment {
    var html = HTMLBuilder()
    html.element("table", [.class("counts")]) { html in
      html.element("caption", [.class("sr")], text: texts.say("matrix.course"))
      html.element("thead") { html in
        html.element("tr") { html in
          html.element("th", [.scope("col")], text: texts.say("matrix.course_week"))
          for column in table.columns { html.element("th", [.scope("col")], text: column.shortName) }
        }
      }
      html.newline()
      html.element("tbody") { html in
        for week in 0..<(table.columns.first?.course.count ?? 0) {
          let day = table.asOf.adding(days: -7 * (11 - week))
          html.element("tr") { html in
            html.element("th", [.scope("row")], text: texts.date(day))
            for column in table.columns { html.element("td", text: String(column.course[week])) }
          }
          html.newline()
        }
      }
    }
    return html.fragment
  }
}
