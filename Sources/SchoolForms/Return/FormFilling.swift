import CLibXML2
import CompetencyCore

/// Goes through a form as its dialect reads it, and notes what is written where.
struct FormFilling {
  private var reading: DialectReading
  private let anchors: WriteAnchor
  private let answers: FormAnswers
  private let shape: TextShape
  private var sender: SenderKey?
  private var changes: [Int: TextEdit] = [:]
  /// Places that two judgements would write differently; they stay as they are.
  private var contested: Set<Int> = []
  /// The judgements that are written, by where.
  private var written: [Int: (task: TaskCode, answer: FormAnswers.Answer, node: xmlNodePtr)] = [:]
  private(set) var others: Set<ParticipantKey> = []
  private(set) var losses: [Problem] = []

  /// How many judgements are written.
  var count: Int { written.keys.count { !contested.contains($0) } }

  var edits: [TextEdit] { changes.filter { !contested.contains($0.key) }.map(\.value) }

  init(_ reading: DialectReading, _ anchors: WriteAnchor, _ answers: FormAnswers, _ shape: TextShape) {
    (self.reading, self.anchors, self.answers, self.shape) = (reading, anchors, answers, shape)
  }

  mutating func run() throws(Fault) {
    let root = anchors.tree.root.node
    sender = SenderKey(numbers: try reading.senderNumbers(root))
    var own: [(FormRule, xmlNodePtr)] = []
    for rule in anchors.dialect.forms {
      for node in try reading.values.nodes(rule.at, from: root) {
        reading.values.run.setForm(node)
        guard let participant = try reading.participant(rule, node) else { continue }
        if answers.isAbout(participant.key) { own.append((rule, node)) } else { others.insert(participant.key) }
      }
    }
    for (rule, node) in own {
      reading.values.run.setForm(node)
      try fill(rule, node)
    }
    for (start, judgement) in written where contested.contains(start) {
      lose("conflict", judgement.task, judgement.answer, at: judgement.node)
    }
    losses.sort { one, other in
      (one.place?.line ?? 0, one.values["task"] ?? "") < (other.place?.line ?? 0, other.values["task"] ?? "")
    }
  }

  private mutating func fill(_ rule: FormRule, _ form: xmlNodePtr) throws(Fault) {
    let before = count
    for judgement in rule.judgements where judgement.written.contains(.level) {
      for node in try reading.values.nodes(judgement.at, from: form) { try fill(judgement, node) }
    }
    // The form then tells of the day that it shows; one that says already what is known stays of its own day.
    guard rule.writesDay, count > before, let day = rule.day else { return }
    let old = try reading.values.token(day, at: form)?.text ?? ""
    let text = anchors.dialect.days.text(of: answers.day, inPlaceOf: old)
    if let edit = anchors.edit(day, from: form, in: reading.values, to: text) { _ = note(edit) }
  }

  private mutating func fill(_ rule: JudgementRule, _ node: xmlNodePtr) throws(Fault) {
    let words = anchors.dialect.words
    guard let sender, let level = rule.level,
      let task = try reading.values.optional(rule.task, at: node, .task, { TaskCode($0) }),
      let role = try reading.values.optional(rule.role, at: node, .role, { words.role($0) }), role.observes,
      let answer = answers.answer(task, sender),
      let scale = anchors.dialect.scale(try reading.values.token(rule.scale, at: node, most: 64)?.text)
    else { return }
    let old = try reading.values.token(level, at: node, most: 64)
    let mark = old.flatMap { scale.mark(for: $0.text, decimalSign: anchors.dialect.decimalSign) }
    let meaning = { (said: FormEntry.Said) in answers.meaning(said, sender) }
    // A word that means the same stays, also where another word would be written.
    if let mark, scale.said(mark).flatMap(meaning) == answer.judgement { return }
    let place = old?.node ?? node
    guard let word = scale.stated.word(for: answer.judgement, meaning: meaning) else {
      return lose("level", task, answer, at: place)
    }
    guard let edit = anchors.edit(level, from: node, in: reading.values, to: word.text), isWritable(edit) else {
      return lose("place", task, answer, at: place)
    }
    guard note(edit) else { return lose("conflict", task, answer, at: place) }
    written[edit.range.lowerBound] = (task, answer, place)
    try fillBeside(rule, node, task, answer, at: place)
  }

  /// The day and the name beside a level that was written.
  private mutating func fillBeside(
    _ rule: JudgementRule, _ node: xmlNodePtr, _ task: TaskCode, _ answer: FormAnswers.Answer, at place: xmlNodePtr
  ) throws(Fault) {
    if rule.written.contains(.day), let day = rule.day {
      let old = try reading.values.token(day, at: node)?.text ?? ""
      let text = anchors.dialect.days.text(of: answer.seenOn, inPlaceOf: old)
      guard let edit = anchors.edit(day, from: node, in: reading.values, to: text), note(edit) else {
        return lose("place", task, answer, at: place)
      }
    }
    guard rule.written.contains(.by), let by = rule.by, let name = answer.by else { return }
    guard let edit = anchors.edit(by, from: node, in: reading.values, to: name), isWritable(edit) else { return }
    // Two people at a place for one name: it stays as the school wrote it.
    _ = note(edit)
  }

  /// Whether what is written can stand there in the file's encoding.
  private func isWritable(_ edit: TextEdit) -> Bool {
    guard edit.isPlain else { return true }
    let text = String(decoding: edit.markup, as: UTF8.self)
    return text.unicodeScalars.allSatisfy { shape.encoded($0) != nil } && !text.utf8.contains(Sign.greater)
  }

  /// Notes a change; false when something else is written at the same place.
  private mutating func note(_ edit: TextEdit) -> Bool {
    let start = edit.range.lowerBound
    guard let known = changes[start] else {
      changes[start] = edit
      return true
    }
    // Attributes that are added to one element stand after each other.
    if edit.range.isEmpty, known.range.isEmpty, edit.markup != known.markup {
      changes[start] = TextEdit(range: edit.range, markup: known.markup + edit.markup)
      return true
    }
    if edit.range == known.range, edit.markup == known.markup { return true }
    contested.insert(start)
    return false
  }

  private mutating func lose(_ kind: String, _ task: TaskCode, _ answer: FormAnswers.Answer, at node: xmlNodePtr) {
    let to =
      switch answer.judgement {
      case .level(let level): level.text
      case .without(let reason): reason.rawValue
      }
    let values = ["kind": kind, "task": quoted(task.text, most: 40), "to": to]
    losses.append(Problem(.level_not_written, at: anchors.tree.place(of: node, in: reading.file), values: values))
  }
}
