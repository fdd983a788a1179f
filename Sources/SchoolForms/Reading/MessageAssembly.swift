public import CompetencyCore

/// What comes of reading a file, in the order of the file.
public enum FormEvent: Sendable {
  /// A message began that says this of itself; what comes of it holds only when it ended.
  case began(MessageHead)
  /// Bytes of the file as they came, for who keeps them.
  case bytes([UInt8])
  /// The next forms of the message.
  case forms([SchoolForm])
  /// The message ended and nothing was wrong: its digest, how many forms it had, and what a person should know.
  case ended(ContentDigest, formCount: Int, warnings: [Problem])
  /// Something is wrong with the file: everything that is, by line; nothing of it may be kept.
  case refused([Problem])
}

/// Puts the findings of a message together, in the order of its file.
struct MessageAssembly {
  private let file: String
  private var head: MessageHead?
  private var content: MessageContent?
  private var faults = FaultList()
  private var firstLines: [IDKey: UInt32] = [:]
  private var raw: [[UInt8]] = []
  private var isOver = false

  init(file: String) { self.file = file }

  /// Whether further faults are only counted.
  var isFull: Bool { faults.isFull }

  /// What comes of the next step; nothing after a refusal.
  mutating func take(_ step: ReadingStep) -> [FormEvent] {
    guard !isOver else { return [] }
    switch step {
    case .raw(let bytes):
      // The message says what it is before its bytes are of use.
      guard head == nil else { return [.bytes(bytes)] }
      raw.append(bytes)
      return []
    case .opened(let head, let findings):
      self.head = head
      content = head.map(MessageContent.init)
      defer { raw = [] }
      return (head.map { [.began($0)] + raw.map(FormEvent.bytes) } ?? []) + take(findings)
    case .batch: return []
    case .closed(let others, let warnings): return close(others, warnings)
    case .whole(let result): return take(whole: result)
    }
  }

  /// What comes of the next forms.
  mutating func take(_ findings: FormFindings) -> [FormEvent] {
    guard !isOver else { return [] }
    if let fatal = findings.fatal { return refuse([fatal.problem(in: file)]) }
    for id in findings.ids { noteDouble(id.id, line: id.line, number: id.number) }
    faults.add(findings.faults)
    guard head != nil, faults.isEmpty, !findings.forms.isEmpty else { return [] }
    for form in findings.forms { content?.add(form) }
    return [.forms(findings.forms)]
  }

  private mutating func close(_ others: FaultList, _ warnings: [Problem]) -> [FormEvent] {
    faults.add(others)
    guard faults.isEmpty, var content else { return refuse(faults.problems(in: file)) }
    isOver = true
    return [.ended(content.digest(), formCount: content.count, warnings: warnings)]
  }

  private mutating func take(whole result: FormReadingResult) -> [FormEvent] {
    switch result {
    case .refused(let problems): return refuse(problems)
    case .read(let message, let warnings):
      isOver = true
      return [.began(message.head)] + raw.map(FormEvent.bytes)
        + [.forms(message.forms), .ended(message.content, formCount: message.forms.count, warnings: warnings)]
    }
  }

  private mutating func refuse(_ problems: [Problem]) -> [FormEvent] {
    isOver = true
    return [.refused(problems)]
  }

  private mutating func noteDouble(_ id: String, line: Int, number: Int) {
    let key = IDKey(id)
    guard let first = firstLines.updateValue(UInt32(truncatingIfNeeded: line), forKey: key) else { return }
    firstLines[key] = first
    let values = ["name": "id", "element": "formulier", "value": quoted(id), "first": String(first)]
    faults.add(
      Fault(
        .schema_fault, kind: SchemaFaultKind.duplicate, line: line, path: "/bericht/formulier[\(number)]", values: values))
  }
}

/// The id of a form as 96 bits of hash: a message may have a hundred thousand of them, and two that differ are never
/// taken for one (the chance is less than one in 10¹⁸).
private struct IDKey: Hashable {
  private let one: UInt32
  private let two: UInt32
  private let three: UInt32

  init(_ id: String) {
    var (first, second) = (Hasher(), Hasher())
    second.combine(UInt8(1))
    var id = id
    id.withUTF8 { bytes in
      first.combine(bytes: UnsafeRawBufferPointer(bytes))
      second.combine(bytes: UnsafeRawBufferPointer(bytes))
    }
    let (low, high) = (UInt(bitPattern: first.finalize()), UInt(bitPattern: second.finalize()))
    (one, two, three) = (UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low >> 32), UInt32(truncatingIfNeeded: high))
  }
}
