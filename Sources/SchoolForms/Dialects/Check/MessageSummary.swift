import CompetencyCore

/// What a message says, line by line, in the words of the forms themselves: the expected result beside a sample form.
enum MessageSummary {
  /// One line a statement; the same message gives the same text on every machine.
  static func text(of message: SchoolMessage, warnings: [Problem]) -> String {
    var lines = [
      "bericht \(message.key.id.text) van \(message.key.sender.text)"
        + (message.senderName.isEmpty ? "" : " (\(message.senderName))") + ", gemaakt \(written(message.createdAt))"
        + (message.replaces.map { ", vervangt \($0.text)" } ?? "")
    ]
    for form in message.forms { lines += self.lines(of: form) }
    for warning in warnings where warning.code == .level_not_convertible {
      let values = warning.values
      lines.append("niet omgezet: \(values["count"] ?? "") keer \(values["words"] ?? ""), want: \(values["reason"] ?? "")")
    }
    return lines.map { quoted($0, most: 400) + "\n" }.joined()
  }

  private static func lines(of form: SchoolForm) -> [String] {
    let numbers = form.participant.numbers.map { "\($0.kind.rawValue) \($0.value)" }
    var head = ["formulier \(form.id.text)", "versie \(form.version)", "\(form.kind.rawValue) op \(form.heldOn.iso)"]
    head += numbers + (form.participant.displayName.isEmpty ? [] : [form.participant.displayName])
    if let minutes = form.minutes { head.append("\(minutes) minuten") }
    if let next = form.nextConversation { head.append("volgend gesprek \(next.iso)") }
    return [head.joined(separator: ", ")] + form.entries.map(line) + form.topics.map(line) + form.agreements.map(line)
      + form.assessments.map(line)
  }

  private static func line(of entry: FormEntry) -> String {
    let name = entry.taskName.isEmpty ? "" : " \(entry.taskName)"
    let by = entry.byName.isEmpty ? "" : " \(entry.byName)"
    let note = entry.note.isEmpty ? "" : ": \(collapsed(entry.note))"
    let line = entry.place.line.map { "  regel \($0)  " } ?? "  "
    return line + "\(entry.task.text)\(name) = \(said(entry.said)), \(entry.role.rawValue)\(by), \(entry.seenOn.iso)\(note)"
  }

  private static func said(_ said: FormEntry.Said) -> String {
    switch said {
    case .without(let reason): reason.rawValue
    case .level(let level, .term(let term)): "\(level.text) \(term.text)"
    case .level(let level, .ours(let ours)): "\(level.text) \(ours.text)"
    case .level(let level, .unsaid): "\(level.text) (vraag)"
    }
  }

  private static func line(of topic: FormTopic) -> String {
    "  \(topic.code)\(topic.contributedBy.map { " van \($0.rawValue)" } ?? ""): \(collapsed(topic.text))"
  }

  private static func line(of agreement: FormAgreement) -> String {
    let statement = agreement.statement
    let due = statement.dueOn.map { ", voor \($0.iso)" } ?? ""
    let task = statement.task.isEmpty ? "" : ", \(statement.task)"
    let owner = statement.owner.rawValue + (agreement.ownerName.isEmpty ? "" : " \(agreement.ownerName)")
    return "  afspraak \(statement.id), \(owner)\(due), \(statement.status.rawValue)\(task): \(collapsed(agreement.text))"
  }

  private static func line(of assessment: FormAssessment) -> String {
    let part = assessment.part.isEmpty ? "" : " \(assessment.part)"
    let scale = assessment.scale.isEmpty ? "" : " (\(assessment.scale))"
    return "  beoordeling\(part) = \(assessment.value)\(scale), \(assessment.role.rawValue), \(assessment.day.iso)"
  }

  private static func written(_ moment: Instant) -> String {
    let seconds = Int((moment.milliseconds - (moment.milliseconds % 1000 + 1000) % 1000) / 1000)
    let ofDay = (seconds % 86_400 + 86_400) % 86_400
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let time = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map(two).joined(separator: ":")
    return CalendarDate(dayNumber: (seconds - ofDay) / 86_400).iso + "T" + time + "Z"
  }
}
