/// A table of text in columns for a terminal; the lines end where their last text ends.
public struct TextTable: Sendable {
  /// Where a text stands in its column.
  public enum Alignment: Sendable { case leading, trailing, centre }
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// A table without rows; a row may have fewer cells than there are columns, never more.
  public init(_ alignments: [Alignment]) { self.alignments = alignments }

  /// Adds a row; what steers a terminal is replaced.
  public mutating func row(_ cells: [String]) { rows.append(cells.map { CleanText.cleaned($0) }) }

  /// The lines, two spaces between the columns and these before the first.
  public func lines(indent: String = "") -> [String] {
    let widths = alignments.indices.map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in Self.placed(cell, in: widths[column], alignments[column]) }
      return Self.withoutTrailingSpaces(indent + cells.joined(separator: "  "))
    }
  }

  /// A text in a column of this width.
  public static func placed(_ text: String, in width: Int, _ alignment: Alignment) -> String {
    let free = max(0, width - DisplayWidth.of(text))
    let before =
      switch alignment {
      case .leading: 0
      case .trailing: free
      case .centre: free / 2
      }
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: free - before)
  }

  /// The line without the spaces at its end.
  public static func withoutTrailingSpaces(_ line: String) -> String {
    let end = line.utf8.reversed().drop { $0 == UInt8(ascii: " ") }.count
    return String(decoding: line.utf8.prefix(end), as: UTF8.self)
  }
}
