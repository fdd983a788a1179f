/// Writes the file that a person fills in: keys and headings without values, and what to do as comments.
struct RecordBlank {
  private let sheet: RecordSheet
  private var file = CommentedFile()

  init(_ sheet: RecordSheet) {
    self.sheet = sheet
    head()
    open(.earlierAgreements, .earlier_agreements, sheet.agreements)
    topics()
    for heading in RecordHeading.afterTopics { part(heading) }
  }

  var bytes: [UInt8] { file.bytes }

  private mutating func head() {
    file.comment(sheet.title)
    note(.head)
    note(.answers)
    file.line("")
    file.line("gehouden = \(sheet.heldOn.typed)")
    file.line("minuten =")
    file.line("delen met leidinggevende = nee")
    file.comment(sheet.next)
    file.line("volgend gesprek =")
    file.line("nuttig =")
  }

  /// The topics where the conversation has them, then those that it does not have.
  private mutating func topics() {
    for section in sheet.sections {
      file.line("")
      file.comment(section.title)
      for question in section.questions { file.comment(question, "? ") }
      headings(section.topics)
    }
    let others = ConversationTopic.allCases.filter { topic in !sheet.sections.contains { $0.topics.contains(topic) } }
    guard !others.isEmpty else { return }
    file.line("")
    note(.other_topics)
    headings(others)
  }

  /// The first heading stands right below the comment that leads to it.
  private mutating func headings(_ topics: [ConversationTopic]) {
    for (index, topic) in topics.enumerated() {
      if index > 0 { file.line("") }
      file.heading(RecordHeading.topic(topic).text)
    }
  }

  private mutating func part(_ heading: RecordHeading) {
    switch heading {
    case .compliments: list(heading, .compliments)
    case .levels: list(heading, .levels)
    case .agreements: list(heading, .agreements)
    case .goals: list(heading, .goals)
    case .obstacles: list(heading, .obstacles)
    case .currentGoals: open(heading, .current_goals, sheet.goals)
    case .currentObstacles: open(heading, .current_obstacles, sheet.obstacles)
    case .feedback(let side):
      list(heading, side == .begeleider ? .feedback : nil)
      for slot in FeedbackSlot.allCases {
        // What a slot is for is told once.
        if side == .begeleider, let words = RecordSheet.Note(rawValue: slot.rawValue).flatMap({ sheet.notes[$0] }) {
          file.comment(words)
        }
        file.line(slot.rawValue + " =")
      }
    case .support(let side): list(heading, side == .begeleider ? .support : nil)
    case .ambitions(let side): list(heading, side == .medewerker ? .ambitions : nil)
    case .topic, .earlierAgreements: break
    }
  }

  private mutating func list(_ heading: RecordHeading, _ note: RecordSheet.Note?) {
    file.line("")
    file.heading(heading.text)
    if let note { self.note(note) }
  }

  private mutating func open(_ heading: RecordHeading, _ note: RecordSheet.Note, _ open: [RecordSheet.Open]) {
    list(heading, open.isEmpty ? nil : note)
    for each in open {
      file.comment(each.words)
      // A school's own id can have any sign; one that cannot be a key is only shown.
      if isKey(each.id) { file.line(each.id + " =") } else { file.comment(each.id) }
    }
  }

  private func isKey(_ id: String) -> Bool {
    let first = id.utf8.first
    return !id.utf8.contains { $0 == UInt8(ascii: "=") || $0 < 0x20 } && first != UInt8(ascii: "[") && first != UInt8(ascii: "#")
      && sameBytes(WrittenLines.trimmed(id), id) && !RecordBlocks.asksForMark(id)
  }

  private mutating func note(_ note: RecordSheet.Note) { file.comment(sheet.notes[note] ?? "") }
}

/// A file of lines, some of which are comments.
struct CommentedFile {
  private var text = ""

  var bytes: [UInt8] { Array(text.utf8) }

  mutating func line(_ line: String) { text += line + "\n" }

  mutating func heading(_ name: String) { line("[" + name + "]") }

  /// Words as a comment, each line of them; nothing for no words.
  mutating func comment(_ words: String, _ sign: String = "") {
    guard !words.isEmpty else { return }
    for line in words.utf8.split(separator: 0x0A) {
      text += "# " + sign + WrittenLines.trimmed(String(decoding: Array(line), as: UTF8.self)) + "\n"
    }
  }
}

extension CalendarDate {
  /// The day as people here type it, `18-12-2026`.
  var typed: String { "\(day)-\(month)-\(year)" }
}
