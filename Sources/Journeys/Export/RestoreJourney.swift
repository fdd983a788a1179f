public import CompetencyCore
internal import CompetencyStore

/// Makes a database from the folder of an export (*herstellen*); whole or not at all.
public enum RestoreJourney {
  /// What was put back.
  public struct Outcome: Sendable {
    /// How many tables, rows of them, and files as they came from schools there are.
    public let tables: Int, rows: Int, messages: Int
    /// The newest booking; nil when nothing was ever booked.
    public let lastBooking: BookingNumber?
  }

  /// Checks every file of the folder against its manifest, every row against its table, and what rows say of each other.
  ///
  /// - Parameter progress: is told how many rows are done.
  /// - Throws: ``CompetencyCore/Refusal`` with the first fault of each file, or when the database holds bookings already.
  public static func run(
    _ context: JourneyContext, folder: String, progress: (Int) -> Void
  ) throws(Refusal) -> Outcome {
    let files = try RestoreFolder(folder)
    return try context.store.restore(
      version: files.manifest.databaseVersion, isRehearsal: context.isDryRun, at: context.now
    ) { writer in
      let (rows, messages) = try fill(writer, from: files, progress)
      // Who acts is only known from what comes in; without a name it is the administration.
      if context.actingText != nil { try context.check(.putBack, writer.reader) }
      return Outcome(
        tables: writer.tables.count, rows: rows, messages: messages,
        lastBooking: try writer.reader.records().bookings.last?.number)
    }
  }

  private static func fill(
    _ writer: PlainWriter, from files: RestoreFolder, _ progress: (Int) -> Void
  ) throws -> (rows: Int, messages: Int) {
    var problems = files.differences(from: writer.tables)
    guard problems.isEmpty else { throw Refusal(.dataWrong, problems) }
    var (rows, messages) = (0, 0)
    for (place, table) in writer.tables.enumerated() {
      let reading = TableReading(table, in: files)
      do {
        while let values = try reading.next() {
          try writer.add(values, to: place)
          rows += 1
          if rows % 1024 == 0 { progress(rows) }
        }
        messages += try reading.finish()
      } catch let fault as PlainWriter.Fault {
        problems.append(reading.problem(fault))
      } catch let fault as RowFault {
        problems.append(reading.problem(fault))
      }
    }
    guard problems.isEmpty else { throw Refusal(.dataWrong, problems) }
    problems = try writer.dangling().map { dangling in
      files.problem("reference", ExportFormat.file(of: dangling.table), line: dangling.row, ["value": dangling.missingIn])
    }
    if try writer.reader.tablesVersion() != files.manifest.databaseVersion {
      problems.append(files.problem("version", ExportFormat.file(of: "schema_version")))
    }
    guard problems.isEmpty else { throw Refusal(.dataWrong, problems) }
    return (rows, messages)
  }
}
