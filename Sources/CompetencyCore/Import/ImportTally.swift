/// What an import does to the matrix: the facts it adds, the cells it moves, the questions it raises.
///
/// It is added up family by family, a family being trainees whose forms hang together, so that an import of any size is
/// worked out a little at a time.
public struct ImportTally: Sendable {
  /// The numbers of the import.
  public private(set) var counts = ImportPlan.Counts()
  /// Whether a disagreement is open that was not before.
  public private(set) var hasNewDisagreement = false
  private var lines: [(reading: ReadingID, line: PlannedLine)] = []
  private var asked: [QuestionKey: Asked] = [:]
  private let booking: BookingNumber
  private let today: CalendarDate

  /// Who asks a question that a new form asks.
  public struct NewQuestion: Sendable {
    /// What is asked.
    public let key: QuestionKey
    /// The first line or form of the import that asks it.
    public let asker: OpenQuestion.Asker
    /// How many lines and forms ask it in all.
    public let count: Int
  }

  private struct Asked {
    var before = 0
    var after = 0
    var first: OpenQuestion.Asker?
  }

  /// An import that adds nothing yet; `today` is the day of the cells.
  public init(booking: BookingNumber, today: CalendarDate) { (self.booking, self.today) = (booking, today) }

  /// Adds what the import does to one family.
  ///
  /// - Parameters:
  ///   - before: what was known of the family before the import.
  ///   - after: what is known with it.
  ///   - readings: what was read of the family's forms, now and before.
  ///   - known: the readings that forms of the import share with earlier ones.
  ///   - forms: the new forms by their readings, for who wants to see each line; empty for who does not.
  public mutating func add(
    before: Knowledge, after: Knowledge, readings: [FormReading], known: Set<ReadingID>, forms: [ReadingID: SchoolForm] = [:]
  ) {
    let affected = Self.affectedTrainees(before, after)
    if !forms.isEmpty { addLines(of: readings, forms, before: before, after: after, affected: affected) }
    let counting = Set(after.forms.map(\.reading.id))
    for reading in readings {
      let isNew = reading.id.booking == booking
      guard isNew || known.contains(reading.id) else { continue }
      let facts = after.factCount(of: reading)
      if !isNew {
        counts.alreadyKnown += facts.total
      } else if counting.contains(reading.id) {
        counts.observations += facts.observations
        counts.proposals += facts.proposals
        counts.agreements += facts.agreements
      } else {
        counts.replaced += facts.total
      }
    }
    let oldKeys = disagreementKeys(in: before, of: affected)
    let newKeys = disagreementKeys(in: after, of: affected)
    counts.disagreements += newKeys.count - oldKeys.count
    hasNewDisagreement = hasNewDisagreement || !Set(newKeys).isSubset(of: oldKeys)
    addQuestions(before: before, after: after)
  }

  /// Adds what a family asks that the import does not touch, or that it touches.
  public mutating func addQuestions(before: Knowledge, after: Knowledge) {
    for question in before.questions { asked[question.key, default: Asked()].before += question.askers.count }
    for question in after.questions {
      var entry = asked[question.key] ?? Asked()
      entry.after += question.askers.count
      let first = question.askers.filter { $0.reading.booking == booking }
        .min { ($0.reading, $0.position ?? 0) < ($1.reading, $1.position ?? 0) }
      if let first, entry.first.map({ first.reading < $0.reading }) ?? true { entry.first = first }
      asked[question.key] = entry
    }
  }

  /// Whether anything is asked by what was added so far.
  public var hasQuestions: Bool { !asked.isEmpty }

  /// Every question that a new form asks, also one that an earlier form asked already: its lines wait too.
  public var newQuestions: [NewQuestion] {
    asked.compactMap { key, asked in asked.first.map { NewQuestion(key: key, asker: $0, count: asked.after) } }
      .sorted { $0.key < $1.key }
  }

  /// The numbers with the questions in them: open after less open before.
  public var allCounts: ImportPlan.Counts {
    var counts = counts
    counts.questions = asked.values.count { $0.after > 0 } - asked.values.count { $0.before > 0 }
    return counts
  }

  /// What each line does, in the order of the files.
  public var plannedLines: [PlannedLine] {
    lines.enumerated().sorted { ($0.element.reading, $0.offset) < ($1.element.reading, $1.offset) }.map(\.element.line)
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

  private func disagreementKeys(in knowledge: Knowledge, of trainees: Set<TraineeID>) -> [DecisionKey] {
    knowledge.cells.flatMap { key, facts -> [DecisionKey] in
      // One observation agrees with itself.
      guard facts.observations.count > 1, trainees.contains(key.trainee) else { return [] }
      return MatrixCell(key: key, inProfile: false, facts: facts, knowledge: knowledge, asOf: today)
        .disagreements.compactMap(\.decisionKey)
    }
  }

  private mutating func addLines(
    of readings: [FormReading], _ forms: [ReadingID: SchoolForm], before: Knowledge, after: Knowledge,
    affected: Set<TraineeID>
  ) {
    let old = CompetencyMatrix(before, asOf: today, trainees: affected)
    let new = CompetencyMatrix(after, asOf: today, trainees: affected)
    let counting = Set(after.forms.map(\.reading.id))
    for reading in readings where reading.id.booking == booking {
      guard let form = forms[reading.id] else { continue }
      addLines(of: reading, form, counts: counting.contains(reading.id), after: after, old: old, new: new)
    }
  }

  private mutating func addLines(
    of reading: FormReading, _ form: SchoolForm, counts: Bool, after: Knowledge, old: CompetencyMatrix, new: CompetencyMatrix
  ) {
    let trainee = after.trainee(of: reading)
    for (line, entry) in zip(reading.lines, form.entries) {
      let task = after.task(of: line, in: reading)
      let says = after.judgement(of: line, in: reading)
      let isKnown = trainee != nil && task != nil && says != nil
      let cell = trainee.flatMap { trainee in task.map { CellKey(trainee: trainee, task: $0) } }
      lines.append(
        (
          reading.id,
          PlannedLine(
            place: entry.place, trainee: trainee, displayName: form.participant.displayName, taskWritten: entry.task,
            task: task,
            before: cell.map { old[$0.trainee, $0.task]?.level ?? .nogNiet },
            after: cell.map { new[$0.trainee, $0.task]?.level ?? .nogNiet }, says: says, role: entry.role,
            fate: !counts ? .replaced : !isKnown ? .parked : entry.role.observes ? .observation : .proposal)
        ))
    }
  }
}
