internal import ArgumentParser
internal import CompetencyCore
internal import CompetencyWeb
internal import Foundation
internal import Journeys
internal import Wording

/// Serves the pages until it is stopped.
struct ServeCommand: ProductCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the pages for people who never open a terminal.",
    discussion: """
      Listens on this machine alone. For others on the network put a proxy with TLS before it and say --behind-proxy with
      --origin; the README shows how. Example: vakmatrix serve --port 8080
      """, aliases: ["web"])
  @Option(help: "The port to listen on; 0 for one that is free.")
  var port: Int = 8080
  @Option(help: "The address to listen on.")
  var address: String = "127.0.0.1"
  @Option(help: "The address that people type: https://vakmatrix.company.example (default that of this machine).")
  var origin: String?
  @Flag(name: .customLong("behind-proxy"), help: "A proxy with TLS stands before it; needs --origin https://….")
  var behindProxy = false
  @Flag(name: .customLong("plain-http"), help: "Let others on the network come in without TLS; passwords can be read along.")
  var plainHTTP = false
  @Flag(name: .customLong("log-requests"), help: "Log each request, not only those that fail.")
  var logRequests = false
  @OptionGroup var common: CommonOptions
  var acting: String? { nil }
  /// The server itself ends what it is doing when it is told to stop.
  var listensForStop: Bool { false }

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    let isLoopback = ["127.0.0.1", "::1", "localhost"].contains(address)
    guard isLoopback || behindProxy || (plainHTTP && origin != nil) else {
      throw Refusal(.usage, .plain_http_refused, values: ["address": address])
    }
    let shown = try origin.map { text throws(Refusal) in try checked(text) }
    guard !behindProxy || shown?.utf8.starts(with: "https://".utf8) ?? false else {
      throw Refusal(.usage, .origin_not_understood, values: ["value": origin ?? ""])
    }
    let log = ServerLog()
    defer { log.finish() }
    var settings = SiteSettings(
      database: common.databasePath, folders: console.folders, origin: shown ?? "http://localhost:\(port)",
      account: NSUserName(), searchPath: setting("PATH") ?? "/usr/bin:/bin",
      clock: { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) },
      log: { log.tell($0, at: Date()) })
    settings.dialects = { [folders = console.folders] () throws(Refusal) in try folders.dialects() }
    settings.isLoopback = shown == nil && isLoopback
    settings.isBehindProxy = behindProxy
    settings.logsEveryRequest = logRequests
    let (texts, isSilent) = (console.texts, common.quiet)
    return try waiting { [settings] () async throws(Refusal) in
      try await WebServer.run(settings, address: address, port: port) { origin in
        if !isSilent { Terminal.tell(texts.say("cli.serve.running", ["origin": origin]) + "\n") }
      }
      return .done
    }
  }

  /// An address without a path: a scheme and a host, with a port when there is one.
  private func checked(_ text: String) throws(Refusal) -> String {
    guard let parts = URLComponents(string: text), ["http", "https"].contains(parts.scheme), parts.host?.isEmpty == false,
      parts.path.isEmpty || sameBytes(parts.path, "/"), parts.query == nil, parts.user == nil
    else { throw Refusal(.usage, .origin_not_understood, values: ["value": text]) }
    return text.utf8.last == UInt8(ascii: "/") ? String(decoding: text.utf8.dropLast(), as: UTF8.self) : text
  }

  /// Waits for what suspends, on a thread that has nothing else to do.
  private func waiting(_ work: @escaping @Sendable () async throws(Refusal) -> ExitStatus) throws(Refusal) -> ExitStatus {
    let result = Handed()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      do throws(Refusal) { result.value = .success(try await work()) } catch { result.value = .failure(error) }
      done.signal()
    }
    done.wait()
    return try result.value.get()
  }

  /// Handed over by the semaphore, so that only one side touches it at a time.
  private final class Handed: @unchecked Sendable {
    var value: Result<ExitStatus, Refusal> = .success(.done)
  }
}
