internal import CQREncode
internal import Glibc
internal import Wording

/// A text as squares that a camera reads.
struct QRCode {
  /// How many squares a side has.
  let side: Int
  private let squares: [Bool]

  /// The code of a text; nil when it is empty or too long for one code.
  init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    squares = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
  }

  /// The code as a drawing, dark on light, with the four empty squares around it that readers ask for.
  func drawing(named name: String) -> HTMLFragment {
    var path = ""
    for row in 0..<side {
      for column in 0..<side where squares[row * side + column] { path += "M\(column + 4) \(row + 4)h1v1h-1z" }
    }
    let size = "\(side + 8)"
    var html = HTMLBuilder()
    html.element(
      "svg",
      [
        HTMLAttribute("viewBox", "0 0 \(size) \(size)"), .class("qr"), HTMLAttribute("role", "img"),
        HTMLAttribute("aria-label", name), HTMLAttribute("shape-rendering", "crispEdges"),
      ]
    ) { html in
      html.shape("rect", [HTMLAttribute("width", size), HTMLAttribute("height", size), HTMLAttribute("fill", "#fff")])
      html.shape("path", [HTMLAttribute("d", path), HTMLAttribute("fill", "#000")])
    }
    return html.fragment
  }
}
