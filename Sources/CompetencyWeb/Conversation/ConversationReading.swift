internal import CompetencyCore
internal import Journeys
internal import ProgressReports

extension ShowConversationJourney.Outcome {
  /// The report of what the visitor may know.
  var report: ConversationReport { report(of: records.last) }

  /// The report of one version of what was written down.
  func report(of record: ConversationRecord?) -> ConversationReport {
    ConversationReport(
      of: conversation, with: trainee, in: company, record: record, readsWords: readsWords, agreements: agreements,
      goals: goals, obstacles: obstacles, holderName: holderName, next: next, askedChange: askedChange)
  }
}

extension PrepareJourney.Outcome {
  /// What people call what a line of the opener counts.
  func label(_ subject: Opener.Entry.Subject) -> String {
    switch subject {
    case .agreement(let id): words.words(of: id)
    case .task(let code): company.tasks[code]?.title ?? code.text
    case .goal(let id): words.words(of: id)
    case .obstacle(let id): words.words(of: id)
    }
  }
}
