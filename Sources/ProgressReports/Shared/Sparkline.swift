import CompetencyCore
import Wording

/// A small drawing of how a count went, one step a week or a month, as high as what it could reach.
struct Sparkline: Sendable {
  /// The counts, oldest first.
  let counts: [Int]
  /// What the top of the drawing stands for.
  let most: Int
  /// What it shows, for who cannot see it.
  let description: String

  private static let (width, height) = (96, 22)

  func draw(in html: inout HTMLBuilder) {
    html.element(
      "svg",
      [
        .class("spark"), HTMLAttribute("viewBox", "0 0 \(Self.width) \(Self.height)"), HTMLAttribute("role", "img"),
        HTMLAttribute("aria-label", description),
      ]
    ) { html in
      stroke("M2 \(Self.height - 2)H\(Self.width - 2)", colour: "#c9d1d8", width: "1", in: &html)
      stroke(path, colour: "#111", width: "1.8", in: &html)
      guard let last = counts.last else { return }
      html.shape(
        "circle",
        [
          HTMLAttribute("cx", "\(x(counts.count - 1))"), HTMLAttribute("cy", "\(y(last))"), HTMLAttribute("r", "2.4"),
          HTMLAttribute("fill", "#111"),
        ])
    }
  }

  private var path: String {
    guard let first = counts.first else { return "" }
    return counts.enumerated().dropFirst().reduce("M2 \(y(first))") { $0 + "H\(x($1.offset))V\(y($1.element))" }
  }

  private func x(_ place: Int) -> Int { 2 + place * (Self.width - 6) / max(counts.count - 1, 1) }
  private func y(_ count: Int) -> Int { Self.height - 3 - min(count, most) * (Self.height - 6) / max(most, 1) }

  private func stroke(_ path: String, colour: String, width: String, in html: inout HTMLBuilder) {
    html.shape(
      "path",
      [
        HTMLAttribute("d", path), HTMLAttribute("fill", "none"), HTMLAttribute("stroke", colour),
        HTMLAttribute("stroke-width", width),
      ])
  }
}
