public import CompetencyCore

extension TraineeReport {
  /// The report of a trainee; nil for one who is not known.
  ///
  /// - Parameters:
  ///   - agreementTexts: the words of agreements that the reader may see.
  ///   - forecast: when the trainee will arrive; nil when that is not told.
  ///   - history: what changed of the training as a whole.
  public init?(
    of id: TraineeID, in matrix: CompetencyMatrix, agreementTexts: [StandingAgreement: String] = [:], forecast: Forecast? = nil,
    history: TrainingHistory = .none
  ) {
    let (knowledge, company) = (matrix.knowledge, matrix.knowledge.company)
    guard let trainee = company.trainees[id] else { return nil }
    let (scale, asOf) = (company.scale, matrix.asOf)
    let route = matrix.route(of: trainee)
    let reader = ItemReader(company: company, cells: Self.ordered(matrix.cells(of: id), route))
    // On the day of a conversation itself, what is new is new since the one before it.
    let last = knowledge.conversationDays(of: id, upTo: asOf).last { $0 < asOf }
    let agreements = knowledge.agreements(of: id, asOf: asOf)

    (self.trainee, self.company, self.asOf, self.route) = (trainee, company, asOf, route)
    (self.forecast, self.history) = (forecast, history)
    groups = Self.groups(of: route, in: matrix, trainee)
    (lastConversation, nextConversation) = (last, knowledge.nextConversation(of: id, asOf: asOf))
    newlyMastered = reader.items { $0.beheerstOn }.filter { $0.day.map { $0 > last ?? .first } ?? false }
      .sorted { ($1.day ?? .first) < ($0.day ?? .first) }
    inProgress = reader.items(where: { cell in
      scale.rank(of: cell.level).map { (scale.taughtRank..<scale.masteredRank).contains($0) } ?? false
    }) { $0.aangeleerdOn ?? $0.lastSeenOn }
    stale = reader.items(where: \.isStale) { $0.lastSeenOn }
    behind = (route?.stops ?? []).filter { $0.position == .behind }.sorted { ($0.planned.week ?? 0) < ($1.planned.week ?? 0) }
      .map { stop in
        Item(
          task: stop.planned.task, title: company.tasks[stop.planned.task]?.title ?? "",
          day: stop.planned.week.map(trainee.end(ofWeek:)), seen: nil)
      }
    openProposals = reader.cells.reduce(0) { $0 + $1.proposals.count }
    openDisagreements = reader.cells.reduce(0) { $0 + $1.disagreements.count }
    openAgreements = agreements.filter(\.isOpen).map {
      OpenAgreement(text: agreementTexts[$0], owner: $0.owner, dueOn: $0.dueOn, isOverdue: $0.isOverdue(on: asOf))
    }.sorted { ($0.dueOn ?? .last) < ($1.dueOn ?? .last) }
    doneAgreements = agreements.count { if case .done = $0.status { true } else { false } }
    droppedAgreements = agreements.count { !$0.isOpen } - doneAgreements
    masteredDays = route?.masteredDays ?? []
  }

  /// The cells in the order of the profile, then those beside it.
  private static func ordered(_ cells: ArraySlice<MatrixCell>, _ route: Route?) -> [MatrixCell] {
    let order = Dictionary(
      (route?.stops ?? []).enumerated().map { ($1.planned.task, $0) }, uniquingKeysWith: { first, _ in first })
    return cells.enumerated().sorted { one, other in
      (order[one.element.key.task] ?? .max, one.offset) < (order[other.element.key.task] ?? .max, other.offset)
    }.map(\.element)
  }

  private static func groups(of route: Route?, in matrix: CompetencyMatrix, _ trainee: Trainee) -> [GroupCount] {
    let (company, scale) = (matrix.knowledge.company, matrix.knowledge.company.scale)
    var groups: [GroupCount] = []
    for stop in route?.stops ?? [] {
      let title = company.tasks[stop.planned.task]?.group ?? ""
      let place = groups.firstIndex { sameBytes($0.title, title) } ?? groups.endIndex
      if place == groups.endIndex { groups.append(GroupCount(title: title)) }
      let rank = scale.rank(of: stop.level) ?? 0
      if rank >= scale.masteredRank {
        groups[place].mastered += 1
      } else if rank >= scale.taughtRank {
        groups[place].taught += 1
      } else if rank == 0, matrix[trainee.id, stop.planned.task]?.without != nil {
        groups[place].without += 1
      } else {
        groups[place].notYet += 1
      }
      if stop.isReached { groups[place].reached += 1 }
      if stop.position == .behind { groups[place].behind += 1 }
      if !stop.isReached, !stop.isDue, let day = stop.planned.week.map(trainee.end(ofWeek:)) {
        groups[place].nextDay = min(groups[place].nextDay ?? day, day)
      }
    }
    return groups
  }
}

/// Makes items of cells.
private struct ItemReader {
  let company: Company
  let cells: [MatrixCell]

  func items(where fits: (MatrixCell) -> Bool = { _ in true }, day: (MatrixCell) -> CalendarDate?) -> [TraineeReport.Item] {
    cells.filter(fits).map { cell in
      TraineeReport.Item(
        task: cell.key.task, title: company.tasks[cell.key.task]?.title ?? "", day: day(cell), seen: cell.named)
    }
  }
}
