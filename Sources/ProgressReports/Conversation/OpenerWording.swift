public import CompetencyCore
public import Wording

/// Says the lines of an opener as sentences.
public struct OpenerWording {
  /// What people call a subject: the words of an agreement, the name of a task.
  public typealias Label = (Opener.Entry.Subject) -> String

  private let opener: Opener
  private let texts: Texts
  private let today: CalendarDate
  private let label: Label

  /// The wording of an opener.
  ///
  /// - Parameters:
  ///   - today: the day from which ages are counted.
  ///   - label: what people call a subject.
  public init(_ opener: Opener, _ texts: Texts, today: CalendarDate, label: @escaping Label) {
    (self.opener, self.texts, self.today, self.label) = (opener, texts, today, label)
  }

  /// Since when is looked back, or that this is the first conversation.
  public var since: String {
    opener.since.map { texts.say("opener.since", ["date": texts.date($0)]) } ?? texts.say("opener.first")
  }

  /// Each line with its topic, in the order of the opener; one line when there is nothing to talk about.
  public var sentences: [(kind: Opener.Kind?, sentence: String)] {
    if opener.isEmpty { return [(nil, texts.say("opener.nothing"))] }
    return opener.lines.map { ($0.kind, sentence(of: $0)) }
  }

  /// One line as a sentence; the number in it is that of the entries.
  public func sentence(of line: Opener.Line) -> String {
    texts.say(
      "opener." + line.kind.rawValue, count: line.entries.count, ["list": texts.list(line.entries.map { item($0, line.kind) })])
  }

  private func item(_ entry: Opener.Entry, _ kind: Opener.Kind) -> String {
    // These stand among the results already; their codes are enough.
    if kind == .unpraised, case .task(let code) = entry.subject { return code.text }
    let name = label(entry.subject)
    guard let day = entry.day else { return name }
    switch kind {
    case .agreements_open, .agreements_overdue, .behind:
      return texts.say("opener.item.before", ["item": name, "date": texts.date(day)])
    case .obstacles:
      let days = today.dayNumber - day.dayNumber
      return texts.say("opener.item.since", count: days, ["item": name, "date": texts.date(day)])
    default: return texts.say("opener.item.on", ["item": name, "date": texts.date(day)])
    }
  }
}

extension Opener {
  /// The lines as JSON, each number with the facts that it was counted from.
  public func json(_ wording: OpenerWording) -> JSONValue {
    .array(
      lines.map { line in
        [
          "kind": .string(line.kind.rawValue), "topic": .string(line.kind.topic), "count": .int(line.entries.count),
          "text": .string(wording.sentence(of: line)),
          "entries": .array(
            line.entries.map { entry in
              let (type, id) = entry.subject.named
              return ["type": .string(type), "id": .string(id), "day": .date(entry.day), "facts": .texts(entry.facts)]
            }),
        ]
      })
  }
}

extension Opener.Entry.Subject {
  fileprivate var named: (type: String, id: String) {
    switch self {
    case .agreement(let id): ("agreement", id.description)
    case .task(let code): ("task", code.text)
    case .goal(let id): ("goal", id.description)
    case .obstacle(let id): ("obstacle", id.description)
    }
  }
}
