import Foundation
import Testing

/// The pages as HTML, by the checker of the people who write the standard.
@Suite(.fewAtOnce) struct ValidPageTests {
  @Test func `every page is valid HTML`() async throws {
    let desk = try FullDesk.make()
    let people = ["mo", "ineke", "ria", "karin", "t-014"]
    for person in people { try desk.run("account password \(person)", input: ServedSite.password + "\n") }
    let site = try ServedSite(desk)
    var names: [String: String] = [:]
    func keep(_ who: String, _ path: String, _ text: String) throws {
      let name = "bladen/\(names.count).html"
      names[name] = who + " " + path
      try desk.write(name, text)
    }
    try FileManager.default.createDirectory(at: desk.url("bladen"), withIntermediateDirectories: false)
    for person in people {
      var kinds: [String: Int] = [:]
      for (path, text) in try await SiteWalk.pages(try await site.visit(person)) {
        let kind = SiteWalk.kind(of: path)
        kinds[kind, default: 0] += 1
        if kinds[kind] ?? 0 <= 2 { try keep(person, path, text) }
      }
    }
    for path in ["/aanmelden", "/nergens", "/hulp", "/toegankelijkheid"] {
      try keep("-", path, try await site.guest().get(path).text)
    }
    #expect(names.count >= 60)

    let outcome = try desk.tool(
      "java", "-Xss8m", "-jar", Checker.path, "--errors-only", "--format", "text", "--skip-non-html", "bladen")
    var said = outcome.errorText
    for (name, page) in names.sorted(by: { $0.key.count > $1.key.count }) {
      said = said.replacing(name + "\"", with: page + "\"")
    }
    #expect(outcome.exit == 0 && said.contains("No errors found"), "\(said.prefix(5000))")
  }
}

/// The checker of HTML, which `.ci/setup` puts beside the other tools.
enum Checker {
  static var path: String {
    let environment = ProcessInfo.processInfo.environment
    let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/root") + "/.cache"
    return cache + "/vakmatrix-tools/vnu.jar"
  }
}
