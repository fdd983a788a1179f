import CompetencyCore
import Wording

/// The circles of levels as drawings, so that every printer and every font shows them alike, dark on light.
struct LevelDrawing: Sendable {
  let scale: MasteryScale
  /// How wide the ring is, in sixteenths of the circle.
  var ring = "1.5"

  /// Draws the circle of a level; a circle of a company's own that is none of the five is written as it is.
  func draw(_ level: LevelID, in html: inout HTMLBuilder) {
    let glyph = scale.glyph(of: level)
    guard let shape = Self.shapes[glyph] else {
      html.element("span", [.hidden], text: glyph)
      return
    }
    html.element("svg", [.class("g"), HTMLAttribute("viewBox", "0 0 16 16"), .hidden]) { html in
      let colour = shape.isFull || !shape.part.isEmpty ? "#111" : "#5b6770"
      html.shape(
        "circle",
        [
          HTMLAttribute("cx", "8"), HTMLAttribute("cy", "8"), HTMLAttribute("r", "6.5"),
          HTMLAttribute("fill", shape.isFull ? "#111" : "#fff"), HTMLAttribute("stroke", colour),
          HTMLAttribute("stroke-width", ring),
        ])
      if !shape.part.isEmpty { html.shape("path", [HTMLAttribute("d", shape.part), HTMLAttribute("fill", "#111")]) }
    }
  }

  private struct Shape {
    var part = ""
    var isFull = false
  }

  private static let shapes: [String: Shape] = [
    "○": Shape(), "◔": Shape(part: "M8 8V1.5A6.5 6.5 0 0 1 14.5 8Z"), "◐": Shape(part: "M8 1.5A6.5 6.5 0 0 0 8 14.5Z"),
    "◕": Shape(part: "M8 8V1.5A6.5 6.5 0 1 1 1.5 8Z"), "●": Shape(isFull: true),
  ]
}
