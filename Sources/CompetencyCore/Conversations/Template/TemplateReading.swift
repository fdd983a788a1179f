/// Gives the blocks of a template their meaning.
struct TemplateReading {
  var slips: WrittenSlips
  private var steps: [ConversationTemplate.Step] = []
  private var preparation: [ConversationTemplate.Preparation] = []
  private var contacts: [ConversationTemplate.Contact] = []
  private var ids: Set<String> = []
  /// What is talked about in any of the steps.
  private var topics: Set<ConversationTopic> = []
  private var total = 0
  /// The line on which minutes were last given; nil without steps.
  private var lastMinutes: Int?
  /// False when a part is wrong in such a way that the sums over all parts would say what is not so.
  private var isTotalKnown = true

  init(_ slips: WrittenSlips) { self.slips = slips }

  mutating func template(of blocks: [TemplateBlock]) -> ConversationTemplate? {
    var head = blocks[0]
    let id = self.id(&head)
    let version = number("versie", 1...9999, "version", &head)
    let kind = kind(&head)
    let title = text("titel", &head)
    finish(head)
    for block in blocks.dropFirst() { read(block) }
    sumUp(kind)
    guard let id, let version, let kind = kind?.kind, let title else { return nil }
    return ConversationTemplate(
      id: id, version: version.value, kind: kind, title: title, steps: steps, preparation: preparation, contacts: contacts)
  }

  private mutating func id(_ head: inout TemplateBlock) -> String? {
    guard let entry = needed("id", &head) else { return nil }
    guard ConversationTemplate.isID(entry.value) else {
      slips.note("id", line: entry.line, ["value": entry.value])
      return nil
    }
    if let name = ConversationTemplate.id(ofFile: slips.file), !sameBytes(name, entry.value) {
      slips.note("id_differs", line: entry.line, ["value": entry.value])
    }
    return entry.value
  }

  private mutating func kind(_ head: inout TemplateBlock) -> (kind: ConversationKind, line: Int)? {
    guard let entry = needed("soort", &head) else { return nil }
    if let kind = ConversationKind(rawValue: entry.value) { return (kind, entry.line) }
    if TemplateMarks.isAssessment(entry.value) {
      slips.note("kind", of: .mark_not_here, line: entry.line, ["value": entry.value])
    } else {
      slips.note("kind", line: entry.line, ["value": entry.value])
    }
    return nil
  }

  private mutating func read(_ block: TemplateBlock) {
    switch (block.heading[0], block.heading.count) {
    case ("stap", 2): readStep(block)
    case ("voorbereiding", 3): readPreparation(block)
    case ("contact", 2): readContact(block)
    default:
      if block.heading[0].utf8.first != UInt8(ascii: "[") {
        slips.note("heading", line: block.line, ["value": "[" + block.heading.joined(separator: " ") + "]"])
      }
      isTotalKnown = false
    }
  }

  private mutating func readStep(_ block: TemplateBlock) {
    var block = block
    let id = name(of: block)
    let title = text("titel", &block)
    let minutes = number("minuten", 1...30, "minutes", &block)
    let topics = topics(&block)
    let questions = questions(&block)
    finish(block)
    isTotalKnown = isTotalKnown && minutes != nil && topics != nil
    if let minutes { (total, lastMinutes) = (total + minutes.value, minutes.line) }
    guard let id, let title, let minutes, let topics, let questions else { return }
    steps.append(
      ConversationTemplate.Step(id: id, title: title, minutes: minutes.value, topics: topics, questions: questions))
  }

  private mutating func readPreparation(_ block: TemplateBlock) {
    var block = block
    let side = ConversationSide(rawValue: block.heading[1])
    if side == nil { slips.note("side", line: block.line, ["value": block.heading[1]]) }
    let id = name(of: block)
    let wordings = questions(&block)
    if wordings?.isEmpty ?? false { miss("missing", "vraag.1.nl", line: block.line, block) }
    finish(block)
    guard let side, let id, let wordings else {
      isTotalKnown = false
      return
    }
    preparation.append(ConversationTemplate.Preparation(id: id, side: side, wordings: wordings))
  }

  private mutating func readContact(_ block: TemplateBlock) {
    var block = block
    let id = name(of: block)
    let name = text("naam", &block)
    let purpose = text("waarvoor", &block)
    let reach = block.take("bereikbaar")?.value
    finish(block)
    guard let id, let name, let purpose else { return }
    contacts.append(ConversationTemplate.Contact(id: id, name: name, purpose: purpose, reach: reach))
  }

  /// The id in a heading; one kind of block may use the id of another.
  private mutating func name(of block: TemplateBlock) -> String? {
    let id = block.heading[block.heading.count - 1]
    guard ConversationTemplate.isID(id) else {
      slips.note("id", line: block.line, ["value": id])
      return nil
    }
    guard ids.insert(block.heading[0] + " " + id).inserted else {
      slips.note("double_id", line: block.line, ["value": id])
      return nil
    }
    return id
  }

  private mutating func topics(_ block: inout TemplateBlock) -> [ConversationTopic]? {
    guard let entry = needed("onderwerpen", &block) else { return nil }
    let isBetween = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == 0x09 }
    let words = entry.value.utf8.split(whereSeparator: isBetween).map { String(decoding: Array($0), as: UTF8.self) }
    let known = words.compactMap(ConversationTopic.init(rawValue:))
    for word in words where ConversationTopic(rawValue: word) == nil {
      slips.note("topic", line: entry.line, ["value": word])
    }
    for topic in known where !topics.insert(topic).inserted {
      slips.note("double_topic", line: entry.line, ["value": topic.rawValue])
    }
    return known.count == words.count && !known.isEmpty ? known : nil
  }

  /// What can only be said of all steps together.
  private mutating func sumUp(_ kind: (kind: ConversationKind, line: Int)?) {
    guard isTotalKnown else { return }
    for side in ConversationSide.allCases where !preparation.contains(where: { $0.side == side }) {
      slips.note("unprepared", line: nil, ["value": side.rawValue])
    }
    guard let last = lastMinutes else {
      slips.note("no_steps", line: nil)
      return
    }
    if !TemplateRules.minutes.contains(total) { slips.note("total", line: last, ["count": String(total)]) }
    let missing = kind.map { TemplateRules.missing(topics, of: $0.kind) } ?? []
    if let kind, !missing.isEmpty {
      let values = ["value": kind.kind.rawValue, "list": missing.joined(separator: ", ")]
      slips.note("topics_missing", line: kind.line, values)
    }
  }
}
