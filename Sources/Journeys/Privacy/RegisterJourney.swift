public import CompetencyCore
internal import CompetencyStore

/// The register of processing (verwerkingsregister; AVG, article 30), from the tables as they are.
public enum RegisterJourney {
  /// A kind of data with where it stands.
  public struct Entry: Sendable {
    /// The kind.
    public let kind: DataKind
    /// The tables with their columns, and what an erasure does with each column.
    public let tables: [(name: String, columns: [(name: String, use: String)])]
  }

  /// Every kind of data.
  ///
  /// - Throws: ``Refusal`` when the acting person may not do this, or the database cannot be read.
  public static func run(_ context: JourneyContext) throws(Refusal) -> [Entry] {
    try context.look(.protect, .frame) { situation in
      let tables = try DataRegister.tables(situation.reader)
      return DataKind.allCases.map { kind in
        Entry(
          kind: kind,
          tables: tables.filter { $0.kind == kind }.map { table in
            (table.name, table.columns.map { ($0.name, $0.use?.rawValue ?? "") })
          })
      }
    }
  }
}
