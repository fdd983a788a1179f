public import CompetencyCore
public import Wording

/// The view model of `Templates/Reports/school.mustache`: one sheet of A4 a trainee.
struct SchoolPage: Sendable {
  struct Row: Sendable {
    let task, level, day, before: String
    let glyph: HTMLFragment
  }
  struct Agreement: Sendable { let name, text, owner, due, status: String }
  struct Student: Sendable {
    let student, difference, conversation: String
    let seen: String?
    let rows: [Row]
    let answers: [String]
    let agreements: [Agreement]
    let hasRows, hasAnswers, hasAgreements: Bool
  }

  let words: [String: String]
  let language: String
  let style: HTMLFragment
  let title, asOf, company, message: String
  let schoolWords: String?
  let students: [Student]
  let origin: String?
}

extension SchoolPage {
  init(_ wording: SchoolWording, style: HTMLFragment, origin: ReportOrigin) {
    let (report, texts) = (wording.report, wording.texts)
    words = texts.words(under: "return.")
    (language, self.style, self.origin) = (texts.language.rawValue, style, origin.sentence(texts, made: "return.made_by"))
    (title, asOf, company) = (wording.title, texts.fullDate(report.asOf), wording.company)
    (message, schoolWords) = (wording.message, wording.schoolWords)
    students = report.returns.map { Student($0, wording) }
  }
}

extension SchoolPage.Student {
  fileprivate init(_ content: SchoolReturn, _ wording: SchoolWording) {
    (student, difference) = (wording.student(content), wording.difference(content))
    (conversation, seen, answers) = (wording.conversation(content), wording.seen(content), wording.answers(content))
    rows = content.rows.map { row in
      var html = HTMLBuilder()
      if !wording.glyph(row).isEmpty { LevelDrawing(scale: content.scale).draw(row.cell.level, in: &html) }
      return SchoolPage.Row(
        task: wording.task(row), level: wording.level(row), day: wording.established(row), before: wording.before(row),
        glyph: html.fragment)
    }
    agreements = content.agreements.map { agreement in
      let cells = wording.agreement(agreement)
      return SchoolPage.Agreement(name: cells[0], text: cells[1], owner: cells[2], due: cells[3], status: cells[4])
    }
    (hasRows, hasAnswers, hasAgreements) = (!rows.isEmpty, !answers.isEmpty, !agreements.isEmpty)
  }
}

extension SchoolReport {
  /// The report as a page for screen and paper.
  public func html(_ texts: Texts, folders: TemplateFolders, origin: ReportOrigin = ReportOrigin()) throws(Refusal) -> [UInt8] {
    let style = try HTMLFragment(styleSheet: "Reports/report.css", folders: folders)
    let template = try HTMLTemplate("Reports/school.mustache", folders: folders)
    return try template.document(of: SchoolPage(SchoolWording(self, texts), style: style, origin: origin))
  }
}
