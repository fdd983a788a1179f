import CompetencyCore
public import Wording

/// Writes the matrix as a table of text; a team that is too wide goes on in a block below.
public struct MatrixText: Sendable {
  private let table: MatrixTable
  private let texts: Texts
  private let signs: CellSigns
  private let width: Int
  private let columnWidths: [Int]
  private let labelWidth: Int
  private let coverageWidth: Int

  /// A writer for lines of this width, with circles or with plain signs.
  public init(_ table: MatrixTable, _ texts: Texts, width: Int = 100, isASCII: Bool = false) {
    (self.table, self.texts, self.width) = (table, texts, max(width, 40))
    let signs = CellSigns(scale: table.scale, texts: texts, isASCII: isASCII)
    self.signs = signs
    columnWidths = table.columns.indices.map { column in
      Self.widest(table.rows.map { signs.signs(of: $0.cells[column]) } + [table.columns[column].shortName])
    }
    let hasCoverage = table.team != nil && table.rows.contains { $0.coverage != nil }
    coverageWidth =
      hasCoverage ? Self.widest(table.rows.map { Self.coverage(of: $0, texts) } + [texts.say("matrix.mastered_of_needed")]) : 0
    // A task's name is cut only where the line would not hold it with one person and the coverage beside it.
    let beside = 2 + (columnWidths.max() ?? 0) + (coverageWidth > 0 ? 2 + coverageWidth : 0)
    labelWidth = min(
      Self.widest(table.rows.map(Self.label) + [texts.say("matrix.task")]), 56, max(max(width, 40) - beside, 12))
  }

  private static func widest(_ texts: [String]) -> Int { texts.map { DisplayWidth.of(CleanText.cleaned($0)) }.max() ?? 0 }

  /// The table with its heading and what its signs mean.
  public var bytes: [UInt8] {
    var lines = TextLines()
    lines.add(heading)
    lines.add(body)
    return lines.bytes
  }

  /// The table and what its signs mean, without the heading.
  var body: [String] {
    var lines = TextLines()
    guard !table.columns.isEmpty, !table.groups.isEmpty else {
      lines.add()
      lines.add(texts.say("matrix.nothing"))
      return lines.lines
    }
    for block in blocks {
      lines.add()
      add(block, to: &lines)
    }
    lines.add()
    lines.add(items: signs.legend(for: table.rows.flatMap(\.cells)), between: "   ", width: width)
    return lines.lines
  }

  private var heading: String {
    var parts = [table.team ?? texts.list(table.columns.map(\.shortName))]
    if table.groups.count == 1, let title = table.groups.first?.title, !title.isEmpty { parts.append(title) }
    return (parts + [texts.say("report.as_of", ["date": texts.date(table.asOf)])]).joined(separator: " · ")
  }

  /// Some of the columns, and whether the coverage stands behind them.
  private struct Block {
    var columns: [Int] = []
    var hasCoverage = false
  }

  private func add(_ block: Block, to lines: inout TextLines) {
    lines.add(line(texts.say("matrix.task"), block, head: table.columns.map(\.shortName), texts.say("matrix.mastered_of_needed")))
    for group in table.groups {
      if table.groups.count > 1 {
        lines.add()
        lines.add(group.title.isEmpty ? texts.say("matrix.no_group") : group.title)
      }
      for row in group.rows {
        lines.add(line(Self.label(of: row), block, head: row.cells.map(signs.signs), Self.coverage(of: row, texts)))
      }
    }
  }

  private func line(_ label: String, _ block: Block, head cells: [String], _ coverage: String) -> String {
    let start = TextTable.placed(DisplayWidth.cut(CleanText.cleaned(label), to: labelWidth), in: labelWidth, .leading)
    let middle = block.columns.map { TextTable.placed(CleanText.cleaned(cells[$0]), in: columnWidths[$0], .centre) }
    return ([start] + middle + (block.hasCoverage ? [coverage] : [])).joined(separator: "  ")
  }

  private static func label(of row: MatrixTable.Row) -> String {
    row.title.isEmpty ? row.task.text : row.task.text + " " + row.title
  }

  private static func coverage(of row: MatrixTable.Row, _ texts: Texts) -> String {
    guard let coverage = row.coverage else { return "" }
    let count = texts.say("coverage.count", ["mastered": String(coverage.masteredBy.count), "needed": String(coverage.needed)])
    return coverage.standing == .enough ? count : count + "   " + texts.say("coverage." + coverage.standing.rawValue)
  }
}

extension MatrixText {
  /// As many columns side by side as fit; at least one a block, and the coverage behind the last ones.
  private var blocks: [Block] {
    var blocks: [Block] = []
    var block = Block()
    var used = labelWidth
    for (column, columnWidth) in columnWidths.enumerated() {
      if !block.columns.isEmpty, used + 2 + columnWidth > width {
        blocks.append(block)
        (block, used) = (Block(), labelWidth)
      }
      block.columns.append(column)
      used += 2 + columnWidth
    }
    if coverageWidth > 0, used + 2 + coverageWidth > width, block.columns.count > 1, let last = block.columns.popLast() {
      blocks.append(block)
      block = Block(columns: [last])
    }
    block.hasCoverage = coverageWidth > 0
    return blocks + [block]
  }
}
