import Foundation
import Testing

/// A picture of one grey byte a dot (PGM, netpbm).
struct GreyPicture {
  private let width: Int, height: Int
  private let dots: [UInt8]

  init(_ bytes: Data) throws {
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 3).map { String(decoding: $0.prefix(20), as: UTF8.self) }
    let size = try #require(parts.count == 4 && parts[0] == "P5" ? parts[1].split(separator: " ").compactMap { Int($0) } : nil)
    (width, height) = (size[0], size[1])
    dots = Array(bytes.suffix(width * height))
  }

  /// A round drawing.
  struct Ring {
    /// Which part of the disc within its outer edge is dark: under half of white.
    let darkShare: Double
  }

  /// The drawings that are as wide as high, of about this size.
  func rings(millimetres sizes: ClosedRange<Double>, dotsAnInch: Double) -> [Ring] {
    let most = sizes.upperBound / 25.4 * dotsAnInch, least = sizes.lowerBound / 25.4 * dotsAnInch
    return pieces().filter { piece in
      let (across, down) = (Double(piece.right - piece.left + 1), Double(piece.bottom - piece.top + 1))
      return (least...most).contains(across) && (least...most).contains(down) && abs(across - down) <= 2
    }.map { Ring(darkShare: darkShare(within: $0)) }
  }

  private struct Piece { var left, right, top, bottom: Int }

  private func isDark(_ place: Int) -> Bool { dots[place] < 128 }

  /// The dark dots that hang together.
  private func pieces() -> [Piece] {
    var seen = [Bool](repeating: false, count: dots.count)
    var pieces: [Piece] = []
    for start in dots.indices where isDark(start) && !seen[start] {
      var piece = Piece(left: width, right: 0, top: height, bottom: 0)
      var open = [start]
      seen[start] = true
      while let place = open.popLast() {
        let (x, y) = (place % width, place / width)
        piece = Piece(
          left: min(piece.left, x), right: max(piece.right, x), top: min(piece.top, y), bottom: max(piece.bottom, y))
        for (dx, dy) in [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)] {
          let (nx, ny) = (x + dx, y + dy)
          guard (0..<width).contains(nx), (0..<height).contains(ny) else { continue }
          let next = ny * width + nx
          if !seen[next], isDark(next) {
            seen[next] = true
            open.append(next)
          }
        }
      }
      pieces.append(piece)
    }
    return pieces
  }

  private func darkShare(within piece: Piece) -> Double {
    let (middleX, middleY) = (Double(piece.left + piece.right) / 2, Double(piece.top + piece.bottom) / 2)
    let radius = Double(min(piece.right - piece.left, piece.bottom - piece.top) + 1) / 2
    var (dark, all) = (0, 0)
    for y in piece.top...piece.bottom {
      for x in piece.left...piece.right {
        let (dx, dy) = (Double(x) - middleX, Double(y) - middleY)
        guard dx * dx + dy * dy <= radius * radius else { continue }
        all += 1
        if isDark(y * width + x) { dark += 1 }
      }
    }
    return all == 0 ? 0 : Double(dark) / Double(all)
  }
}
