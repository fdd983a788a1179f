public import CompetencyCore
internal import Hummingbird
internal import HummingbirdCore
internal import Journeys
internal import Logging
internal import NIOCore

/// Serves the pages until it is told to stop.
public enum WebServer {
  /// The longest that a connection may say nothing, in seconds; a slow sender is cut off.
  private static let longestSilence: Int64 = 30
  /// The most connections at once.
  private static let mostConnections = 4096
  /// The most requests that are being answered or wait for it; the next is sent away with a word when to come back.
  private static let mostWaiting = 256
  /// After how many seconds what was gathered is kept.
  private static let keepEvery = 5

  /// Serves the pages at this address and port until the process is told to stop; requests that were begun are answered.
  ///
  /// - Parameters:
  ///   - port: 0 for one that is free.
  ///   - whenReady: is told the address that people type.
  /// - Throws: ``CompetencyCore/Refusal`` when the database or a template cannot be used, or nobody can listen there.
  public static func run(
    _ settings: SiteSettings, address: String, port: Int, whenReady: @escaping @Sendable (String) -> Void
  ) async throws(Refusal) {
    let site = try Site(settings)
    let pages = WorkDesk(threads: 4, most: mostWaiting)
    let answering = Answering(site: site, pages: pages)
    var logger = Logger(label: "vakmatrix", factory: { _ in SwiftLogNoOpLogHandler() })
    logger.logLevel = .critical
    let application = Application(
      router: answering.router(), server: .http1(configuration: .init(idleTimeout: .seconds(longestSilence))),
      configuration: ApplicationConfiguration(
        address: .hostname(address, port: port), serverName: nil, backlog: 1024, reuseAddress: true,
        availableConnectionsDelegate: MaximumAvailableConnections(mostConnections)),
      onServerRunning: { channel in whenReady(site.listens(on: channel.localAddress?.port)) }, logger: logger)
    let keeping = Task.detached {
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(keepEvery))
        try await pages.run { site.keepViews() }
      }
    }
    defer { keeping.cancel() }
    do {
      try await application.runService()
    } catch {
      throw Refusal(.cannotCreate, .cannot_listen, values: ["address": "\(address):\(port)"])
    }
    site.keepViews()
    await pages.close()
    await answering.secrets.close()
  }
}
