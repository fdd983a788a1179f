public import CompetencyCore
public import Wording

/// Looks the templates of the reports over: each can be read, and each of its tags has an answer in its view model.
public enum TemplatesCheckup {
  /// What is wrong with the templates, those of the administrator's own folder in the place of their namesakes.
  public static func look(at folders: TemplateFolders, _ texts: Texts) -> Checkup {
    var problems: [Problem] = []
    do throws(Refusal) { _ = try folders.bytes(of: "Reports/report.css") } catch { problems += error.problems }
    problems += look(at: "Reports/trainee.mustache", folders, TraineePage.filled(texts))
    problems += look(at: "Reports/team.mustache", folders, TeamPage.filled(texts))
    problems += look(at: TeamBody.template, folders, TeamBody.filled(texts))
    problems += look(at: "Reports/wall.mustache", folders, WallPage.filled(texts))
    problems += look(at: "Reports/hr.mustache", folders, HRSummaryPage.filled(texts))
    problems += look(at: "Reports/conversation.mustache", folders, ConversationPage.filled(texts))
    problems += look(at: "Reports/blank-conversation.mustache", folders, BlankConversationPage.filled(texts))
    problems += look(at: "Reports/school.mustache", folders, SchoolPage.filled(texts))
    problems += look(at: "Reports/person.mustache", folders, PersonFilePage.filled(texts))
    return Checkup("reports", problems, status: .configuration)
  }

  private static func look(at template: String, _ folders: TemplateFolders, _ view: some Sendable) -> [Problem] {
    do throws(Refusal) {
      return try HTMLTemplate(template, folders: folders).problems(for: view)
    } catch {
      return error.problems
    }
  }
}

extension TraineePage {
  /// A page on which nothing is empty, so that each tag of a template can be answered.
  static func filled(_ texts: Texts) -> TraineePage {
    let (text, drawing) = ("…", HTMLBuilder().fragment)
    return TraineePage(
      words: texts.words(under: "report."), language: text, style: drawing, name: text, asOf: text, week: text, team: text,
      training: text, people: text, inShort: text, status: text, chart: drawing, notYetGlyph: drawing, taughtGlyph: drawing,
      masteredGlyph: drawing, notYetName: text, taughtName: text, masteredName: text,
      groups: [Group(title: text, notYet: text, taught: text, mastered: text, without: text, plan: text)], hasGroups: true,
      hasWithout: true, newlyMasteredTitle: text, newlyMastered: [Mastered(day: text, task: text, who: text)],
      hasNewlyMastered: true, newlyMasteredMore: text, inProgress: text, stale: text, behind: text, waiting: text,
      agreements: [Agreement(text: text, owner: text, due: text, isOverdue: true)], hasAgreements: true, agreementsMore: text,
      endedAgreements: text, nextConversation: text, signatures: [text], origin: text)
  }
}

extension ConversationPage {
  /// A page on which nothing is empty, so that each tag of a template can be answered.
  static func filled(_ texts: Texts) -> ConversationPage {
    let text = "…"
    return ConversationPage(
      words: texts.words(under: "report."), language: text, style: HTMLBuilder().fragment, title: text, facts: text,
      standing: [text], sections: [Section(title: text, lines: [text])],
      agreements: [Agreement(name: text, text: text, owner: text, due: text)], hasAgreements: true, next: text,
      signatures: [text], origin: text)
  }
}

extension TeamPage {
  /// A page on which nothing is empty, so that each tag of a template can be answered.
  static func filled(_ texts: Texts) -> TeamPage {
    let (text, drawing) = ("…", HTMLBuilder().fragment)
    return TeamPage(
      words: texts.words(under: "report."), language: text, style: drawing, team: text, asOf: text, week: text, body: drawing,
      origin: text)
  }
}

extension TeamBody {
  /// A body in which nothing is empty, so that each tag of a template can be answered.
  static func filled(_ texts: Texts) -> TeamBody {
    let (text, drawing) = ("…", HTMLBuilder().fragment)
    return TeamBody(
      words: texts.words(under: "report."), team: text, legend: [Sign(drawing: drawing, name: text, meaning: text)],
      matrices: [drawing], courseSentence: text, course: drawing, coverageSentence: text, coverage: drawing,
      coverageTable: drawing, attention: [Attention(title: text, what: text, more: text, rest: text)], hasAttention: true)
  }
}

extension SchoolPage {
  /// A page on which nothing is empty, so that each tag of a template can be answered.
  static func filled(_ texts: Texts) -> SchoolPage {
    let (text, drawing) = ("…", HTMLBuilder().fragment)
    let student = Student(
      student: text, difference: text, conversation: text, seen: text,
      rows: [Row(task: text, level: text, day: text, before: text, glyph: drawing)], answers: [text],
      agreements: [Agreement(name: text, text: text, owner: text, due: text, status: text)], hasRows: true, hasAnswers: true,
      hasAgreements: true)
    return SchoolPage(
      words: texts.words(under: "return."), language: text, style: drawing, title: text, asOf: text, company: text, message: text,
      schoolWords: text, students: [student], origin: text)
  }
}
