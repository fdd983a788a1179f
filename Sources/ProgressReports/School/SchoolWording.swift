import CompetencyCore
import Wording

/// The sentences and short texts of a return, the same on paper and in a terminal; to a school we say u.
struct SchoolWording: Sendable {
  let report: SchoolReport
  let texts: Texts
  private let signs: CellSigns

  init(_ report: SchoolReport, _ texts: Texts) {
    (self.report, self.texts) = (report, texts)
    signs = CellSigns(scale: report.company.scale, texts: texts)
  }

  var title: String { texts.say("return.title", ["school": report.school.name]) }

  /// By which name and numbers the school knows us.
  var company: String {
    let numbers = report.sender.numbers.map { texts.say("return.number." + $0.kind.rawValue, ["number": $0.value]) }
    return ([report.sender.name] + numbers).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func student(_ content: SchoolReturn) -> String {
    texts.say("return.student_line", ["who": content.trainee.name.full, "number": content.trainee.studentNumber])
  }

  /// The heading over the differences, with the day since which they are told.
  func difference(_ content: SchoolReturn) -> String {
    content.since.map { texts.say("return.difference_since", ["date": texts.date($0)]) } ?? texts.say("return.difference")
  }

  /// What people call a task, with the code that the school knows it by.
  func task(_ row: SchoolReturn.Row) -> String { task(row.schoolCode ?? row.task, title: row.title) }

  private func task(_ code: TaskCode, title: String) -> String {
    title.isEmpty ? code.text : texts.say("return.task_line", ["task": title, "code": code.text])
  }

  /// The level, and why there is none.
  func level(_ row: SchoolReturn.Row) -> String {
    let level = row.cell.level != .nogNiet || row.cell.without == nil ? texts.level(row.cell.level) : nil
    return [level, row.cell.without.map(texts.absence)].compactMap { $0 }.joined(separator: ", ")
  }

  func glyph(_ row: SchoolReturn.Row) -> String {
    row.cell.level != .nogNiet || row.cell.without == nil ? signs.glyph(of: row.cell.level) : ""
  }

  func established(_ row: SchoolReturn.Row) -> String { row.establishedOn.map(texts.date) ?? "" }

  func before(_ row: SchoolReturn.Row) -> String {
    row.before.map { texts.say("return.was", ["level": signs.glyph(of: $0)]) } ?? ""
  }

  /// Each of our levels in the school's own words; nil when its scale is not known.
  var schoolWords: String? {
    guard !report.schoolWords.isEmpty else { return nil }
    let items = report.schoolWords.map { word in
      word.words.isEmpty
        ? texts.say("return.school_word.none", ["level": texts.level(word.level)])
        : texts.say("return.school_word", ["level": texts.level(word.level), "words": word.words.joined(separator: " / ")])
    }
    return texts.say("return.school_words", ["list": items.joined(separator: TextLines.between)])
  }

  func answers(_ content: SchoolReturn) -> [String] {
    let titles = Dictionary(content.rows.map { ($0.task, task($0)) }, uniquingKeysWith: { first, _ in first })
    return content.answers.map { answer in
      let code = answer.proposal.cell.task
      return texts.say(
        "return.answer." + answer.outcome.rawValue,
        [
          "task": titles[code] ?? task(code, title: report.company.tasks[code]?.title ?? ""), "level": texts.level(answer.level),
          "date": texts.date(answer.proposal.seenOn),
          "current": signs.glyph(of: answer.current) + " " + texts.level(answer.current),
        ])
    }
  }

  func agreement(_ agreement: SchoolReturn.Agreement) -> [String] {
    let standing = agreement.standing
    let status: String =
      switch standing.status {
      case .open: texts.say("return.agreement.open")
      case .done: texts.say("return.agreement.done")
      case .dropped: texts.say("return.agreement.dropped")
      case .reworded(let successor, _): texts.say("return.agreement.reworded", ["agreement": successor.description])
      }
    let owner = agreement.ownerName ?? texts.role(agreement.owner)
    return [standing.id.description, agreement.words, owner, standing.dueOn.map(texts.date) ?? "", status]
  }

  func conversation(_ content: SchoolReturn) -> String {
    content.conversation.map { texts.say("return.conversation_held", ["date": texts.date($0.heldOn)]) }
      ?? texts.say("return.conversation_none")
  }

  /// Who saw what was written down of the conversation; nil when that is not here to be seen.
  func seen(_ content: SchoolReturn) -> String? {
    guard let held = content.conversation, held.isRecordedHere else { return nil }
    let trainee = content.trainee.name.full
    let student =
      held.seenOn.map { texts.say("return.seen_by", ["who": trainee, "date": texts.date($0)]) }
      ?? texts.say("return.not_seen", ["who": trainee])
    let other = held.recorded.map { texts.say("return.seen_by", ["who": texts.role($0.by), "date": texts.date($0.on)]) }
    return [student, other].compactMap { $0 }.joined(separator: TextLines.between)
  }

  /// Which message it is, and which it answers.
  var message: String {
    report.answered.map { texts.say("return.message_answers", ["message": report.message, "answered": $0]) }
      ?? texts.say("return.message", ["message": report.message])
  }
}
