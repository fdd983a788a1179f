public import CompetencyCore
internal import CompetencyStore

/// The ledger of agreements: listing, adding and closing them between conversations.
public enum AgreementJourney {
  /// An agreement with what people want to know of it.
  public struct Row: Sendable {
    /// The agreement.
    public let agreement: StandingAgreement
    /// Whose it is.
    public let trainee: Trainee
    /// The words; empty when they were erased.
    public let words: String
    /// Who keeps it, by name; empty for a role that nobody has.
    public let ownerName: String
    /// The names of the agreements that it was made of, the earliest first, itself not among them.
    public let lineage: [AgreementID]
    /// How many conversations carried it, those of the agreements before it too.
    public let timesCarried: Int
    /// Its steps with their words.
    public let steps: [(words: String, isDone: Bool)]
  }

  /// The agreements of a trainee, or of everybody whose words the acting person may read.
  ///
  /// - Parameter isAll: closed ones too.
  public static func list(
    _ context: JourneyContext, who: String?, isAll: Bool
  ) throws(Refusal) -> (rows: [Row], today: CalendarDate) {
    guard context.actingText != nil else {
      throw Refusal(.usage, .acting_person_needed, values: ["command": "agreement list"])
    }
    return try context.look(.converse, who.map { Scope.trainees([$0]) } ?? .visible) { situation in
      var desks: [ConversationDesk] = []
      if let who {
        desks = [try ConversationDesk(situation, who: who)]
      } else {
        for trainee in situation.company.trainees.values.sorted(by: { $0.id < $1.id })
        where situation.access.readsWords(of: trainee) {
          desks.append(try ConversationDesk(situation, who: trainee.id.text))
        }
      }
      return (try desks.flatMap { try rows($0, isAll: isAll) }, situation.today)
    }
  }

  /// What was done to agreements.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// The name of the agreement.
    public let agreement: AgreementID
    /// Whose it is.
    public let trainee: Trainee
  }

  /// Makes an agreement between conversations.
  public static func add(
    _ context: JourneyContext, who: String, _ new: ConversationDraft.NewAgreement
  ) throws(Refusal) -> Outcome {
    let (booking, made) = try context.write(about: who, "agreement add", .agreement) { desk, facts in
      (try desk.agreement(new, at: nil, in: nil, on: desk.situation.today, &facts).name, desk.trainee)
    }
    return Outcome(booking: booking, agreement: made.0, trainee: made.1)
  }

  /// Something that is done to an agreement.
  public enum Deed: Sendable {
    case close(ConversationDraft.Closing.Outcome)
    /// It is given another day, and what is needed to keep it then becomes a step of it.
    case move(to: CalendarDate, needed: String)
    /// A step is named, in these words.
    case step(String)
    /// The step with this number, from 1, is done.
    case stepDone(Int)
  }

  /// Does something to an agreement.
  public static func act(
    _ context: JourneyContext, who: String, agreement typed: String, _ deed: Deed, on day: CalendarDate?
  ) throws(Refusal) -> Outcome {
    let (booking, done) = try context.write(about: who, "agreement", .agreement) { desk, facts in
      let day = day ?? desk.situation.today
      guard day <= desk.situation.today else { throw Refusal(.usage, .date_in_future, values: ["date": day.iso]) }
      let agreement = try desk.openAgreement(typed, at: nil)
      switch deed {
      case .close(let outcome): _ = try desk.close(.init(agreement: typed, outcome: outcome), at: nil, on: day, &facts)
      case .move(let to, let needed):
        if !needed.isEmpty { desk.event(of: agreement.id, on: day, .step, needed, &facts) }
        _ = try desk.close(.init(agreement: typed, outcome: .moved(to: to)), at: nil, on: day, &facts)
      case .step(let words) where words.isEmpty: throw Refusal(.usage, .agreement_without_words)
      case .step(let words): desk.event(of: agreement.id, on: day, .step, words, &facts)
      case .stepDone(let number):
        guard agreement.steps.indices.contains(number - 1) else {
          throw Refusal(
            .notFound, .agreement_not_found, values: ["agreement": "\(typed) \(number)", "who": desk.trainee.name.full])
        }
        desk.event(of: agreement.id, on: day, .stepDone(agreement.steps[number - 1].fact), "", &facts)
      }
      return (agreement.id, desk.trainee)
    }
    return Outcome(booking: booking, agreement: done.0, trainee: done.1)
  }

  static func rows(_ desk: ConversationDesk, isAll: Bool) throws -> [Row] {
    let words = try desk.followUpWords()
    let all = words.agreements.map(\.agreement)
    return words.agreements.filter { isAll || $0.agreement.isOpen }.map { agreement, text in
      let line = Knowledge.lineage(of: agreement, in: all)
      let owner = agreement.owner.person(of: desk.trainee).map(desk.name) ?? ""
      return Row(
        agreement: agreement, trainee: desk.trainee, words: text, ownerName: owner, lineage: line.dropLast().map(\.id),
        timesCarried: line.reduce(0) { $0 + $1.timesCarried },
        steps: agreement.steps.map { (words.steps[$0.fact] ?? "", $0.isDone) })
    }
  }
}
