import Foundation
import Testing

/// A real browser without a window, driven as W3C WebDriver says; it is closed at the end.
final class Browser {
  /// How large the window is, in CSS pixels, and whether it is touched.
  struct Screen: CustomStringConvertible {
    let width, height: Int
    var isTouched = false
    static let phone = Screen(width: 360, height: 640, isTouched: true)
    static let narrow = Screen(width: 320, height: 640, isTouched: true)
    static let tablet = Screen(width: 768, height: 1024, isTouched: true)
    static let desk = Screen(width: 1280, height: 900)
    var description: String { "\(width) px" }
  }

  /// Something on a page.
  struct Element: Hashable {
    fileprivate let id: String
  }

  /// Where something stands, in CSS pixels from the upper left of the page.
  struct Place: Decodable {
    let x, y, width, height: Double
  }

  private let desk: Desk
  private let driver: Running
  private let base: String
  private var session = ""
  private static let elementKey = "element-6066-11e4-a52e-4f735466cecf"

  init(_ screen: Screen, in desk: Desk, hasScript: Bool = true, language: String = "nl") throws {
    self.desk = desk
    driver = try desk.startTool(["chromedriver", "--port=0"])
    var said = ""
    for _ in 0..<400 {
      said = try driver.textSoFar()
      if said.contains("successfully on port") || !driver.isRunning { break }
      usleep(25_000)
    }
    let port = try #require(said.firstMatch(of: /successfully on port (\d+)/), "chromedriver does not start: \(said)").output.1
    base = "http://127.0.0.1:\(port)"
    var options: [String: Any] = [
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--lang=\(language)",
        "--window-size=\(screen.width),\(screen.height)", "--hide-scrollbars", "--disable-background-networking",
        "--user-data-dir=\(desk.url("browser").path)",
      ]
    ]
    if screen.isTouched {
      options["mobileEmulation"] = [
        "deviceMetrics": ["width": screen.width, "height": screen.height, "pixelRatio": 2.0, "touch": true] as [String: Any]
      ]
    }
    let wanted: [String: Any] = [
      "capabilities": [
        "alwaysMatch": ["browserName": "chrome", "goog:chromeOptions": options, "unhandledPromptBehavior": "ignore"]
      ]
    ]
    let answer = try call("POST", "/session", wanted)
    session = try #require((answer as? [String: Any])?["sessionId"] as? String)
    // The setting of the browser itself stops its driver too. The pages allow no script but our own files, so without these
    // no script runs.
    if !hasScript {
      try tell("Network.enable", [:])
      try tell("Network.setBlockedURLs", ["urls": ["*.js", "*.js?*"]])
    }
  }

  /// The driver inherits a mask that blocks being asked to stop, so it is told in its own words, and then ended.
  deinit {
    _ = try? call("GET", "/shutdown", nil)
    driver.kill()
  }

  /// Closes the browser; what it keeps stays in the desk's folder.
  func close() throws { _ = try command("DELETE", "") }

  func open(_ url: String) throws { _ = try command("POST", "/url", ["url": url]) }

  var url: String { get throws { try command("GET", "/url") as? String ?? "" } }

  /// The first that a selector of CSS finds.
  func find(_ selector: String, _ location: SourceLocation = #_sourceLocation) throws -> Element {
    let found = try all(selector).first
    let page = try url
    return try #require(found, "nothing is \(selector) on \(page)", sourceLocation: location)
  }

  func all(_ selector: String) throws -> [Element] {
    let found = try command("POST", "/elements", ["using": "css selector", "value": selector])
    return (found as? [[String: String]] ?? []).compactMap { $0[Self.elementKey].map(Element.init) }
  }

  func click(_ selector: String, _ location: SourceLocation = #_sourceLocation) throws {
    try click(try find(selector, location))
  }

  func click(_ element: Element) throws { _ = try command("POST", "/element/\(element.id)/click", [:]) }

  func type(_ text: String, into selector: String) throws {
    _ = try command("POST", "/element/\(try find(selector).id)/value", ["text": text])
  }

  func text(_ selector: String = "body") throws -> String {
    try command("GET", "/element/\(try find(selector).id)/text") as? String ?? ""
  }

  func place(_ element: Element) throws -> Place {
    let found = try command("GET", "/element/\(element.id)/rect")
    return try JSONDecoder().decode(Place.self, from: try JSONSerialization.data(withJSONObject: found))
  }

  /// Runs a script in the page; the value is what JSON can say.
  @discardableResult
  func run(_ script: String, _ arguments: [Any] = []) throws -> Any {
    try command("POST", "/execute/sync", ["script": script, "args": arguments])
  }

  /// Runs a script that calls its last argument when it is done.
  func wait(for script: String, _ arguments: [Any] = []) throws -> Any {
    try command("POST", "/execute/async", ["script": script, "args": arguments])
  }

  /// Whether a dialog stands open.
  var hasDialog: Bool { get throws { (try? command("GET", "/alert/text")) as? String != nil } }

  /// Tells the browser something of its own protocol.
  func tell(_ name: String, _ parameters: [String: Any]) throws {
    _ = try command("POST", "/goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  /// Takes the network away, or gives it back.
  func set(offline: Bool) throws {
    _ = try command(
      "POST", "/chromium/network_conditions",
      [
        "network_conditions": ["offline": offline, "latency": 0, "download_throughput": -1, "upload_throughput": -1]
          as [String: Any]
      ])
  }

  /// A picture of what is seen.
  func picture() throws -> Data {
    let text = try command("GET", "/screenshot") as? String ?? ""
    return try #require(Data(base64Encoded: text))
  }

  func command(_ method: String, _ path: String, _ body: [String: Any]? = nil) throws -> Any {
    try call(method, "/session/\(session)\(path)", body)
  }

  /// By curl: the client that comes with the language asks for an upgrade that chromedriver takes amiss.
  private func call(_ method: String, _ path: String, _ body: [String: Any]?) throws -> Any {
    var words = ["curl", "-s", "-m", "60", "-X", method, "-w", "\n%{http_code}", base + path]
    var input = ""
    if method == "POST" {
      words += ["-H", "Content-Type: application/json", "--data-binary", "@-"]
      input = String(decoding: try JSONSerialization.data(withJSONObject: body ?? [:]), as: UTF8.self)
    }
    let text = try desk.startTool(words, input: input).wait().text
    let lines = text.split(separator: "\n")
    let value = (try JSONSerialization.jsonObject(with: Data(lines.dropLast().joined(separator: "\n").utf8)) as? [String: Any])?[
      "value"]
    guard lines.last == "200" else { throw Refused(path: path, answer: String(describing: value ?? text)) }
    return value ?? NSNull()
  }

  /// The browser would not do it.
  struct Refused: Error { let path, answer: String }
}

extension Browser {
  /// Signs somebody in by the form, as a person does.
  func signIn(_ person: String, at site: ServedSite) throws {
    try open(site.origin + "/aanmelden")
    try type(person, into: "#wie")
    try type(ServedSite.password, into: "#wachtwoord")
    try click("form[action='/aanmelden/wachtwoord'] button")
    try waitForText("Aangemeld als")
  }

  /// Waits until something can be read on the page; a click may be answered before the next page is there.
  func waitForText(_ text: String, _ location: SourceLocation = #_sourceLocation) throws {
    var found = ""
    for _ in 0..<400 {
      found = (try? run("return document.body?.innerText ?? ''")) as? String ?? ""
      if found.contains(text) { return }
      usleep(50_000)
    }
    Issue.record("\(text) is not on the page: \(found)", sourceLocation: location)
  }
}
