public import CompetencyCore
internal import CompetencyStore
internal import SchoolForms

/// What goes back to a school (retour): about one trainee, or about all of its trainees that the acting person sees.
public enum ReturnJourney {
  /// What is asked for.
  public struct Question: Sendable {
    /// Whom it is about, and the day and the knowledge that it shows; no trainee for all of the school.
    public var view: MatrixJourney.Question
    /// The school as it was typed; nil for the trainee's own.
    public var school: String?
    /// Our own number as it was typed, `leerbedrijf_id:100000001`; nil for the one that the school's message names.
    public var ownNumber: String?
    /// Our own name; nil for the one that the school's message names.
    public var ownName: String?
    /// The id of the earlier return whose place it takes, as it was typed; nil for none.
    public var replaced: String?
    /// Whether the words of agreements that were made here go along.
    public var sharesAgreements = false
    /// Whether it is made to be sent, which the trainee does not do.
    public var isSent = true

    /// A question about a trainee, or about all of a school.
    public init(view: MatrixJourney.Question) { self.view = view }
  }

  /// The words that the file needs in the language of the product.
  public struct Words {
    /// What a level is called.
    public let level: (LevelID) -> String
    /// What stands for the words of an agreement that stay here, by its name.
    public let withheld: (AgreementID) -> String

    /// Words from functions that know them.
    public init(level: @escaping (LevelID) -> String, withheld: @escaping (AgreementID) -> String) {
      (self.level, self.withheld) = (level, withheld)
    }
  }

  /// How a school says one of our levels.
  public struct SchoolWord: Sendable {
    /// Our level.
    public let level: LevelID
    /// The school's words that mean exactly this level; none when its scale cannot say it.
    public let words: [String]
  }

  /// A return, ready to be sent or shown.
  public struct Outcome: Sendable {
    /// One return a trainee.
    public let returns: [SchoolReturn]
    /// The school.
    public let school: School
    /// The set-up, for names.
    public let company: Company
    /// The numbers and the name by which the school knows us.
    public let sender: MessageHead.Recipient
    /// The id of the message.
    public let id: String
    /// The id of the message that it answers; nil when there is none.
    public let answered: MessageID?
    /// The message as a file of the canonical form.
    public let file: [UInt8]
    /// The school's words for each of our levels; empty when its scale is not known.
    public let schoolWords: [SchoolWord]
    /// What the school's own scale cannot say.
    public let losses: [Problem]
    /// The name of who asked for it; nil for the administration.
    public let madeBy: String?
    /// What it was known on; nil for now.
    public let knownOn: MatrixJourney.KnownOn?
  }

  /// The return that was asked for; nothing is written.
  ///
  /// - Throws: ``Refusal`` when somebody or the school is not found, a trainee has no school or no number there, or nobody
  ///   said by which number the school knows us.
  public static func make(
    _ context: JourneyContext, _ question: Question, dialects: [DialectFile], words: Words
  ) throws(Refusal) -> Outcome {
    let act: Act = question.isSent ? .makeReturn : .seeReports
    return try context.look(act, question.school == nil ? question.view.scope : .everything) { situation in
      let desk = try ReturnDesk(question, in: situation)
      let returns = try desk.trainees.map { try desk.content(about: $0, words) }
      // The newest message says in which words the school judges, and by which number it knows us.
      let answered = returns.compactMap(\.answered).max { desk.createdAt($0) < desk.createdAt($1) }
      let head = try answered.flatMap { try situation.head(of: $0, by: Dialects(dialects.map(\.source))) }
      let scales = ReturnScales(head, by: desk.matrix.knowledge)
      let message = ReturnMessage(
        from: try question.sender(told: head?.recipient, school: desk.school), to: desk.school, asOf: desk.matrix.asOf,
        answered: head.map(\.key.id).flatMap { isSchemaID($0.text) ? $0 : nil }, replaced: try question.replacedMessage(),
        scales: scales.all(named: words.level), returns: returns)
      return Outcome(
        returns: returns, school: desk.school, company: desk.company, sender: message.sender, id: message.id,
        answered: answered?.id, file: try message.checked(), schoolWords: scales.words,
        losses: scales.losses(in: returns, named: words.level, school: desk.school),
        madeBy: situation.madeBy, knownOn: question.view.knownOn)
    }
  }
}

extension Situation {
  /// What a kept message says of itself; nil when it cannot be read again.
  func head(of message: MessageKey, by dialects: Dialects) throws -> MessageHead? {
    guard let forms = try? FormReader(dialects: dialects) else { return nil }
    var failure: (any Error)?
    let head = forms.head { position in
      do {
        return try reader.piece(position, of: message)
      } catch {
        failure = error
        return nil
      }
    }
    if let failure { throw failure }
    return head
  }
}
