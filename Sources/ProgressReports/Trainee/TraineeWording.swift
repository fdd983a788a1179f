import CompetencyCore
import Wording

/// The sentences and short texts of a trainee's report, the same on paper and in a terminal.
struct TraineeWording: Sendable {
  let report: TraineeReport
  let texts: Texts
  private let attribution: Attribution
  /// How many tasks stand after one another before the rest is counted, so that the sheet stays one sheet.
  private static let mostInALine = 5
  /// How many columns of text they may take together.
  private static let mostColumns = 150

  /// Whether it is printed on one sheet, where long texts are cut; a screen has room for all.
  let isPaper: Bool

  init(_ report: TraineeReport, _ texts: Texts, isPaper: Bool = false) {
    (self.report, self.texts, self.isPaper) = (report, texts, isPaper)
    attribution = Attribution(company: report.company, texts: texts)
  }

  /// The training, the pathway and the school.
  var training: String {
    let (trainee, company) = (report.trainee, report.company)
    let programme = trainee.programme.isEmpty ? company.profile(of: trainee)?.title ?? "" : trainee.programme
    let pathway = trainee.pathway.map { texts.say("pathway." + $0.rawValue) } ?? ""
    let school = trainee.school.flatMap { company.schools[$0]?.name } ?? ""
    return joined([programme, pathway, school])
  }

  /// The people around the trainee.
  var people: String {
    let mentor = report.trainee.mentor.map { texts.say("report.mentor", ["who": attribution.name(of: $0)]) }
    let manager = report.trainee.lineManager.map { texts.say("report.line_manager", ["who": attribution.name(of: $0)]) }
    return joined([mentor ?? "", manager ?? ""])
  }

  /// Where the training stands when it is not going on; nil when it is.
  var status: String? {
    report.trainee.status == .lopend ? nil : texts.say("status." + report.trainee.status.rawValue)
  }

  /// What people call a task, cut where a sheet has no room for it; its code when it has no title.
  func label(_ item: TraineeReport.Item) -> String { fitting(item.title.isEmpty ? item.task.text : item.title, 50) }

  /// A text as it stands, or cut to so many columns on paper.
  func fitting(_ text: String, _ columns: Int) -> String { isPaper ? DisplayWidth.cut(text, to: columns) : text }

  /// The heading over what is newly mastered.
  var newlyMasteredTitle: String {
    report.lastConversation.map { texts.say("report.newly_since", ["date": texts.dayAndMonth($0)]) }
      ?? texts.say("report.newly_since_start")
  }

  func who(_ item: TraineeReport.Item) -> String { item.seen.map(attribution.who) ?? "" }

  /// The tasks that are being learned, one after another; nil when there are none.
  var inProgress: String? { list(report.inProgress) { label($0) } }

  /// The tasks that were not seen for long, with the day; nil when there are none.
  var stale: String? {
    list(report.stale) { item in
      item.day.map { texts.say("report.last_seen", ["task": label(item), "date": texts.date($0)]) } ?? label(item)
    }
  }

  /// The tasks behind the plan, with the planned week; nil when there are none.
  var behind: String? {
    list(report.behind) { item in
      item.day.map { texts.say("report.planned_for", ["task": label(item), "week": texts.week(of: $0, readOn: report.asOf)]) }
        ?? label(item)
    }
  }

  /// What waits for an answer; nil when nothing does.
  var waiting: String? {
    let proposals = report.openProposals > 0 ? texts.say("report.proposals", count: report.openProposals) : nil
    let disagreements = report.openDisagreements > 0 ? texts.say("report.disagreements", count: report.openDisagreements) : nil
    let parts = [proposals, disagreements].compactMap { $0 }
    return parts.isEmpty ? nil : texts.say("report.waiting_sentence", ["what": texts.list(parts)])
  }

  /// The agreements that came to an end; nil when none did.
  var endedAgreements: String? {
    guard report.doneAgreements + report.droppedAgreements > 0 else { return nil }
    return texts.say(
      "report.agreements_ended", ["done": String(report.doneAgreements), "dropped": String(report.droppedAgreements)])
  }

  /// The next conversation in a sentence.
  var nextConversation: String {
    guard let next = report.nextConversation else { return texts.say("report.next_none") }
    let key = next < report.asOf ? "report.next_past" : "report.next_on"
    return texts.say(key, ["date": texts.fullDate(next)])
  }

  /// Who keeps an agreement: the first name where the role is somebody's, else the role.
  func owner(_ agreement: TraineeReport.OpenAgreement) -> String {
    let name = agreement.owner.person(of: report.trainee).flatMap { report.company.name(of: $0)?.given }
    return name ?? agreement.owner.role(of: report.trainee).map(texts.role) ?? ""
  }

  /// The words of an agreement.
  func text(of agreement: TraineeReport.OpenAgreement) -> String { agreement.text ?? texts.say("report.agreement_without_words") }

  /// The day of an agreement, and that it is past.
  func due(_ agreement: TraineeReport.OpenAgreement) -> String {
    guard let day = agreement.dueOn else { return texts.say("report.no_day") }
    return agreement.isOverdue ? texts.say("report.overdue", ["date": texts.date(day)]) : texts.date(day)
  }

  /// How a group stands against the plan.
  func plan(_ group: TraineeReport.GroupCount) -> String {
    if group.reached == group.total { return texts.say("plan.done") }
    if group.behind > 0 { return texts.say("plan.behind", count: group.behind) }
    return group.nextDay.map { texts.say("plan.next", ["month": texts.monthAndYear($0)]) } ?? texts.say("plan.none")
  }

  /// The first of them, as many as two lines have room for, and how many more there are.
  private func list(_ items: [TraineeReport.Item], _ say: (TraineeReport.Item) -> String) -> String? {
    guard !items.isEmpty else { return nil }
    var said: [String] = []
    for item in items.prefix(Self.mostInALine).map(say) {
      let width = (said + [item]).reduce(0) { $0 + DisplayWidth.of($1) + 3 }
      guard said.isEmpty || width <= Self.mostColumns || !isPaper else { break }
      said.append(item)
    }
    let more = items.count - said.count
    return (said + (more > 0 ? [texts.say("report.and_more", count: more)] : [])).joined(separator: TextLines.between)
  }

  private func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " · ") }
}
