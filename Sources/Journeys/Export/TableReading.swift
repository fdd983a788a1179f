internal import CompetencyCore
internal import CompetencyStore

/// Reads the rows of a table from the file of an export, one at a time, and holds the file against its manifest.
struct TableReading {
  private let folder: RestoreFolder
  private let name: String
  private let listed: ExportManifest.Table?
  private let lines: Result<LineFile, RowFault>
  private let parser: RowParser
  private let pieces: PieceReading

  init(_ table: PlainTable, in folder: RestoreFolder) {
    (self.folder, name) = (folder, ExportFormat.file(of: table.name))
    let name = name
    listed = folder.manifest.files.first { sameBytes($0.file, name) }
    lines = Result { () throws(RowFault) in try LineFile(ExportFormat.path(name, in: folder.given)) }
    parser = RowParser(table.columns)
    pieces = PieceReading(of: table, in: folder)
  }

  /// The values of the next row, lent until the one after it; nil at the end of the file.
  func next() throws(RowFault) -> [PlainValue]? {
    guard let line = try lines.get().next() else { return nil }
    var values = try parser.values(in: line)
    if let (column, piece) = parser.piece { values[column] = .bytes(try pieces.bytes(of: piece)) }
    return values
  }

  /// How many files of bytes there were, when the file of rows is as its manifest says.
  func finish() throws(RowFault) -> Int {
    let lines = try lines.get()
    guard let listed else { throw RowFault("missing", ofFile: true) }
    guard lines.count == listed.rows else {
      throw RowFault("rows", ofFile: true, ["count": "\(listed.rows)", "found": "\(lines.count)"])
    }
    guard sameBytes(lines.digest(), listed.sha256) else { throw RowFault("changed", ofFile: true) }
    return try pieces.finish()
  }

  /// What is wrong, as a person reads it.
  func problem(_ fault: RowFault) -> Problem {
    if let file = fault.values["piece"] { return folder.problem(fault.kind, file, fault.values) }
    return folder.problem(fault.kind, name, line: fault.isOfFile ? nil : try? lines.get().count, fault.values)
  }

  /// What the database says of the last row, as a person reads it.
  func problem(_ fault: PlainWriter.Fault) -> Problem {
    switch fault {
    case .double: problem(RowFault("double"))
    case .rule: problem(RowFault("rule"))
    }
  }
}
