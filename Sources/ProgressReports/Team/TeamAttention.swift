import CompetencyCore
import Wording

/// What needs attention in a team, in sentences; people stand in the order of the table, never by a score.
struct TeamAttention: Sendable {
  /// One point: what it is, and whom or what it is about.
  struct Point: Sendable { let title, what: String }

  let report: TeamReport
  let texts: Texts

  /// The points, most urgent first; none when there is nothing.
  var points: [Point] {
    [
      tasks("attention.nobody", .nobody), tasks("attention.one_person", .onePerson), tasks("attention.too_few", .tooFew), stale,
      people("attention.behind") { $0.behind }, people("attention.overdue") { $0.overdueAgreements }, conversations, waiting,
    ].compactMap { $0 }
  }

  private func tasks(_ key: String, _ standing: TaskCoverage.Standing) -> Point? {
    let tasks = report.coverage?.tasks.filter { $0.standing == standing } ?? []
    return point(key, tasks.map { task in
      guard standing == .onePerson, let only = task.masteredBy.first else { return title(task.task) }
      return texts.say("attention.task_of", ["task": title(task.task), "who": name(only)])
    })
  }

  private var stale: Point? {
    point("attention.stale", report.members.flatMap { member in
      member.stale.map { texts.say("attention.task_of", ["task": title($0), "who": name(member.trainee.id)]) }
    })
  }

  private func people(_ key: String, _ count: (TeamReport.Member) -> Int) -> Point? {
    point(key, report.members.filter { count($0) > 0 }.map { member in
      texts.say("attention.count_of", ["who": name(member.trainee.id), "count": String(count(member))])
    })
  }

  /// The conversations whose day is past, and the people for whom none is agreed.
  private var conversations: Point? {
    point("attention.conversations", report.members.compactMap { member in
      let who = ["who": name(member.trainee.id)]
      guard let next = member.nextConversation else { return texts.say("attention.no_conversation", who) }
      guard next < report.asOf else { return nil }
      return texts.say("attention.past_conversation", who.merging(["date": texts.date(next)]) { given, _ in given })
    })
  }

  private var waiting: Point? {
    people("attention.waiting") { $0.openProposals + $0.openDisagreements }
  }

  private func point(_ key: String, _ items: [String]) -> Point? {
    items.isEmpty ? nil : Point(title: texts.say(key), what: items.joined(separator: " · "))
  }

  private func title(_ task: TaskCode) -> String {
    let title = report.matrix.knowledge.company.tasks[task]?.title ?? ""
    return title.isEmpty ? task.text : title
  }

  private func name(_ id: TraineeID) -> String { report.table.columns.first { $0.trainee == id }?.shortName ?? id.text }
}
