internal import CompetencyCore
internal import CompetencyStore

/// Works out what an import does, from the facts as they stand in its transaction before and after its booking.
struct ImportEffect {
  let intake: ImportIntake
  let situation: Situation
  let reader: StoreReader

  /// How many participants are looked at together: enough to share the work, few enough to take little memory.
  private static let familySize = 64

  /// The plan that this import is.
  func plan() throws -> ImportPlan {
    let work = SideWork(on: ImportTally(booking: intake.booking.number, today: situation.today))
    let (known, forms) = (intake.known, intake.forms)
    let touched = try eachFamily(of: intake.subjects.sorted()) { family in
      work.give { tally in
        tally.add(before: family.before, after: family.after, readings: family.ledger.readings, known: known, forms: forms)
      }
    }
    // A question that somebody else's form asks too is not new.
    if work.finish().hasQuestions {
      let others = try reader.waitingSubjects().filter { !touched.contains($0) }
      _ = try eachFamily(of: others, leavingOut: touched) { family in
        work.give { tally in tally.addQuestions(before: family.before, after: family.after) }
      }
    }
    let tally = work.finish()
    let questions = try tally.newQuestions.compactMap(problem)
    let needsPerson = tally.hasNewDisagreement || !questions.isEmpty || intake.problems.contains { $0.code == .form_dropped }
    return ImportPlan(
      booking: intake.isBooked ? intake.booking.number : nil, formCount: intake.formCount, counts: tally.allCounts,
      lines: tally.plannedLines, problems: intake.problems + questions, needsPerson: needsPerson)
  }

  /// The facts of participants who hang together, to be folded as they were known before the import and with it.
  private struct Family: Sendable {
    let ledger: Ledger
    let earlier: Ledger
    let frames: (before: Knowledge.Frame, after: Knowledge.Frame)

    var before: Knowledge { Knowledge(earlier, within: frames.before) }
    var after: Knowledge { Knowledge(ledger, within: frames.after) }
  }

  /// Goes through participants with everybody who hangs together with them; gives who was gone through.
  private func eachFamily(
    of subjects: [FormSubject], leavingOut done: Set<FormSubject> = [], _ body: (Family) -> Void
  ) throws -> Set<FormSubject> {
    let before = situation.frame
    let after = intake.isBooked ? Knowledge.Frame(before, and: [intake.booking]) : before
    let corrections = try reader.corrections()
    let named = situation.ledger.namedSubjects
    let ties = Dictionary(grouping: intake.tied.flatMap { [$0, ($0.1, $0.0)] }, by: \.0).mapValues { $0.map(\.1) }
    var passed = done
    var coming = subjects[...]
    while !coming.isEmpty {
      var group: Set<FormSubject> = []
      while group.count < Self.familySize, let subject = coming.popFirst() {
        if !passed.contains(subject) { group.insert(subject) }
      }
      let family = try family(of: group, ties: ties, named: named)
      let isNew = !family.subjects.isSubset(of: passed)
      passed.formUnion(family.subjects)
      guard isNew else { continue }
      var ledger = Ledger()
      ledger.messages = corrections
      try reader.add(family, to: &ledger, withConversations: false)
      // Whoever is new has no past to be folded.
      let isNewcomer = ledger.records.isEmpty && ledger.forms.allSatisfy { $0.booking == intake.booking.number }
      body(Family(ledger: ledger, earlier: isNewcomer ? Ledger() : ledger, frames: (before, after)))
    }
    return passed
  }

  /// Everybody who hangs together with these, also by a form's id that was used twice.
  private func family(
    of group: Set<FormSubject>, ties: [FormSubject: [FormSubject]], named: [(subject: FormSubject, trainee: TraineeID)]
  ) throws -> FormFamily {
    var group = group
    while true {
      let family = try reader.family(of: group, [], named: named)
      group = family.subjects.union(family.subjects.flatMap { ties[$0] ?? [] })
      if group == family.subjects { return family }
    }
  }

  /// A question as a problem, at the place of the first line that asks it.
  private func problem(_ question: ImportTally.NewQuestion) throws -> Problem? {
    guard let source = try reader.source(of: question.asker.reading) else { return nil }
    let place = question.asker.position.flatMap { source.lines[$0] } ?? source.form
    let who = try reader.texts(beside: question.asker.reading).first { $0.kind == .participant }?.body ?? ""
    let key = question.key
    var values = ["school": intake.senderNames[key.sender] ?? "", "count": String(question.count), "who": who]
    let code: ProblemCode
    switch key.subject {
    case .task: (code, values["task"]) = (.unknown_task, key.written)
    case .level: (code, values["level"]) = (.unknown_level, key.written)
    case .formReused: (code, values["form"]) = (.form_reused, key.written)
    case .trainee:
      let unknown = intake.unknown[FormSubject(sender: key.sender, participant: ParticipantKey(key.written))]
      values["number"] = unknown?.number ?? ""
      values["known"] = unknown?.known?.name.full
      code = unknown?.known == nil ? .unknown_trainee : .name_differs
    }
    return Problem(code, at: place, values: values)
  }
}
