import Foundation
import Testing

/// Reports of the hostile company, opened in a real browser.
@Suite struct HostilePageTests {
  @Test func `the names of trainees run no script on a page and are shown to the code point`() throws {
    let page = try Self.opened("report team Proef --format html --as-of 2026-11-20")

    let heads = page.texts(of: "th").map { Array($0.unicodeScalars) }
    let alike = Dictionary(grouping: heads, by: { $0.first })
    for text in HostileStrings.all {
      // Who has the name of another is shown with more than the roepnaam.
      let shown = Array(text.unicodeScalars)
      #expect(alike[shown.first]?.contains { $0.starts(with: shown) } ?? false, "\(text)")
    }
  }

  @Test func `the names and codes of tasks run no script on a page and are shown to the code point`() throws {
    let page = try Self.opened("report team Taken --format html --as-of 2026-11-20")

    let heads = page.texts(of: "th")
    let tasks = HostileStrings.all.enumerated().map { index, text in
      let isCode = !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
      return text + " " + (isCode ? text : "T-\(index)")
    }
    expectSame(heads.filter { head in tasks.contains { $0.utf8.elementsEqual(head.utf8) } }, tasks, "taak")
  }

  @Test func `one sheet of a trainee with a hostile name runs no script`() throws {
    for index in [0, 1] {
      let place = try #require(HostileStrings.all.firstIndex { $0.utf8.elementsEqual(HostileStrings.payloads[index].utf8) })
      let page = try Self.opened("report trainee h-\(place) --format html --as-of 2026-11-20")
      let name = HostileStrings.payloads[index]
      #expect(page.texts(of: "h1").first?.utf8.elementsEqual((name + " " + name).utf8) ?? false)
    }
  }

  @Test func `a browser does run what is not escaped`() throws {
    let desk = try Desk()
    try desk.write("page.html", "<!DOCTYPE html><title>goed</title><p>" + HostileStrings.payloads[0] + "<pwned></p>")
    let page = try Self.dump("page.html", at: desk)
    #expect(page.texts(of: "title") == ["pwned"])
    #expect(page.tags.contains("pwned"))
  }

  /// The report as the browser has it after its scripts would have run: with the elements that the program wrote and no others.
  private static func opened(_ line: String) throws -> DumpedPage {
    let desk = try HostileCompany.desk()
    let html = try desk.run(line).text
    // The page also forbids scripts; here the escaping alone has to hold.
    let policy = try #require(html.firstRange(of: /<meta http-equiv="Content-Security-Policy"[^>]*>/))
    try desk.write("page.html", html.replacingCharacters(in: policy, with: ""))
    let (written, page) = (DumpedPage(html.replacingCharacters(in: policy, with: "")), try dump("page.html", at: desk))
    #expect(page.tags == written.tags)
    #expect(page.texts(of: "title") == written.texts(of: "title"))
    #expect(!page.tags.contains { ["script", "img", "iframe", "pwned", "base", "a"].contains($0) })
    return page
  }

  private static func dump(_ name: String, at desk: Desk) throws -> DumpedPage {
    let outcome = try desk.startTool(
      [
        "timeout", "60", "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=" + desk.url("browser").path, "--dump-dom", desk.url(name).absoluteString,
      ], environment: ["HOME": desk.folder.path]
    ).wait()
    #expect(outcome.exit == 0, "\(outcome.errorText.prefix(400))")
    return DumpedPage(outcome.text)
  }
}

/// A page as a browser writes it back: text with `&amp;`, `&lt;`, `&gt;`, `&nbsp;`, and start tags.
struct DumpedPage {
  private let scalars: [Unicode.Scalar]
  /// The names of the elements in the order in which they begin, outside style sheets.
  let tags: [String]

  init(_ html: String) {
    scalars = Array(html.unicodeScalars)
    var tags: [String] = []
    for index in scalars.indices.dropLast() where scalars[index] == "<" {
      let name = scalars[(index + 1)...].prefix { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      if !name.isEmpty { tags.append(String(String.UnicodeScalarView(name))) }
    }
    self.tags = tags
  }

  /// The text of each element of this name.
  func texts(of name: String) -> [String] {
    let (start, end) = (Array("<\(name)".unicodeScalars), Array("</\(name)>".unicodeScalars))
    var texts: [String] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index...].starts(with: start), [" ", ">"].contains(scalars[index + start.count]),
        let open = scalars[index...].firstIndex(of: ">")
      else {
        index += 1
        continue
      }
      index = open + 1
      var text: [Unicode.Scalar] = []
      while index < scalars.count, !scalars[index...].starts(with: end) {
        if scalars[index] == "<" { index = scalars[index...].firstIndex(of: ">") ?? index } else { text.append(scalars[index]) }
        index += 1
      }
      texts.append(Self.decoded(text))
    }
    return texts
  }

  private static func decoded(_ scalars: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "&", let end = scalars[index...].prefix(8).firstIndex(of: ";") else {
        result.append(scalars[index])
        index += 1
        continue
      }
      result += meaning(of: String(String.UnicodeScalarView(scalars[(index + 1)..<end])))
      index = end + 1
    }
    return String(result)
  }

  private static func meaning(of name: String) -> String.UnicodeScalarView {
    switch name {
    case "amp": "&".unicodeScalars
    case "lt": "<".unicodeScalars
    case "gt": ">".unicodeScalars
    case "quot": "\"".unicodeScalars
    case "nbsp": "\u{A0}".unicodeScalars
    default: String(UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map(Character.init) ?? "?").unicodeScalars
    }
  }
}
