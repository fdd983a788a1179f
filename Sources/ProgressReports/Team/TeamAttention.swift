import CompetencyCore
import Wording

/// What needs attention in a team, in sentences; people stand in the order of the table, never by a score.
struct TeamAttention: Sendable {
  /// One point: what it is, and whom or what it is about.
  struct Point: Sendable {
    let title: String
    /// What it names at once, and what comes after that.
    let named, rest: [String]

    /// What it names in one line, which counts the rest.
    func line(_ texts: Texts) -> String { (named + [more(texts)].compactMap { $0 }).joined(separator: TextLines.between) }

    /// How many come after what is named at once; nil when that was all.
    func more(_ texts: Texts) -> String? { rest.isEmpty ? nil : texts.say("report.and_more", count: rest.count) }
  }

  let report: TeamReport
  let texts: Texts

  /// How many tasks a point names at once.
  private static let mostTasks = 8

  /// The points, most urgent first; none when there is nothing.
  var points: [Point] {
    [
      tasks("attention.nobody", .nobody), tasks("attention.one_person", .onePerson), tasks("attention.too_few", .tooFew), stale,
      counts("attention.behind") { $0.behind }, counts("attention.overdue") { $0.overdueAgreements }, pastConversations,
      withoutConversation, counts("attention.waiting") { $0.openProposals + $0.openDisagreements },
    ].compactMap { $0 }
  }

  private func tasks(_ key: String, _ standing: TaskCoverage.Standing) -> Point? {
    let tasks = report.coverage?.tasks.filter { $0.standing == standing } ?? []
    return point(
      key,
      tasks.map { task in
        guard standing == .onePerson, let only = task.masteredBy.first else { return title(task.task) }
        return texts.say("attention.task_of", ["task": title(task.task), "who": name(only)])
      })
  }

  /// What was not seen for long, by task and person; where it is much, as a count a person.
  private var stale: Point? {
    let tasks = report.members.flatMap { member in member.stale.map { (member, $0) } }
    guard tasks.count <= Self.mostTasks else { return counts("attention.stale") { $0.stale.count } }
    return point(
      "attention.stale",
      tasks.map { member, task in texts.say("attention.task_of", ["task": title(task), "who": name(member.trainee.id)]) })
  }

  private func counts(_ key: String, _ count: (TeamReport.Member) -> Int) -> Point? {
    let members = report.members.filter { count($0) > 0 }
    return point(
      key,
      members.map { texts.say("attention.count_of", ["who": name($0.trainee.id), "count": String(count($0))]) },
      most: members.count)
  }

  private var pastConversations: Point? {
    let past = report.members.compactMap { member in
      member.nextConversation.flatMap { $0 < report.asOf ? (who: member.trainee.id, day: $0) : nil }
    }
    return point(
      "attention.past_conversations",
      past.map { texts.say("attention.task_of", ["task": name($0.who), "who": texts.date($0.day)]) }, most: past.count)
  }

  private var withoutConversation: Point? {
    let members = report.members.filter { $0.nextConversation == nil && $0.trainee.status == .lopend }
    return point("attention.without_conversation", members.map { name($0.trainee.id) }, most: members.count)
  }

  private func point(_ key: String, _ items: [String], most: Int = mostTasks) -> Point? {
    guard !items.isEmpty else { return nil }
    return Point(title: texts.say(key), named: Array(items.prefix(most)), rest: Array(items.dropFirst(most)))
  }

  private func title(_ task: TaskCode) -> String {
    let title = report.matrix.knowledge.company.tasks[task]?.title ?? ""
    return title.isEmpty ? task.text : title
  }

  private func name(_ id: TraineeID) -> String { report.table.columns.first { $0.trainee == id }?.shortName ?? id.text }
}
