extension SchoolReturn {
  /// The return about a trainee to the trainee's school.
  ///
  /// - Parameters:
  ///   - trainee: whom it is about.
  ///   - school: the school of the trainee.
  ///   - matrix: the matrix of the day that it shows, with the trainee in it.
  ///   - version: the last booking that the matrix knows of.
  ///   - dayOf: the day on which a booking was written.
  ///   - words: the words of an agreement, or what stands for words that stay here.
  public init(
    of trainee: Trainee, to school: School, in matrix: CompetencyMatrix, version: BookingNumber,
    dayOf: (BookingNumber) -> CalendarDate?, words: (StandingAgreement) throws -> String
  ) rethrows {
    let (knowledge, asOf) = (matrix.knowledge, matrix.asOf)
    let forms = knowledge.forms(of: trainee.id, from: school, upTo: asOf)
    // As on the sheet of the trainee: on the day of a conversation itself, what is new is new since the one before it.
    let since = knowledge.conversationDays(of: trainee.id, upTo: asOf).last { $0 < asOf }
    (self.trainee, self.school, self.asOf, self.version) = (trainee, school, asOf, version)
    (scale, self.since) = (knowledge.company.scale, since)
    answered = forms.map(\.arrival).max { ($0.createdAt, $0.message) < ($1.createdAt, $1.message) }?.message
    rows = Self.rows(of: trainee, in: matrix, since: since, codes: Self.codes(in: forms, knowledge))
    answers = Self.answers(to: school, trainee, in: matrix)
    agreements = try knowledge.agreements(of: trainee.id, asOf: asOf).filter { agreement in
      guard case .school(let id) = agreement.id else { return true }
      return school.sends(as: id.subject.sender)
    }.map { Agreement($0, of: trainee, in: knowledge.company, words: try words($0)) }
    conversation = Self.conversation(with: trainee, in: matrix, dayOf)
  }

  /// The tasks of a trainee of which anything was seen, in the order of the company's list.
  ///
  /// - Parameters:
  ///   - trainee: whose tasks.
  ///   - matrix: the matrix of the day, with the trainee in it.
  ///   - since: the day since which a difference is told; nil to tell none.
  ///   - codes: the school's own codes for our tasks, where it writes others.
  public static func rows(
    of trainee: Trainee, in matrix: CompetencyMatrix, since: CalendarDate? = nil, codes: [TaskCode: TaskCode] = [:]
  ) -> [Row] {
    let (knowledge, company) = (matrix.knowledge, matrix.knowledge.company)
    let before = since.map { CompetencyMatrix(knowledge, asOf: $0, trainees: [trainee.id]) }
    let places = Dictionary(uniqueKeysWithValues: company.taskOrder.enumerated().map { ($1, $0) })
    return matrix.cells(of: trainee.id).compactMap { cell -> Row? in
      let grounds = knowledge.grounds(of: cell.key, asOf: matrix.asOf)
      guard !grounds.isEmpty else { return nil }
      let earlier = before?.cell(trainee.id, cell.key.task).level
      return Row(
        task: cell.key.task, title: company.tasks[cell.key.task]?.title ?? "", schoolCode: codes[cell.key.task], cell: cell,
        grounds: grounds, before: earlier == cell.level ? nil : earlier)
    }.sorted { (places[$0.task] ?? .max, $0.task) < (places[$1.task] ?? .max, $1.task) }
  }

  /// Our tasks that this school writes with one code of its own.
  private static func codes(in forms: [CountingForm], _ knowledge: Knowledge) -> [TaskCode: TaskCode] {
    var written: [TaskCode: Set<TaskCode>] = [:]
    for form in forms {
      for line in form.reading.lines {
        guard let task = knowledge.task(of: line, in: form.reading) else { continue }
        written[task, default: []].insert(line.taskWritten)
      }
    }
    return written.compactMapValues { $0.count == 1 ? $0.first : nil }.filter { $0.key != $0.value }
  }

  private static func answers(to school: School, _ trainee: Trainee, in matrix: CompetencyMatrix) -> [Answer] {
    let (knowledge, scale) = (matrix.knowledge, matrix.knowledge.company.scale)
    return matrix.cells(of: trainee.id).flatMap { cell -> [Answer] in
      let proposals = (knowledge.cells[cell.key]?.proposals ?? []).filter { proposal in
        proposal.seenOn <= matrix.asOf && proposal.role != .student && proposal.sender.map { school.sends(as: $0) } ?? false
      }
      var told: Set<DecisionKey> = []
      return proposals.compactMap { proposal -> Answer? in
        guard let level = proposal.level, let key = proposal.decisionKey, told.insert(key).inserted else { return nil }
        let outcome: Answer.Outcome =
          switch knowledge.verdict(on: key) {
          case .accepted: .taken_over
          case .refused, .dismissed: .not_taken_over
          case nil: (scale.rank(of: level) ?? 0) <= (scale.rank(of: cell.level) ?? 0) ? .reached : .waiting
          }
        return Answer(proposal: proposal, level: level, outcome: outcome, current: cell.level)
      }
    }.sorted { Statement.comesFirst($0.proposal, $1.proposal) }
  }

  private static func conversation(
    with trainee: Trainee, in matrix: CompetencyMatrix, _ dayOf: (BookingNumber) -> CalendarDate?
  ) -> HeldConversation? {
    let (knowledge, asOf) = (matrix.knowledge, matrix.asOf)
    guard let day = knowledge.conversationDays(of: trainee.id, upTo: asOf).last else { return nil }
    guard let own = knowledge.conversations(with: trainee.id).last(where: { $0.heldOn == day }), let version = own.versions.last
    else {
      let form = knowledge.forms(of: trainee.id, upTo: asOf).last {
        $0.arrival.identity.heldOn == day && $0.reading.kind.isConversation
      }
      return HeldConversation(
        heldOn: day, kind: form?.reading.kind ?? .voortgangsgesprek, isRecordedHere: false, seenOn: nil, recorded: nil)
    }
    let seen = knowledge.conversations.events.first { event in
      event.change == .seen(version: version.fact) || event.change == .agreed(version: version.fact)
    }
    let holder = StandingAgreement.Owner.person(own.plan.holder).role(of: trainee) ?? .werkplekbegeleider
    return HeldConversation(
      heldOn: day, kind: FormKind(rawValue: own.plan.kind.rawValue) ?? .voortgangsgesprek, isRecordedHere: true,
      seenOn: seen.flatMap { dayOf($0.id.booking) }, recorded: dayOf(version.fact.booking).map { ($0, holder) })
  }
}

extension SchoolReturn.Agreement {
  fileprivate init(_ standing: StandingAgreement, of trainee: Trainee, in company: Company, words: String) {
    (self.standing, self.words) = (standing, words)
    let colleague = standing.owner.role(of: trainee) == nil ? standing.owner.person(of: trainee) : nil
    let roles = colleague.flatMap { company.people[$0]?.roles.filter(\.observes) } ?? []
    owner = standing.owner.role(of: trainee) ?? roles.min() ?? .werkplekbegeleider
    ownerName = colleague.flatMap { company.people[$0]?.name.full }
  }
}

extension School {
  /// Whether messages with this sender are this school's.
  public func sends(as sender: SenderKey) -> Bool { sender.number.map { answers(to: [$0]) } ?? false }
}

extension Knowledge {
  /// The forms that a school sent about a trainee, of this day or before, by day.
  public func forms(of trainee: TraineeID, from school: School, upTo day: CalendarDate) -> [CountingForm] {
    forms(of: trainee, upTo: day).filter { school.sends(as: $0.arrival.identity.sender) }
  }
}
