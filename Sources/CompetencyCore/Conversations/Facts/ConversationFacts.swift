/// The kinds of conversation that are planned and held here; each a kind of form too. None of them holds a mark.
public enum ConversationKind: String, Sendable, CaseIterable {
  case startgesprek, voortgangsgesprek, ontwikkelgesprek, eindgesprek, bpv_bezoek

  /// The kind of a form that says that such a conversation was held; nil for a form of another kind.
  public init?(_ kind: FormKind) { self.init(rawValue: kind.rawValue) }
}

/// The two sides of a conversation, which prepare it apart.
public enum ConversationSide: String, Sendable, CaseIterable, Comparable {
  /// The trainee.
  case medewerker
  /// Who guides or leads the trainee.
  case begeleider

  /// The other side.
  public var other: ConversationSide { self == .medewerker ? .begeleider : .medewerker }

  /// The trainee comes first.
  public static func < (one: Self, other: Self) -> Bool { one == .medewerker && other == .begeleider }
}

/// A time of day in whole minutes since midnight, in the company's zone.
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0 to 1439.
  public let minutes: Int

  /// A time of day; nil outside a day.
  public init?(minutes: Int) {
    guard (0..<1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// A time as people type it: `10.00`, `10:00`, `9.30`; nil for anything else.
  public init?(typed text: String) {
    let parts = Array(text.utf8).split(whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") })
    let numbers = parts.map { part in
      part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(String(decoding: part, as: UTF8.self)) : nil
    }
    guard parts.count == 2, parts[1].count == 2, (1...2).contains(parts[0].count), let hour = numbers[0], let minute = numbers[1],
      hour < 24, minute < 60
    else { return nil }
    minutes = hour * 60 + minute
  }

  /// As people read it, `10.00`.
  public var description: String { "\(minutes / 60)." + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)" }

  /// By the clock.
  public static func < (one: Self, other: Self) -> Bool { one.minutes < other.minutes }
}

/// A day for a conversation. A later plan of the same conversation moves it.
public struct ConversationPlan: Hashable, Sendable {
  /// Its place among the facts.
  public let id: FactID
  /// Which conversation; of the first plan the name of this very fact.
  public let conversation: ConversationID
  /// With whom.
  public let trainee: TraineeID
  /// What kind of conversation.
  public let kind: ConversationKind
  /// The id of its template, and the version that it was planned with.
  public let template: String
  /// The version of the template.
  public let templateVersion: Int
  /// The day.
  public let day: CalendarDate
  /// The time; nil when none was agreed.
  public let time: TimeOfDay?
  /// How long it is meant to take, in minutes.
  public let minutes: Int
  /// Who holds it: guides or leads the trainee.
  public let holder: PersonID

  /// A plan from checked parts.
  public init(
    id: FactID, conversation: ConversationID, trainee: TraineeID, kind: ConversationKind, template: String, templateVersion: Int,
    day: CalendarDate, time: TimeOfDay?, minutes: Int, holder: PersonID
  ) {
    (self.id, self.conversation, self.trainee, self.kind) = (id, conversation, trainee, kind)
    (self.template, self.templateVersion, self.day, self.time) = (template, templateVersion, day, time)
    (self.minutes, self.holder) = (minutes, holder)
  }
}

/// Something that happened to a conversation.
public struct ConversationEvent: Hashable, Sendable {
  /// What happened.
  public enum Change: Hashable, Sendable {
    /// It was called off.
    case cancelled
    /// One side has prepared.
    case ready(ConversationSide)
    /// It began on this day.
    case started(CalendarDate)
    /// What was said was written down: held on this day, so many minutes, told to the leidinggevende or not. The event is the
    /// version; a later one takes its place, and both stay.
    case recorded(heldOn: CalendarDate, minutes: Int?, isShared: Bool)
    /// The trainee has seen this version; that is not agreeing.
    case seen(version: FactID)
    /// The trainee agrees with this version.
    case agreed(version: FactID)
    /// The trainee asks to change this version; the words stand beside the event.
    case changeAsked(version: FactID)
    /// One side says whether it was of use.
    case rated(ConversationSide, wasUseful: Bool)
  }
  /// Its place among the facts.
  public let id: FactID
  /// Which conversation.
  public let conversation: ConversationID
  /// With whom.
  public let trainee: TraineeID
  /// What happened.
  public let change: Change

  /// An event from checked parts.
  public init(id: FactID, conversation: ConversationID, trainee: TraineeID, change: Change) {
    (self.id, self.conversation, self.trainee, self.change) = (id, conversation, trainee, change)
  }
}

/// That a side answered a question while it prepared; the words stand beside it, and only the sealing rule reads them.
public struct PreparationAnswer: Hashable, Sendable {
  /// Its place among the facts.
  public let id: FactID
  /// Which conversation.
  public let conversation: ConversationID
  /// With whom.
  public let trainee: TraineeID
  /// Which side answered.
  public let side: ConversationSide
  /// The question's id in the template; a later answer to it takes the place of this one.
  public let question: String

  /// An answer from checked parts.
  public init(id: FactID, conversation: ConversationID, trainee: TraineeID, side: ConversationSide, question: String) {
    (self.id, self.conversation, self.trainee, self.side, self.question) = (id, conversation, trainee, side, question)
  }
}

/// Words that were written down of a conversation, of one kind; the words themselves stand beside the fact.
public struct ConversationNote: Hashable, Sendable {
  /// What the words are.
  public enum Kind: Hashable, Sendable {
    /// On a topic of the canonical form.
    case topic(String)
    /// A compliment, on a task when it names one.
    case compliment(TaskCode?)
    /// Feedback in its slots, of one side on the other.
    case feedback(from: ConversationSide)
    /// What is needed of a side.
    case support(of: ConversationSide)
    /// What the trainee, or the organisation, wants to grow into.
    case ambition(of: ConversationSide)
  }
  /// Its place among the facts.
  public let id: FactID
  /// Which conversation, and which version of what was written down.
  public let conversation: ConversationID
  /// The version: the event that recorded it.
  public let version: FactID
  /// With whom.
  public let trainee: TraineeID
  /// What the words are.
  public let kind: Kind

  /// A note from checked parts.
  public init(id: FactID, conversation: ConversationID, version: FactID, trainee: TraineeID, kind: Kind) {
    (self.id, self.conversation, self.version, self.trainee, self.kind) = (id, conversation, version, trainee, kind)
  }
}

/// The seven slots of feedback, in their order (the tips of Werkplekleren in de techniek: begin with something positive,
/// speak from "ik", describe behaviour, tell the effect, suggest, ask for a reaction, agree).
public enum FeedbackSlot: String, Sendable, CaseIterable {
  case positief, ik, gedrag, effect, suggestie, reactie, afspraak
}
