internal import CompetencyStore

/// The files that are a database and what stands beside it.
public enum DatabaseFiles {
  /// The paths of all that may be there, the database's own first.
  public static func all(of database: String) -> [String] { StoreFiles.endings.map { database + $0 } }
}
