internal import CompetencyCore
internal import GRDB
internal import Synchronization

/// Connections that only read and stay open between readings, so that a server need not open its database for each page.
public final class ReaderPool: Sendable {
  private let idle = Mutex<[ReadingConnection]>([])
  /// How many are kept that nobody uses.
  private static let most = 8

  /// A pool in which nothing is open yet.
  public init() {}

  /// A connection that nobody else uses; nil when none is open.
  func take() -> ReadingConnection? { idle.withLock { $0.popLast() } }

  /// Gives a connection back after a reading that went well.
  func give(_ connection: ReadingConnection) {
    idle.withLock { if $0.count < Self.most { $0.append(connection) } }
  }
}

/// One connection that only reads.
struct ReadingConnection: Sendable {
  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Reads within one moment of the database.
  func read<Value>(_ body: (StoreReader) throws -> Value) throws -> Value {
    try queue.read { database in
      try Schema.checkReadable(database)
      return try body(StoreReader(session: SQLSession(database)))
    }
  }
}
