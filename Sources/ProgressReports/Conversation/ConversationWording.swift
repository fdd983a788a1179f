import CompetencyCore
import Wording

/// Says a record of a conversation: the same sections for text and for a page.
struct ConversationWording {
  struct Section: Sendable {
    let title: String
    let lines: [String]
  }
  let report: ConversationReport
  let texts: Texts

  var title: String {
    texts.say(
      "report.conversation.title", ["kind": texts.kind(report.conversation.plan.kind), "who": report.trainee.name.full])
  }

  var facts: String {
    let minutes = report.record?.version.minutes.map { texts.say("report.conversation.minutes", count: $0) }
    let holder = texts.say("report.conversation.holder", ["holder": report.holderName])
    return [texts.fullDate(report.day), minutes, holder].compactMap { $0 }.joined(separator: " · ")
  }

  /// How far the trainee and the leidinggevende are told, and what the trainee said.
  var standing: [String] {
    guard let version = report.conversation.versions.last else { return [texts.say("report.conversation.not_recorded")] }
    guard report.readsWords else { return [texts.say("report.conversation.not_shared_with_you")] }
    let said: String =
      switch report.conversation.acknowledgement {
      case .none: "none"
      case .seen: "seen"
      case .agreed: "agreed"
      case .changeAsked: "change_asked"
      }
    let values = ["who": report.trainee.name.given, "words": report.askedChange ?? ""]
    let change = report.conversation.versions.count
    return [
      texts.say("report.conversation.said." + said, values),
      texts.say(version.isShared ? "report.conversation.shared" : "report.conversation.not_shared"),
      change > 1 ? texts.say("report.conversation.version", ["number": "\(change)"]) : nil,
    ].compactMap { $0 }
  }

  var sections: [Section] {
    guard let record = report.record else { return [] }
    var sections = record.topics.map { topic in
      Section(title: ConversationTopic(rawValue: topic.code).map(texts.topic) ?? topic.code, lines: Self.lines(topic.words))
    }
    func add(_ key: String, _ lines: [String]) {
      if !lines.isEmpty { sections.append(Section(title: texts.say("report.conversation." + key), lines: lines)) }
    }
    add(
      "compliments",
      record.compliments.map { compliment in
        compliment.task.map { label($0) + ": " + compliment.words } ?? compliment.words
      })
    for feedback in record.feedback {
      let lines = FeedbackSlot.allCases.compactMap { slot in
        feedback.slots[slot].map { texts.say("report.feedback." + slot.rawValue) + ": " + $0 }
      }
      add("feedback_" + feedback.from.rawValue, lines)
    }
    for side in ConversationSide.allCases {
      add("support_" + side.rawValue, record.support.filter { $0.of == side }.flatMap { Self.lines($0.words) })
    }
    for side in ConversationSide.allCases {
      add("ambition_" + side.rawValue, record.ambitions.filter { $0.of == side }.flatMap { Self.lines($0.words) })
    }
    add("levels", record.levels.map(level))
    add("goals", report.goals.map { texts.say("report.conversation.goal", ["goal": $0.goal.id.description, "words": $0.words]) })
    add(
      "obstacles",
      report.obstacles.map { obstacle, words in
        let owner = obstacle.obstacle.owner.flatMap { report.company.name(of: $0)?.given }
        return texts.say(
          owner == nil ? "report.conversation.obstacle" : "report.conversation.obstacle_owner",
          ["words": words, "date": texts.date(obstacle.obstacle.firstSeenOn), "owner": owner ?? ""])
      })
    return sections
  }

  /// Each agreement: name, words, who, by when.
  var agreements: [[String]] {
    report.agreements.map { agreement, words in
      let owner = agreement.owner.person(of: report.trainee).flatMap { report.company.name(of: $0)?.given } ?? ""
      return [agreement.id.description, words, owner, agreement.dueOn.map(texts.date) ?? texts.say("report.no_day")]
    }
  }

  var next: String {
    guard let next = report.next else { return texts.say("report.next_none") }
    return texts.fullDate(next.day) + (next.time.map { ", " + $0.description } ?? "")
  }

  private func level(_ record: HandRecord) -> String {
    let scale = report.company.scale
    let said: String =
      switch record.judgement {
      case .level(let level): scale.glyph(of: level) + " " + texts.level(level)
      case .without(let reason): texts.absence(reason)
      }
    return texts.say(
      "report.conversation.level", ["task": label(record.task), "said": said, "date": texts.date(record.seenOn)])
  }

  private func label(_ task: TaskCode) -> String {
    task.text + (report.company.tasks[task].map { " " + $0.title } ?? "")
  }

  private static func lines(_ words: String) -> [String] {
    var lines = CleanText.lines(words)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}
