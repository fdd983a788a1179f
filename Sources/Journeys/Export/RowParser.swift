internal import CompetencyCore
internal import CompetencyStore

/// Reads a line of an export: an object of JSON with a value for each column of a table.
final class RowParser {
  private let columns: [PlainTable.Column]
  private let names: [[UInt8]]
  private var values: [PlainValue]
  private var isGiven: [Bool]
  /// The part of a file that stands for the bytes of the row, and its column; nil when the row has none.
  private(set) var piece: (column: Int, name: PieceName)?
  /// Texts whose signs were escaped, as they are without.
  private let plain = PlainBuffer()

  init(_ columns: [PlainTable.Column]) {
    self.columns = columns
    names = columns.map { Array($0.name.utf8) }
    values = Array(repeating: .null, count: columns.count)
    isGiven = Array(repeating: false, count: columns.count)
  }

  /// The values of a line in the order of the columns, lent until the next one.
  func values(in line: UnsafeRawBufferPointer) throws(RowFault) -> [PlainValue] {
    plain.begin(atMost: line.count)
    piece = nil
    for column in isGiven.indices { isGiven[column] = false }
    var scan = JSONScan(line, plain)
    try scan.take("{")
    var expected = 0
    if !scan.has("}") {
      repeat {
        let column = try column(named: scan.string(), expected)
        guard !isGiven[column] else { throw RowFault("column_double", ["value": columns[column].name]) }
        try scan.take(":")
        values[column] = try value(of: column, &scan)
        isGiven[column] = true
        expected = column + 1
      } while scan.has(",")
      try scan.take("}")
    }
    try scan.end()
    if let missing = isGiven.firstIndex(of: false) { throw RowFault("column_missing", ["value": columns[missing].name]) }
    return values
  }

  /// The column of this name; most come in their order.
  private func column(named name: UnsafeRawBufferPointer, _ expected: Int) throws(RowFault) -> Int {
    if expected < names.count, name.elementsEqual(names[expected]) { return expected }
    guard let column = names.firstIndex(where: { name.elementsEqual($0) }) else {
      throw RowFault("column_unknown", ["value": String(decoding: name, as: UTF8.self)])
    }
    return column
  }

  private func value(of column: Int, _ scan: inout JSONScan) throws(RowFault) -> PlainValue {
    let wanted = columns[column]
    if scan.hasNull() {
      guard !wanted.isRequired else { throw RowFault("empty", ["value": wanted.name]) }
      return .null
    }
    switch (wanted.kind, scan.first) {
    case (.text, UInt8(ascii: "\"")?): return .text(try scan.string())
    case (.integer, let first?) where first == UInt8(ascii: "-") || (0x30...0x39).contains(first):
      guard let number = try scan.integer() else { break }
      return .integer(number)
    case (.bytes, UInt8(ascii: "{")?):
      piece = (column, try pieceName(&scan))
      // The bytes are put in by who reads the files.
      return .null
    default: break
    }
    throw RowFault("value", ["value": wanted.name, "expected": "export_" + wanted.kind.rawValue])
  }

  private func pieceName(_ scan: inout JSONScan) throws(RowFault) -> PieceName {
    var texts: [String: String] = [:]
    var numbers: [String: Int] = [:]
    try scan.take("{")
    repeat {
      let name = String(decoding: try scan.string(), as: UTF8.self)
      try scan.take(":")
      if scan.first == UInt8(ascii: "\"") {
        texts[name] = String(decoding: try scan.string(), as: UTF8.self)
      } else if let number = try scan.integer() {
        numbers[name] = Int(number)
      }
    } while scan.has(",")
    try scan.take("}")
    guard let file = texts["file"], let sha256 = texts["sha256"], let from = numbers["from"], let bytes = numbers["bytes"] else {
      throw RowFault("piece")
    }
    return PieceName(file: file, from: from, bytes: bytes, sha256: sha256)
  }
}
