import CompetencyCore
import Foundation
import Testing
import Wording

@testable import ProgressReports

@Suite struct HTMLTests {
  private static let signs: [(String, String)] = [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("`", "&#96;"), ("=", "&#61;"),
  ]
  private static let marks = [
    "", "\u{300}", "\u{301}", "\u{308}", "\u{327}", "\u{338}", "\u{200C}", "\u{200D}", "\u{20DD}", "\u{20E3}", "\u{FE0F}",
    "\u{1F3FB}", "\u{E0100}",
    "\u{345}",
  ]

  private struct View: Sendable {
    let name: String
    let fragment: HTMLFragment
    let rows: [String]
  }

  @Test func `no sign escapes the escape, whatever mark it carries`() throws {
    let folder = try TemporaryTemplates([
      "Reports/trainee.mustache": "<p title=\"{{name}}\">{{#rows}}{{.}}{{/rows}}</p>{{{fragment}}}"
    ])
    let template = try HTMLTemplate("Reports/trainee.mustache", folders: folder.folders)
    for (sign, escaped) in Self.signs {
      for mark in Self.marks {
        #expect(HTMLEscape.escaped(sign + mark) == escaped + mark)
        var html = HTMLBuilder()
        html.element("b", [HTMLAttribute("title", sign + mark)], text: sign + mark)
        let view = View(name: sign + mark, fragment: html.fragment, rows: [sign + mark])
        let said = escaped + mark
        let made = try template.document(of: view)
        #expect(made == Array("<p title=\"\(said)\">\(said)</p><b title=\"\(said)\">\(said)</b>".utf8))
      }
    }
  }

  @Test func `marks of the reading direction and line ends are kept, and NUL is shown as what cannot be shown`() {
    let text = "a\u{202E}b\u{2028}c\u{0}d\ne"
    #expect(HTMLEscape.escaped(text).utf8.elementsEqual("a\u{202E}b\u{2028}c\u{FFFD}d\ne".utf8))
  }

  @Test func `a carriage return is not left to a browser, which would read a line feed`() {
    #expect(HTMLEscape.escaped("a\rb\tc") == "a&#13;b\tc")
  }

  @Test func `the builder writes elements, attributes and shapes`() {
    var html = HTMLBuilder()
    html.element("tr") { row in
      row.element("th", [.scope("row"), .class("a b"), .colspan(2)], text: "x & y")
      row.shape("circle", [.hidden])
      row.newline()
    }
    #expect(
      html.fragment.description
        == "<tr><th scope=\"row\" class=\"a b\" colspan=\"2\">x &amp; y</th><circle aria-hidden=\"true\"/>\n</tr>")
  }

  @Test(arguments: [
    ("{{naam}}", "unknown_tag", 1), ("x\n{{#rows}}{{naam}}{{/rows}}", "unknown_tag", 2), ("{{{name}}}", "unknown_tag", 1),
    ("{{fragment}}", "unknown_tag", 1), ("{{> other}}", "unknown_tag", 1), ("a\n{{#rows}}", "template", 2),
    ("{{/rows}}", "template", 1),
  ])
  func `a template that asks for what is not there, or does not close, is refused with its line`(
    content: String, kind: String, line: Int
  ) throws {
    let folder = try TemporaryTemplates(["Reports/trainee.mustache": content])
    let view = View(name: "n", fragment: HTMLBuilder().fragment, rows: ["r"])
    let refusal = try #require(throws: Refusal.self) {
      try HTMLTemplate("Reports/trainee.mustache", folders: folder.folders).document(of: view)
    }
    let problem = try #require(refusal.problems.first)
    #expect((problem.code, problem.values["kind"], problem.place?.line) == (.texts_faulty, kind, line))
  }

  @Test func `every tag of every template has an answer in its view model`() throws {
    let (matrix, texts, folders) = (SampleTeam.matrix, try Texts(.nl), TemplateFolders())
    let style = try HTMLFragment(styleSheet: "Reports/report.css", folders: folders)
    let trainee = try HTMLTemplate("Reports/trainee.mustache", folders: folders)
    var answered: Set<TemplateTag> = []
    for id in [SampleTeam.sanne, SampleTeam.lisa] {
      let report = try #require(TraineeReport(of: id, in: matrix))
      let page = TraineePage(TraineeWording(report, texts), style: style, origin: ReportOrigin(madeBy: "Ineke Bos"))
      #expect(trainee.unanswered(by: page) == [])
      answered.formUnion(trainee.answered(by: page))
    }
    #expect(Set(trainee.tags).subtracting(answered) == [])

    let team = try HTMLTemplate(TeamBody.template, folders: folders)
    let report = TeamReport(ofTeam: SampleTeam.noord, trainees: SampleTeam.trainees(matrix), in: matrix)
    let page = TeamBody(report, texts, isPaper: false)
    #expect(team.unanswered(by: page) == [])
    #expect(Set(team.tags).subtracting(team.answered(by: page)) == [])
  }

  @Test func `every template opens with a comment that names its view model`() throws {
    for (name, view) in [
      ("trainee", "ProgressReports/Trainee/TraineePage.swift"), ("team", "ProgressReports/Team/TeamPage.swift"),
      ("team-body", "ProgressReports/Team/TeamBody.swift"),
      ("wall", "ProgressReports/Wall/WallPage.swift"), ("hr", "ProgressReports/HR/HRSummaryPage.swift"),
    ] {
      let content = String(decoding: try TemplateFolders().bytes(of: "Reports/\(name).mustache"), as: UTF8.self)
      #expect(content.hasPrefix("{{!"))
      #expect(content.split(separator: "\n").first?.contains("View model: " + view) == true)
    }
  }

  @Test func `the template of an administrator goes before the one that comes along`() throws {
    let folder = try TemporaryTemplates(["Reports/trainee.mustache": "{{! eigen }}<h1>{{name}}</h1>"])
    let report = try #require(TraineeReport(of: SampleTeam.sanne, in: SampleTeam.matrix))
    #expect(try report.html(try Texts(.nl), folders: folder.folders) == Array("<h1>Sanne de Wit</h1>".utf8))
  }
}
