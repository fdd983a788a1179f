internal import CompetencyCore
internal import CompetencyStore
internal import SchoolForms

/// The rows of a table as lines of JSON: an object a row, with every column in its order.
struct RowFile {
  private let file: ExportFile
  private var pieces: PieceFiles
  /// What stands before each value: `{"number":`, `,"recorded_at":` …
  private let openings: [[UInt8]]
  private var rows = 0

  init(_ file: ExportFile, pieces: PieceFiles) {
    (self.file, self.pieces) = (file, pieces)
    openings = pieces.table.columns.enumerated().map { Array("\($0 == 0 ? "{" : ",")\"\($1.name)\":".utf8) }
  }

  mutating func add(_ row: PlainRow) throws {
    for (column, opening) in openings.enumerated() {
      let value = try row.value(column)
      try file.add { line in
        line.append(contentsOf: opening)
        switch value {
        case .null: line.append(contentsOf: "null".utf8)
        case .integer(let number): line.append(contentsOf: String(number).utf8)
        case .text(let bytes): guard PlainText.write(bytes, to: &line) else { throw row.damage(column) }
        case .bytes(let bytes): try pieces.add(bytes, of: row).write(to: &line)
        }
      }
    }
    file.add { $0.append(contentsOf: [UInt8(ascii: "}"), UInt8(ascii: "\n")]) }
    rows += 1
  }

  /// How many rows and files of bytes there are, and the digest of the lines.
  consuming func finish() throws -> (rows: Int, pieces: Int, digest: String) {
    try pieces.finish()
    return (rows, pieces.count, try file.finish())
  }
}

/// Where bytes stand: a part of a file in the export.
struct PieceName: Equatable {
  let file: String
  /// The first byte, from 0, and how many.
  let from: Int, bytes: Int
  let sha256: String

  func write(to line: inout [UInt8]) {
    line.append(
      contentsOf: "{\"file\":\"\(file)\",\"from\":\(from),\"bytes\":\(bytes),\"sha256\":\"\(sha256)\"}".utf8)
  }
}

/// The files of bytes that a table holds, each as it came: the pieces of one message make one file.
struct PieceFiles {
  let table: PlainTable
  private let export: ExportFolder
  private var file: ExportFile?
  private var key: [UInt8] = []
  private var length = 0
  /// How many files there are.
  private(set) var count = 0

  init(of table: PlainTable, in export: ExportFolder) { (self.table, self.export) = (table, export) }

  /// Adds bytes behind those of the row before, if that is of the same thing; else they begin a file.
  mutating func add(_ bytes: UnsafeRawBufferPointer, of row: PlainRow) throws -> PieceName {
    let own = try ownKey(of: row)
    if file == nil || !table.isInPieces || own != key {
      try finish()
      (key, length, count) = (own, 0, count + 1)
      try export.makeFolder(ExportFormat.folder(of: table.name))
      file = try export.file(ExportFormat.piece(count, of: table.name))
    }
    file?.add(bytes)
    var digest = RunningDigest()
    digest.add(bytes)
    defer { length += bytes.count }
    return PieceName(
      file: ExportFormat.piece(count, of: table.name), from: length, bytes: bytes.count, sha256: digest.hex())
  }

  mutating func finish() throws(Refusal) {
    _ = try file?.finish()
    file = nil
  }

  /// The key of the row but for its place among the pieces.
  private func ownKey(of row: PlainRow) throws -> [UInt8] {
    var key: [UInt8] = []
    for column in table.key.dropLast() {
      switch try row.value(column) {
      case .null, .bytes: key.append(0)
      case .integer(let number): key.append(contentsOf: String(number).utf8)
      case .text(let bytes): guard PlainText.write(bytes, to: &key) else { throw row.damage(column) }
      }
      key.append(UInt8(ascii: ","))
    }
    return key
  }
}
