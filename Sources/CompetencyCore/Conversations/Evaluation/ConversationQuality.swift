/// How good the conversations of a team were as conversations (S1 "evalueer periodiek de kwaliteit"): four pitfalls as checks,
/// and what both sides say of their use. Counts of five conversations or more, never per person.
public struct ConversationQuality: Sendable {
  /// A share of conversations.
  public struct Share: Hashable, Sendable {
    /// How many did.
    public let part: Int
    /// How many could.
    public let whole: Int

    /// So many of so many.
    public init(part: Int, whole: Int) { (self.part, self.whole) = (part, whole) }
  }
  /// How many conversations it is about.
  public let count: Int
  /// Of how many both sides had prepared.
  public let bothPrepared: Share
  /// In how many no level was recorded that was seen on the very day: the talk was not used to judge.
  public let withoutJudging: Share
  /// Of how many open agreements something was said or done at the conversation.
  public let followedUp: Share
  /// How many came within a quarter of the rhythm, or a week, of when they were due.
  public let regular: Share
  /// How many answers of trainees and of begeleiders say that it was useful.
  public let useful: [ConversationSide: Share]

  /// Fewer than this say more of persons than of conversations.
  public static let least = 5

  /// The quality of conversations with these trainees that were written down in a period; nil for fewer than five.
  public init?(of trainees: [Trainee], in knowledge: Knowledge, from first: CalendarDate, through last: CalendarDate) {
    let held = trainees.flatMap { trainee in
      knowledge.conversations(with: trainee.id).filter { conversation in
        conversation.heldOn.map { first <= $0 && $0 <= last } ?? false
      }.map { (trainee, $0) }
    }
    guard held.count >= Self.least else { return nil }
    count = held.count
    bothPrepared = Share(part: held.count { $0.1.ready.count == 2 }, whole: held.count)
    let checks = held.map { Check($0.0, $0.1, knowledge) }
    withoutJudging = Share(part: checks.count { !$0.judged }, whole: held.count)
    followedUp = Share(part: checks.reduce(0) { $0 + $1.touched }, whole: checks.reduce(0) { $0 + $1.wereOpen })
    let rhythmic = checks.compactMap(\.isRegular)
    regular = Share(part: rhythmic.count { $0 }, whole: rhythmic.count)
    useful = Dictionary(
      uniqueKeysWithValues: ConversationSide.allCases.map { side in
        let said = held.compactMap { $0.1.ratings[side] }
        return (side, Share(part: said.count { $0 }, whole: said.count))
      })
  }

  /// What is checked of one conversation.
  private struct Check {
    let judged: Bool
    let wereOpen: Int
    let touched: Int
    /// Whether it came when it was due; nil without a rhythm or a conversation before it.
    let isRegular: Bool?

    init(_ trainee: Trainee, _ conversation: Conversation, _ knowledge: Knowledge) {
      let day = conversation.heldOn ?? conversation.plan.day
      let bookings = Set(conversation.versions.map(\.fact.booking))
      judged = knowledge.cells.contains { key, facts in
        key.trainee == trainee.id
          && facts.observations.contains { statement in
            guard case .hand(let fact, .conversation) = statement.origin else { return false }
            return bookings.contains(fact.booking) && statement.seenOn == day
          }
      }
      let open = knowledge.agreements(of: trainee.id, asOf: day.adding(days: -1)).filter(\.isOpen)
      let events = knowledge.conversations.agreementEvents.filter { $0.on == day && $0.trainee == trainee.id }
      let after = knowledge.agreements(of: trainee.id, asOf: day)
      wereOpen = open.count
      touched = open.count { agreement in
        events.contains { $0.agreement == agreement.id } || !(after.first { $0.id == agreement.id }?.isOpen ?? true)
      }
      let before = knowledge.conversationDays(of: trainee.id, upTo: day).last { $0 < day }
      isRegular = before.flatMap { before in
        trainee.rhythm.map { rhythm in
          let due = rhythm.days
          return abs(day.dayNumber - before.dayNumber - due) <= max(7, due / 4)
        }
      }
    }
  }
}

extension Rhythm {
  /// About how many days lie between two conversations.
  var days: Int {
    switch self {
    case .wekelijks: 7
    case .tweewekelijks: 14
    case .maandelijks: 30
    case .kwartaal: 91
    case .weeks(let count): count * 7
    }
  }
}
