/// Makes of a school's numbers, codes and words what the company knows; what is not known stays open, never guessed.
public struct FormResolution: Sendable {
  private let company: Company
  private let answers: LiveAnswers
  private let byPersonnelNumber: NumberRegister
  private let byStudentNumber: NumberRegister

  /// By what is known of the company before the form comes.
  public init(_ frame: Knowledge.Frame) { self.init(frame.company, frame.answers) }

  /// By what was known of the company.
  public init(_ knowledge: Knowledge) { self.init(knowledge.company, knowledge.answers) }

  private init(_ company: Company, _ answers: LiveAnswers) {
    (self.company, self.answers) = (company, answers)
    byPersonnelNumber = NumberRegister(company.trainees.values, \.personnelNumber)
    byStudentNumber = NumberRegister(company.trainees.values, \.studentNumber)
  }

  /// What was read from a form, as far as the company knows it.
  public func reading(of form: SchoolForm, in message: MessageHead, id: ReadingID) -> FormReading {
    let identity = Self.identity(of: form, in: message)
    let lines = form.entries.enumerated().map { index, entry in
      ReadLine(
        position: index + 1, taskWritten: entry.task, task: task(entry.task, from: message.key.sender),
        said: said(entry.said, from: message.key.sender), role: entry.role, seenOn: entry.seenOn)
    }
    return FormReading(
      id: id, identity: identity, content: form.content, kind: form.kind, trainee: trainee(form.participant, in: message).known,
      lines: lines, agreements: form.agreements.map(\.statement), nextConversation: form.nextConversation)
  }

  /// What identifies a form of a message.
  public static func identity(of form: SchoolForm, in message: MessageHead) -> FormIdentity {
    FormIdentity(sender: message.key.sender, formID: form.id, participant: form.participant.key, heldOn: form.heldOn)
  }

  /// Whom a participant is: known, or contradicted by the name, or not known.
  public enum Match: Sendable {
    /// This trainee.
    case known(Trainee)
    /// The number is this trainee's, but no part of the name is.
    case nameDiffers(Trainee)
    /// Nobody whom we know.
    case unknown

    /// The trainee when it is known.
    public var known: TraineeID? { if case .known(let trainee) = self { trainee.id } else { nil } }
  }

  /// By student number and school, then by personnel number, then by a remembered answer; never by name alone.
  public func trainee(_ participant: Participant, in message: MessageHead) -> Match {
    let found = candidate(participant, in: message)
    if let found, participant.displayName.isEmpty || NameMatching.shareAPart(participant.displayName, found.name) {
      return .known(found)
    }
    let question = QuestionKey(sender: message.key.sender, subject: .trainee, written: participant.key.text)
    if case .trainee(let id) = answers.remembered(question), let trainee = company.trainees[id] {
      return .known(trainee)
    }
    return found.map(Match.nameDiffers) ?? .unknown
  }

  private func candidate(_ participant: Participant, in message: MessageHead) -> Trainee? {
    for number in participant.numbers where number.kind == .studentnummer {
      let issuers = number.issuer.map(Self.numbers(ofIssuer:)) ?? message.senderNumbers
      guard let school = company.school(withNumbers: issuers) else { continue }
      let found = byStudentNumber[number.value].compactMap { company.trainees[$0] }.filter {
        $0.school == school.id && sameBytes($0.studentNumber, number.value)
      }
      if found.count == 1 { return found[0] }
    }
    for number in participant.numbers where number.kind == .personeelsnummer {
      let found = byPersonnelNumber[number.value].compactMap { company.trainees[$0] }.filter {
        sameBytes($0.personnelNumber, number.value)
      }
      if found.count == 1 { return found[0] }
    }
    return nil
  }

  private static func numbers(ofIssuer issuer: String) -> [OrganisationNumber] {
    [OrganisationNumber(kind: .instellingscode, value: issuer), OrganisationNumber(kind: .kvk, value: issuer)]
  }

  /// Our task for a code as a sender writes it; nil while it is not known.
  public func task(_ written: TaskCode, from sender: SenderKey) -> TaskCode? {
    if company.tasks[written] != nil { return written }
    if case .task(let code) = answers.remembered(QuestionKey(sender: sender, subject: .task, written: written.text)) {
      return code
    }
    return nil
  }

  /// What a sender's judgement means in our scale; nil while it is not known.
  public func judgement(_ said: FormEntry.Said, from sender: SenderKey) -> Judgement? {
    switch self.said(said, from: sender) {
    case .without(let reason): .without(reason)
    case .level(_, let ours): ours.map(Judgement.level)
    }
  }

  /// Our bridge for the sender's level, then the sender's own reading, then our own level by id; else it is asked.
  private func said(_ said: FormEntry.Said, from sender: SenderKey) -> ReadLine.Said {
    switch said {
    case .without(let reason): return .without(reason)
    case .level(let written, let readAs):
      let scale = company.scale
      let question = QuestionKey(sender: sender, subject: .level, written: written.text)
      if case .level(let level) = answers.remembered(question) { return .level(written: written, ours: level) }
      switch readAs {
      case .term(let term): return .level(written: written, ours: scale.level(reading: term))
      case .ours(let level): return .level(written: written, ours: scale.rank(of: level) == nil ? nil : level)
      case .unsaid: return .level(written: written, ours: nil)
      }
    }
  }
}

/// Trainees by a number of theirs, which nearly always belongs to one.
private struct NumberRegister: Sendable {
  private var first: [String: TraineeID] = [:]
  private var others: [String: [TraineeID]] = [:]

  init(_ trainees: [Trainee], _ number: KeyPath<Trainee, String>) {
    for trainee in trainees where !trainee[keyPath: number].isEmpty {
      if first[trainee[keyPath: number]] == nil {
        first[trainee[keyPath: number]] = trainee.id
      } else {
        others[trainee[keyPath: number], default: []].append(trainee.id)
      }
    }
  }

  subscript(number: String) -> [TraineeID] { (first[number].map { [$0] } ?? []) + (others[number] ?? []) }
}
