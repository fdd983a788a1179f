import Foundation
import Testing

/// Days of the calendar, counted from today in the company's zone: the program asks the machine what day it is.
enum Day {
  static func fromToday(_ days: Int) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .current
    let day = calendar.date(byAdding: .day, value: days, to: Date()) ?? Date()
    let parts = calendar.dateComponents([.year, .month, .day], from: day)
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }

  static var today: String { fromToday(0) }
}

struct PlanDocument: Decodable {
  let booking: String?
  let conversation, day: String
  let time, before: String?
  let cancelled: Bool
}

struct PrepareDocument: Decodable {
  struct Line: Decodable {
    let kind, topic, text: String
    let count: Int
    let entries: [Entry]
  }
  struct Entry: Decodable {
    let type, id: String
    let day: String?
    let facts: [String]
  }
  struct Answer: Decodable {
    let question, text: String
  }
  let booking: String?
  let conversation, side: String
  let since: String?
  let ready: [String]
  let opener: [Line]
  let own: [Answer]
  let other: [Answer]?

  func line(_ kind: String) -> Line? { opener.first { $0.kind == kind } }

  /// The ids of what a line counts; none without the line.
  func ids(_ kind: String) -> [String] { line(kind)?.entries.map(\.id) ?? [] }
}

struct RecordDocument: Decodable {
  struct Made: Decodable {
    let id, owner: String
    let dueOn: String?
  }
  let booking: String?
  let conversation, heldOn: String
  let change, shared: Bool
  let agreements: [Made]
  let closed, levels: Int
  let untouched: [String]
  let next, nextConversation: String?
}

struct ConversationsDocument: Decodable {
  struct Row: Decodable {
    let conversation: String?
    let trainee, kind, day: String
    let held, shared: Bool
    let ready: [String]
  }
  let conversations: [Row]
}

struct AgreementsDocument: Decodable {
  struct Row: Decodable {
    struct Step: Decodable {
      let text: String
      let done: Bool
    }
    let id, text, madeOn, status, source: String
    let owner, dueOn, closedOn, rewordedInto, follows: String?
    let lineage: [String]
    let timesCarried: Int
    let overdue: Bool
    let steps: [Step]
  }
  let agreements: [Row]
}

struct MadeDocument: Decodable {
  let booking: String?
  let agreement, goal: String?
}

extension Desk {
  /// Every agreement of a trainee, closed ones too.
  func agreements(_ who: String = "sanne") throws -> [AgreementsDocument.Row] {
    try run("agreement list \(who) --all --by mo --json").document(AgreementsDocument.self).agreements
  }

  func agreement(_ id: String, of who: String = "sanne") throws -> AgreementsDocument.Row? {
    try agreements(who).first { $0.id == id }
  }

  /// What a person sees who prepares the conversation with a trainee.
  func prepared(_ who: String = "sanne", by person: String = "mo", _ more: String = "") throws -> PrepareDocument {
    try run("conversation prepare \(who) --by \(person) --json \(more)").document(PrepareDocument.self)
  }

  /// Plans a conversation and writes it down, as held on a day that may be past.
  @discardableResult
  func converse(_ who: String = "sanne", on day: String = Day.today, _ record: String = "") throws -> RecordDocument {
    try run("conversation plan \(who) --on \(Day.fromToday(7)) --by mo")
    return try run("conversation record \(who) --by mo --on \(day) \(record) --json").document(RecordDocument.self)
  }
}
