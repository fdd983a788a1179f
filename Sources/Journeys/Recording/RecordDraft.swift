internal import CompetencyCore

extension RecordJourney {
  /// The facts that the assignments come to, before they are written.
  struct Draft {
    let booking: Booking
    private(set) var records: [HandRecord] = []
    private(set) var withdrawals: [Withdrawal] = []
    private var kinds: [(WorkTask, Change.Kind, Judgement)] = []
    private var conflicts: [Conflict] = []
    private let situation: Situation
    private let speaker: Speaker

    /// Who says it of whom, of which day, and why something goes down.
    private struct Speaker {
      let trainee: Trainee
      let actor: PersonID
      let role: Role
      let day: CalendarDate
      let reason: String
      /// The command that says the same again, with a reason.
      let command: String
    }

    var isEmpty: Bool { records.isEmpty && withdrawals.isEmpty }

    init(
      _ context: JourneyContext, _ situation: Situation, _ who: String, _ assignments: [Assignment], _ day: CalendarDate?,
      _ reason: String
    ) throws(Refusal) {
      let company = situation.company
      let id = try PersonFinder(company).trainee(who, visible: situation.access.visibleTrainees)
      guard let trainee = company.trainees[id], let actor = situation.actor.id, let role = situation.access.role(toward: trainee)
      else {
        throw Refusal(.notFound, .person_not_found, values: ["who": who])
      }
      let day = day ?? situation.today
      guard day <= situation.today else { throw Refusal(.usage, .date_in_future, values: ["date": day.iso]) }
      booking = context.booking(.set, after: situation)
      let words = assignments.map { "\($0.task)=\($0.word)" }.joined(separator: " ")
      let seen = day == situation.today ? "" : " --on \(day.iso)"
      self.situation = situation
      speaker = Speaker(
        trainee: trainee, actor: actor, role: role, day: day, reason: reason,
        command: "vakmatrix matrix set \(id) \(words) --by \(actor)\(seen) --reason \"…\"")
      try take(assignments)
    }

    /// Takes each assignment, or refuses all of them with everything that is wrong.
    private mutating func take(_ assignments: [Assignment]) throws(Refusal) {
      let id = speaker.trainee.id
      let matrix = CompetencyMatrix(situation.knowledge, asOf: speaker.day, trainees: [id])
      // Whoever looked saw the cell of today, also when what is said of it was seen on an earlier day.
      let today = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: [id])
      var problems: [Problem] = []
      for (index, assignment) in assignments.enumerated() {
        guard !assignments[..<index].contains(where: { $0.task == assignment.task }) else {
          problems.append(Problem(.task_twice, values: ["task": assignment.task.text]))
          continue
        }
        guard let task = situation.company.tasks[assignment.task] else {
          problems.append(Problem(.task_not_found, values: ["task": assignment.task.text]))
          continue
        }
        let scale = situation.company.scale
        guard let judgement = Judgement(word: assignment.word, scale: scale) else {
          let words = scale.levels.map(\.id.text) + ["kan_hier_niet", "niet_van_toepassing"]
          problems.append(Problem(.level_not_found, values: ["level": assignment.word, "list": words.joined(separator: ", ")]))
          continue
        }
        let now = today.cell(id, task.code)
        if let shown = assignment.shown, !sameBytes(shown, now.word), !sameBytes(assignment.word, now.word) {
          conflicts.append(Conflict(task: task, now: now, said: judgement, since: situation.origin(of: now)))
          continue
        }
        let fact = FactID(booking: booking.number, ordinal: index + 1)
        if let problem = say(judgement, of: task, at: matrix.cell(id, task.code).level, as: fact, typed: assignment.word) {
          problems.append(problem)
        }
      }
      if !problems.isEmpty {
        let isMissing = problems.allSatisfy { $0.code == .task_not_found }
        throw Refusal(isMissing ? .notFound : .usage, problems)
      }
    }

    /// Says something of a task: lower than it is takes the level back, which needs a reason; all else is recorded.
    private mutating func say(
      _ judgement: Judgement, of task: WorkTask, at level: LevelID, as fact: FactID, typed word: String
    ) -> Problem? {
      let (scale, trainee) = (situation.company.scale, speaker.trainee.id)
      if speaker.role.observes, let said = judgement.rank(in: scale), said < scale.rank(of: level) ?? 0 {
        guard !speaker.reason.isEmpty else {
          let values = ["task": task.code.text, "from": level.text, "to": word, "command": speaker.command]
          return Problem(.reason_needed, values: values)
        }
        if case .level(let to) = judgement {
          withdrawals.append(
            Withdrawal(id: fact, trainee: trainee, task: task.code, to: to, on: speaker.day, by: speaker.actor))
          kinds.append((task, .withdrawal, judgement))
        }
        return nil
      }
      let record = HandRecord(
        id: fact, trainee: trainee, task: task.code, judgement: judgement, seenOn: speaker.day, seenBy: speaker.actor,
        role: speaker.role, source: .hand)
      if situation.isRecorded(record) {
        kinds.append((task, .unchanged, judgement))
      } else {
        records.append(record)
        kinds.append((task, speaker.role.observes ? .observation : .proposal, judgement))
      }
      return nil
    }

    func outcome(booked: BookingNumber?) -> Outcome {
      let trainee = speaker.trainee
      var ledger = situation.ledger
      let frame = isEmpty ? situation.frame : Knowledge.Frame(situation.frame, and: [booking])
      ledger.records += records
      ledger.withdrawals += withdrawals
      let before = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: [trainee.id])
      let after = CompetencyMatrix(Knowledge(ledger, within: frame), asOf: situation.today, trainees: [trainee.id])
      let changes = kinds.map { task, kind, judgement in
        Change(
          task: task, before: before.cell(trainee.id, task.code), after: after.cell(trainee.id, task.code), kind: kind,
          judgement: judgement, scale: situation.company.scale)
      }
      return Outcome(
        booking: booked, trainee: trainee, actorName: situation.actor.name, seenOn: speaker.day, changes: changes,
        conflicts: conflicts)
    }
  }
}
