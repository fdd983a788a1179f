public import CompetencyCore
internal import GRDB

/// Tells whether the database has changed since one looked last, without reading any of it.
public final class StoreWatch: Sendable {
  private let queue: DatabaseQueue

  /// Begins to watch.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the database is missing, damaged, newer than the program or not ours.
  public init(_ store: Store) throws(Refusal) {
    _ = try store.read { _ in }
    queue = try store.telling {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      return try DatabaseQueue(path: store.path, configuration: configuration)
    }
  }

  /// A number that is another one after each change by anybody, also another program; -1 when it cannot be told.
  public func version() -> Int {
    (try? queue.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA data_version") }) ?? -1
  }
}
