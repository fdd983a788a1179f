public import CompetencyCore
public import Journeys
public import Wording

/// What the pages are told when they start.
public struct SiteSettings: Sendable {
  /// The database's file.
  public var database: String
  /// Where texts and templates are looked for.
  public var folders: TemplateFolders
  /// The address under which people reach the pages, without a slash at its end: `https://vakmatrix.bedrijf.example`.
  public var origin: String
  /// Whether the pages are for this machine alone, on whichever port.
  public var isLoopback = false
  /// Whether a proxy stands before it, whose word about where requests come from is taken.
  public var isBehindProxy = false
  /// Whether each request is logged, not only those that fail.
  public var logsEveryRequest = false
  /// The account of the operating system, for the log.
  public var account: String
  /// The folders in which the printer of PDF files is looked for, as in PATH.
  public var searchPath: String
  /// How files of schools that are no message of ours are read; looked up anew for each upload.
  public var dialects: @Sendable () throws(Refusal) -> [DialectFile] = { [] }
  /// The moment.
  public var clock: @Sendable () -> Instant
  /// Says a line of the log.
  public var log: @Sendable (LogLine) -> Void

  /// Settings of pages that are reached at one address.
  public init(
    database: String, folders: TemplateFolders, origin: String, account: String, searchPath: String,
    clock: @escaping @Sendable () -> Instant, log: @escaping @Sendable (LogLine) -> Void
  ) {
    (self.database, self.folders, self.origin, self.account) = (database, folders, origin, account)
    (self.searchPath, self.clock, self.log) = (searchPath, clock, log)
  }

  /// Whether people reach the pages over TLS, so that cookies are for TLS alone.
  var isSecure: Bool { origin.utf8.starts(with: "https://".utf8) }

  /// Whether browsers keep anything for when there is no connection: over TLS or on the machine itself.
  var keepsOffline: Bool { isSecure || isLoopback }

  /// Whether a request was meant for us, by its `Host`; another name may be an attack by way of a name server.
  func isOwn(host: String) -> Bool {
    if isLoopback, let name = Self.names.first(where: { host.utf8.starts(with: $0.utf8) }) {
      let port = host.utf8.dropFirst(name.utf8.count)
      return port.isEmpty || port.first == UInt8(ascii: ":")
    }
    return sameBytes(host, String(decoding: origin.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2), as: UTF8.self))
  }

  /// Whether a form was sent by one of our own pages, by the `Origin` of a browser and the host it was sent to.
  func isOwn(origin text: String, host: String) -> Bool {
    sameBytes(text, origin) || (isLoopback && sameBytes(text, "http://" + host))
  }

  /// The names of the machine itself.
  private static let names = ["localhost", "127.0.0.1", "[::1]"]
}

/// One line of the log: what happened, without names, remarks or secrets.
public struct LogLine: Sendable {
  /// How much it matters.
  public enum Level: String, Sendable { case info, warning, error }
  /// How much it matters.
  public let level: Level
  /// What happened, a fixed word: `request`, `sign_in_failed`.
  public let event: String
  /// What belongs to it, in order; never what a person typed.
  public let fields: [(name: String, value: String)]

  /// A line of the log.
  public init(_ level: Level, _ event: String, _ fields: [(name: String, value: String)] = []) {
    (self.level, self.event, self.fields) = (level, event, fields)
  }
}
