public import CompetencyCore
internal import CompetencyStore

/// Writes everything that the database holds as plain text into a folder (*exporteren*); whole or not at all.
public enum ExportJourney {
  /// What was written.
  public struct Outcome: Sendable {
    /// How many tables, rows of them, and files as they came from schools there are.
    public let tables: Int, rows: Int, messages: Int
    /// The version of the tables.
    public let databaseVersion: Int
  }

  /// Writes a file a table, the files that came from schools, and what names them all.
  ///
  /// - Parameters:
  ///   - folder: a folder that is not there yet, or an empty one.
  ///   - progress: is told how many rows are done.
  ///   - readme: what a person must know of the tables, who finds the folder and nothing else.
  /// - Throws: ``Refusal`` when the acting person may not do this, or the folder cannot be made.
  public static func run(
    _ context: JourneyContext, folder: String, progress: (Int) -> Void, readme: ([ExportedTable]) throws(Refusal) -> [UInt8]
  ) throws(Refusal) -> Outcome {
    // Who acts is only known from the database itself; without a name it is the administration.
    if context.actingText != nil { try context.look(.takeOut, .frame) { _ in } }
    let export = try ExportFolder(at: folder, context.store.gate)
    defer { export.clear() }
    let outcome = try context.store.read { reader in try write(reader, to: export, progress, readme) }
    try export.putInPlace()
    return outcome
  }

  private static func write(
    _ reader: StoreReader, to export: ExportFolder, _ progress: (Int) -> Void,
    _ readme: ([ExportedTable]) throws(Refusal) -> [UInt8]
  ) throws -> Outcome {
    let tables = try reader.plainTables()
    var files: [ExportManifest.Table] = []
    var (done, messages) = (0, 0)
    for table in tables {
      let name = ExportFormat.file(of: table.name)
      var file = RowFile(try export.file(name), pieces: PieceFiles(of: table, in: export))
      try reader.eachRow(of: table) { row in
        try file.add(row)
        done += 1
        if done % 1024 == 0 { progress(done) }
      }
      let (rows, pieces, digest) = try file.finish()
      files.append(ExportManifest.Table(file: name, rows: rows, sha256: digest))
      messages += pieces
    }
    let version = try reader.tablesVersion()
    let manifest = ExportManifest(
      schema: ExportManifest.schemaName, format: ExportFormat.version, databaseVersion: version, files: files)
    try export.write(readme(tables.map(ExportedTable.init)), as: ExportFormat.readme)
    try export.write(manifest.bytes, as: ExportFormat.manifest)
    return Outcome(tables: tables.count, rows: done, messages: messages, databaseVersion: version)
  }
}

/// A table as an export explains it.
public struct ExportedTable: Sendable {
  /// Its name, and that of its file.
  public let name: String, file: String
  /// Its columns in their order: `text`, `integer` or `bytes`, and whether each row has a value.
  public let columns: [(name: String, kind: String, isRequired: Bool)]

  init(_ table: PlainTable) {
    (name, file) = (table.name, ExportFormat.file(of: table.name))
    columns = table.columns.map { ($0.name, $0.kind.rawValue, $0.isRequired) }
  }
}
