internal import CompetencyCore
internal import CompetencyStore

extension FormDesk {
  /// A form with each of its lines beside what is known now.
  func content(of form: CountingForm, _ trainee: Trainee?) throws -> ReceivedFormContent {
    let (reading, reader) = (form.reading, situation.reader)
    let source = try reader.source(of: reading.id)
    let matrix = CompetencyMatrix(situation.knowledge, asOf: situation.today, trainees: Set(trainee.map { [$0.id] } ?? []))
    let agreed = agreements(of: form, trainee)
    return ReceivedFormContent(
      form: summary(of: form, trainee),
      participant: try reader.texts(beside: reading.id).first { $0.kind == .participant }?.body ?? "", place: source?.form,
      lines: reading.lines.map { line(of: form, $0, trainee, matrix, source?.lines[$0.position] ?? source?.form) },
      questions: questions(of: reading, at: nil).compactMap { $0 }, agreementCount: reading.agreements.count,
      agreements: try agreed.map { agreement in
        let words = try reader.texts(beside: agreement.words.fact).first {
          $0.kind == .agreement && $0.position == agreement.words.position
        }
        return ReceivedFormContent.Agreed(agreement: agreement, words: words?.body ?? "")
      })
  }

  private func line(
    of form: CountingForm, _ line: ReadLine, _ trainee: Trainee?, _ matrix: CompetencyMatrix, _ place: SourcePlace?
  ) -> ReceivedFormContent.Line {
    let task = situation.knowledge.task(of: line, in: form.reading)
    let judgement = situation.knowledge.judgement(of: line, in: form.reading)
    let now = trainee.flatMap { trainee in task.map { matrix.cell(trainee.id, $0).level } }
    var said: LevelID?
    if case .level(let level) = judgement { said = level }
    return ReceivedFormContent.Line(
      task: task.map { situation.company.tasks[$0]?.title ?? $0.text } ?? line.taskWritten.text, now: now, said: said,
      role: line.role, seenOn: line.seenOn, place: place,
      item: trainee.flatMap { key(of: line, in: form.reading, $0) }.map { Inbox.name(line.role.observes ? "d" : "p", $0) },
      standing: standing(of: line, in: form.reading, trainee, judgement, now: now))
  }

  private func standing(
    of line: ReadLine, in reading: FormReading, _ trainee: Trainee?, _ judgement: Judgement?, now: LevelID?
  ) -> ReceivedFormContent.Standing {
    if let question = questions(of: reading, at: line.position).first { return .asked(question) }
    guard let trainee else {
      return questions(of: reading, at: nil).first.map(ReceivedFormContent.Standing.asked) ?? .leftOut
    }
    guard let now, let judgement else { return .leftOut }
    guard let key = key(of: line, in: reading, trainee) else {
      if case .without(let reason) = judgement { return .without(reason) }
      return .leftOut
    }
    if let item = waitingItem(key) {
      return .waits(item, mayAccept: situation.access.role(toward: trainee)?.observes ?? false)
    }
    if let (verdict, name) = decision(on: key) { return .decided(verdict, by: name) }
    let scale = situation.company.scale
    let (said, known) = (scale.rank(of: key.level) ?? 0, scale.rank(of: now) ?? 0)
    return said == known ? .equal : said < known ? .lower : .higher
  }

  /// What was decided last on a line with this content, and by whom.
  private func decision(on key: DecisionKey) -> (Decision.Verdict, String)? {
    let knowledge = situation.knowledge
    let last = situation.ledger.decisions.last { $0.key == key && knowledge.live.contains($0.id.booking) }
    guard let last else { return nil }
    let by = situation.ledger.bookings.first { $0.number == last.id.booking }?.by
    return (last.verdict, by.map { situation.company.name(of: $0)?.full ?? $0.text } ?? "")
  }
}
