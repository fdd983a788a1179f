import CompetencyCore

/// Checked values one after another, each with its length before it, so that no two contents give the same bytes.
struct ContentBytes {
  private(set) var bytes: [UInt8] = []

  /// Nothing yet, with room for so many bytes.
  init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

  /// Adds a text.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      add(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// Adds a number that is not negative, seven bits a byte; the last byte has its highest bit clear.
  mutating func add(_ number: Int) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Adds what may not be there; being empty differs from not being there.
  mutating func add(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  /// Adds a list with its length.
  mutating func add<Item>(_ items: [Item], _ addItem: (inout ContentBytes, Item) -> Void) {
    add(items.count)
    for item in items { addItem(&self, item) }
  }

  /// The digest of all that was added.
  var digest: ContentDigest { ContentDigest(hex: sha256Hex(bytes)) }
}

extension SchoolForm {
  /// The same form with the digest of its content: of everything but id, version and places.
  func withDigest() -> SchoolForm {
    var content = ContentBytes(capacity: 256 + entries.count * 96)
    content.add("vakmatrix/form/1")
    content.add(kind.rawValue)
    content.add(heldOn.iso)
    content.add(participant.numbers) { content, number in
      content.add(number.kind.rawValue)
      content.add(number.value)
      content.add(number.issuer)
    }
    content.add(participant.displayName)
    content.add(entries) { $0.add($1) }
    content.add(topics) { content, topic in
      content.add(topic.code)
      content.add(topic.contributedBy?.rawValue)
      content.add(topic.text)
    }
    content.add(agreements) { $0.add($1) }
    content.add(minutes.map(String.init))
    content.add(nextConversation?.iso)
    // Only when there are any: a form without them keeps the digest that it had before there were marks.
    if !assessments.isEmpty { content.add(assessments) { $0.add($1) } }
    return SchoolForm(
      id: id, version: version, kind: kind, heldOn: heldOn, participant: participant, entries: entries, topics: topics,
      agreements: agreements, assessments: assessments, minutes: minutes, nextConversation: nextConversation, place: place,
      content: content.digest)
  }
}

extension ContentBytes {
  fileprivate mutating func add(_ entry: FormEntry) {
    add(entry.task.text)
    add(entry.taskName)
    switch entry.said {
    case .level(let level, .term(let term)): add(parts: "term", level.text, term.text)
    case .level(let level, .ours(let ours)): add(parts: "ours", level.text, ours.text)
    case .level(let level, .unsaid): add(parts: "unsaid", level.text, "")
    case .without(let reason): add(parts: "without", reason.rawValue, "")
    }
    add(entry.role.rawValue)
    add(entry.byName)
    add(entry.seenOn.iso)
    add(entry.note)
  }

  fileprivate mutating func add(_ agreement: FormAgreement) {
    add(agreement.statement.id)
    add(agreement.statement.owner.rawValue)
    add(agreement.statement.dueOn?.iso)
    add(agreement.statement.status.rawValue)
    add(agreement.ownerName)
    add(agreement.statement.task)
    add(agreement.statement.follows)
    add(agreement.text)
  }

  fileprivate mutating func add(_ assessment: FormAssessment) {
    add(parts: assessment.part, assessment.value, assessment.scale, assessment.role.rawValue, assessment.day.iso)
  }

  private mutating func add(parts: String...) { for part in parts { add(part) } }
}

/// The digest of a message, of which the forms come one after another.
struct MessageContent {
  private var sha = RunningDigest()
  /// How many forms came.
  private(set) var count = 0

  /// The content of a message that says this of itself and has no forms yet.
  init(_ head: MessageHead) {
    var content = ContentBytes()
    content.add("vakmatrix/message/2")
    content.add(head.key.sender.text)
    content.add(head.key.id.text)
    content.add(head.replaces?.text)
    content.add(String(head.createdAt.milliseconds))
    sha.add(content.bytes)
  }

  /// Adds the next form.
  mutating func add(_ form: SchoolForm) {
    var content = ContentBytes()
    content.add(form.id.text)
    content.add(form.version)
    content.add(form.participant.key.text)
    content.add(form.heldOn.iso)
    content.add(form.content.text)
    sha.add(content.bytes)
    count += 1
  }

  /// The digest of all that was added, with how many forms there were.
  mutating func digest() -> ContentDigest {
    var content = ContentBytes()
    content.add(count)
    sha.add(content.bytes)
    return ContentDigest(message: sha.hex())
  }
}
