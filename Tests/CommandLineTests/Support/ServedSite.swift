import Foundation
import FoundationNetworking
import Testing

/// The pages of a desk's company, served by the program itself on a port that was free.
final class ServedSite {
  /// The password that everybody has who is let in.
  static let password = "Zaagsel-op-de-vloer-7"

  let desk: Desk
  let origin: String
  private(set) var server: Running

  /// Serves the company of a desk.
  init(_ desk: Desk, options: String = "", environment: [String: String] = [:]) throws {
    self.desk = desk
    server = try desk.start("serve --port 0 \(options)", environment: environment)
    origin = try Self.address(saidBy: server)
  }

  /// Serves the company of a desk while strace writes these calls of it to a file of the desk. The tracer stands aside, so that
  /// asking to stop asks the server itself.
  init(_ desk: Desk, tracing calls: String, to file: String) throws {
    self.desk = desk
    let tracer = ["strace", "-D", "-f", "-q", "-e", "trace=" + calls, "-o", file]
    let words = tracer + [try Program.url.get().path, "serve", "--port", "0"]
    server = try desk.startTool(words, environment: ["HOME": desk.folder.path])
    origin = try Self.address(saidBy: server)
  }

  /// The address that a server says when it is ready.
  private static func address(saidBy server: Running) throws -> String {
    var said = ""
    for _ in 0..<400 {
      said = try server.errorSoFar()
      if said.contains("\n") || !server.isRunning { break }
      usleep(25_000)
    }
    return try #require(said.firstMatch(of: /http:\/\/localhost:\d+/).map { String($0.output) }, "it does not serve: \(said)")
  }

  /// Stops serving, which to a browser is as if there were no connection.
  func stop() throws {
    server.terminate()
    _ = try server.wait()
  }

  /// Serves at the same address again.
  func startAgain() throws {
    server = try desk.start("serve --port \(origin.split(separator: ":").last ?? "")")
    _ = try Self.address(saidBy: server)
  }

  deinit {
    server.terminate()
    _ = try? server.wait()
  }

  /// The sample company with all its forms, served, with a password for these people.
  static func samples(_ people: String...) throws -> ServedSite {
    let desk = try Desk(.samples)
    for person in people { try desk.run("account password \(person)", input: password + "\n") }
    return try ServedSite(desk)
  }

  /// Somebody who has not signed in.
  func guest() -> Visit { Visit(self) }

  /// Somebody who has signed in with the password.
  func visit(_ person: String, _ location: SourceLocation = #_sourceLocation) async throws -> Visit {
    let visit = guest()
    _ = try await visit.get("/aanmelden")
    let answer = try await visit.send("/aanmelden/wachtwoord", ["wie": person, "wachtwoord": Self.password])
    #expect(answer.status == 303, "\(person) does not get in: \(answer.text)", sourceLocation: location)
    return visit
  }
}

/// What a page answered.
struct PageSeen {
  let status: Int
  let headers: [String: String]
  let bytes: Data

  /// The source of the page.
  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// Where it sends to.
  var location: String? { headers["location"] }

  /// The values of the fields that are not shown, by their names, of the first form that has them.
  var hidden: [String: String] {
    var fields: [String: String] = [:]
    for match in text.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)"/) {
      let name = HTMLText.plain(String(match.output.1))
      if fields[name] == nil { fields[name] = HTMLText.plain(String(match.output.2)) }
    }
    return fields
  }

  /// What a person reads: the text without the elements.
  var read: String {
    let inner = text.firstRange(of: "<main").map { text[$0.lowerBound...] } ?? text[...]
    let bare = inner.replacing(/<[^>]*>/, with: " ")
    return HTMLText.plain(bare.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}

/// HTML's own signs made into text again.
enum HTMLText {
  static func plain(_ text: String) -> String {
    var result = text
    for (sign, plain) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"), ("&#61;", "="), ("&#13;", "\r"),
      ("&amp;", "&"),
    ] {
      // Literally: a sign that joins with the end of an entity must not hide it.
      result = result.replacingOccurrences(of: sign, with: plain, options: .literal)
    }
    return result
  }
}

/// A browser without a script, as far as forms and cookies go.
final class Visit {
  /// What is visited is served as long as somebody visits it.
  private let site: ServedSite
  var origin: String { site.origin }
  private(set) var cookies: [String: String] = [:]
  /// The page that was opened last; its forms are sent from it.
  private(set) var page: PageSeen?
  private let session = URLSession(configuration: .ephemeral, delegate: NoRedirect(), delegateQueue: nil)

  init(_ site: ServedSite) { self.site = site }

  /// A session lives, and its connections with it, until it is told that it is over.
  deinit { session.invalidateAndCancel() }

  /// Opens a page.
  @discardableResult
  func get(_ path: String, headers: [String: String] = [:]) async throws -> PageSeen {
    let seen = try await call("GET", path, headers, nil)
    page = seen
    return seen
  }

  /// Sends a form of the page that was opened last: its hidden fields, and what was filled in.
  @discardableResult
  func send(_ path: String, _ filled: [String: String], headers: [String: String] = [:]) async throws -> PageSeen {
    let proof = (page?.hidden ?? [:]).filter { ["bewijs", "sleutel"].contains($0.key) }
    return try await post(path, proof.merging(filled) { _, given in given }, headers: headers)
  }

  /// Sends exactly these fields.
  @discardableResult
  func post(_ path: String, _ fields: [String: String], headers: [String: String] = [:]) async throws -> PageSeen {
    let body = fields.map { Self.encoded($0.key) + "=" + Self.encoded($0.value) }.joined(separator: "&")
    let type = ["Content-Type": "application/x-www-form-urlencoded", "Origin": origin]
    let seen = try await call("POST", path, type.merging(headers) { _, given in given }, Data(body.utf8))
    if seen.status == 200 { page = seen }
    return seen
  }

  /// Sends a form with files, as a browser does.
  func upload(_ path: String, _ fields: [String: String], files: [(field: String, name: String, bytes: Data)]) async throws
    -> PageSeen
  {
    let boundary = "----vakmatrix\(UUID().uuidString)"
    var body = Data()
    let proof = (page?.hidden ?? [:]).filter { ["bewijs", "sleutel"].contains($0.key) }
    for (name, value) in proof.merging(fields, uniquingKeysWith: { _, given in given }) {
      body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for file in files {
      let head = "Content-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\nContent-Type: text/xml"
      body += Data("--\(boundary)\r\n\(head)\r\n\r\n".utf8) + file.bytes + Data("\r\n".utf8)
    }
    body += Data("--\(boundary)--\r\n".utf8)
    let seen = try await call(
      "POST", path, ["Content-Type": "multipart/form-data; boundary=\(boundary)", "Origin": origin], body)
    if seen.status == 200 { page = seen }
    return seen
  }

  private func call(_ method: String, _ path: String, _ headers: [String: String], _ body: Data?) async throws -> PageSeen {
    var request = URLRequest(url: try #require(URL(string: origin + path), "\(path) is no path"))
    request.httpMethod = method
    request.httpBody = body
    request.httpShouldHandleCookies = false
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    if !cookies.isEmpty {
      request.setValue(cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "), forHTTPHeaderField: "Cookie")
    }
    let (bytes, answer) = try await session.data(for: request)
    let http = try #require(answer as? HTTPURLResponse)
    var found: [String: String] = [:]
    for (name, value) in http.allHeaderFields { found["\(name)".lowercased()] = "\(value)" }
    keep(found["set-cookie"] ?? "")
    return PageSeen(status: http.statusCode, headers: found, bytes: bytes)
  }

  /// Several cookies come as one header here, with commas between them; ours have none within.
  private func keep(_ header: String) {
    for cookie in header.split(separator: ",") {
      let parts = cookie.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      let pair = (parts.first ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { continue }
      let isGone = parts.contains("Max-Age=0")
      cookies[String(pair[0])] = isGone ? nil : String(pair[1])
    }
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}

/// Shows a redirect instead of following it.
private final class NoRedirect: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) { completionHandler(nil) }
}
