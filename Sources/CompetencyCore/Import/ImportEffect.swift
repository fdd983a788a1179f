/// What an import does to the matrix: the facts it adds, the cells it moves, the questions it raises.
struct ImportEffect {
  private(set) var counts = ImportPlan.Counts()
  private(set) var lines: [PlannedLine] = []
  private(set) var problems: [Problem] = []
  /// Whether a person is needed for something that these messages brought.
  private(set) var needsPerson = false

  init(before: Knowledge, after: Knowledge, draft: ImportDraft, today: CalendarDate) {
    let affected = Self.affectedTrainees(before, after)
    let old = CompetencyMatrix(before, asOf: today, trainees: affected)
    let new = CompetencyMatrix(after, asOf: today, trainees: affected)
    let counting = Set(after.forms.map(\.reading.id))
    for item in draft.readings {
      let facts = after.factCount(of: item.reading)
      if counting.contains(item.reading.id) {
        counts.observations += facts.observations
        counts.proposals += facts.proposals
        counts.agreements += facts.agreements
      } else {
        counts.replaced += facts.total
      }
      addLines(of: item, counts: counting.contains(item.reading.id), after: after, old: old, new: new)
    }
    for reading in draft.ledger.readings where draft.known.contains(reading.id) {
      counts.alreadyKnown += after.factCount(of: reading).total
    }
    counts.disagreements = Self.disagreements(in: new) - Self.disagreements(in: old)
    counts.questions = after.questions.count - before.questions.count
    addProblems(after: after, draft: draft)
    let isNewDisagreement = !Self.disagreementKeys(in: new).isSubset(of: Self.disagreementKeys(in: old))
    needsPerson = isNewDisagreement || !problems.isEmpty
  }

  /// The trainees whose forms that count are others than before.
  private static func affectedTrainees(_ before: Knowledge, _ after: Knowledge) -> Set<TraineeID> {
    struct Share: Hashable {
      let reading: ReadingID
      let trainee: TraineeID
    }
    let old = Set(before.attributedForms.map { Share(reading: $0.form.reading.id, trainee: $0.trainee) })
    let new = Set(after.attributedForms.map { Share(reading: $0.form.reading.id, trainee: $0.trainee) })
    return Set(old.symmetricDifference(new).map(\.trainee))
  }

  private static func disagreementKeys(in matrix: CompetencyMatrix) -> Set<DecisionKey> {
    Set(matrix.cells.flatMap(\.disagreements).compactMap(\.decisionKey))
  }

  private static func disagreements(in matrix: CompetencyMatrix) -> Int {
    matrix.cells.reduce(0) { $0 + $1.disagreements.count }
  }

  private mutating func addLines(
    of item: ImportPlan.NewReading, counts: Bool, after: Knowledge, old: CompetencyMatrix, new: CompetencyMatrix
  ) {
    let trainee = after.trainee(of: item.reading)
    for (line, entry) in zip(item.reading.lines, item.form.entries) {
      let task = after.task(of: line, in: item.reading)
      let says = after.judgement(of: line, in: item.reading)
      let isKnown = trainee != nil && task != nil && says != nil
      let cell = trainee.flatMap { trainee in task.map { CellKey(trainee: trainee, task: $0) } }
      lines.append(
        PlannedLine(
          place: entry.place, trainee: trainee, displayName: item.form.participant.displayName, taskWritten: entry.task,
          task: task,
          before: cell.map { old[$0.trainee, $0.task]?.level ?? .nogNiet },
          after: cell.map { new[$0.trainee, $0.task]?.level ?? .nogNiet }, says: says, role: entry.role,
          fate: !counts ? .replaced : !isKnown ? .parked : entry.role.observes ? .observation : .proposal))
    }
  }

  /// Every question that a new form asks, also one that an earlier form asked already: its lines wait too.
  private mutating func addProblems(after: Knowledge, draft: ImportDraft) {
    let newReadings = Dictionary(draft.readings.map { ($0.reading.id, $0) }, uniquingKeysWith: { first, _ in first })
    let messages = Dictionary(
      draft.messages.flatMap { message in message.forms.map { ($0.reading, message.message) } },
      uniquingKeysWith: { first, _ in first })
    for question in after.questions {
      guard let asker = question.askers.first(where: { newReadings[$0.reading] != nil }),
        let item = newReadings[asker.reading], let message = messages[asker.reading]
      else { continue }
      let entry = asker.position.map { item.form.entries[$0 - 1] }
      let school = after.company.school(withNumbers: message.senderNumbers)?.name ?? message.senderName
      var values = ["school": school, "count": String(question.askers.count), "who": item.form.participant.displayName]
      let code: ProblemCode
      switch question.key.subject {
      case .task: (code, values["task"]) = (.unknown_task, question.key.written)
      case .level: (code, values["level"]) = (.unknown_level, question.key.written)
      case .formReused: (code, values["form"]) = (.form_reused, question.key.written)
      case .trainee:
        values["number"] = item.form.participant.numbers.first?.value ?? ""
        if case .nameDiffers(let trainee) = draft.match(of: item.form.participant, in: message) {
          (code, values["known"]) = (.name_differs, trainee.name.full)
        } else {
          code = .unknown_trainee
        }
      }
      problems.append(Problem(code, at: entry?.place ?? item.form.place, values: values))
    }
  }
}
