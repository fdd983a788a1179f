import CompetencyCore

/// What a reading comes to next.
enum ReadingStep: Sendable {
  /// Bytes of the file as they came.
  case raw([UInt8])
  /// The message began: with what it says of itself unless something is wrong, and its first form.
  case opened(MessageHead?, FormFindings)
  /// Forms that are still to be looked at.
  case batch(FormBatch)
  /// The end of the file, with what is wrong around the forms.
  case closed(faults: FaultList, warnings: [Problem])
  /// The file was read as a whole: it is a form of a school's own, or cannot be read further.
  case whole(FormReadingResult)
}

/// One reading of one file, from its first byte to its last; the forms are handed out for others to look at.
final class MessageReading {
  private let file: String
  private let bench: Workbench
  private let dialects: Dialects
  private let nineDigitSenders: ([OrganisationNumber]) -> Bool
  private var parts: PartStream?
  private var source: ByteStream?
  private let keepsRaw: Bool
  private var coming: [ReadingStep] = []
  private var envelope: Envelope?
  private var context: FormContext?
  private var batch: FormBatch?
  private var formCount = 0
  private var faults = FaultList()
  /// Whether the envelope with all that was added to it is as the schema says.
  private var isRight = false
  /// Whether the message has no form.
  private var isWhole = false
  private var isDone = false
  /// Whether the list of faults of the whole file is full.
  var isFull = false

  /// A reading of a file by the things of one thread.
  init(
    _ source: ByteStream, file: String, bench: Workbench, keepsRaw: Bool, dialects: Dialects,
    nineDigitSenders: @escaping ([OrganisationNumber]) -> Bool
  ) {
    (self.source, self.file, self.bench, self.keepsRaw) = (source, file, bench, keepsRaw)
    (self.dialects, self.nineDigitSenders) = (dialects, nineDigitSenders)
  }

  /// The next step; nil after the last.
  func next() -> ReadingStep? {
    while coming.isEmpty && !isDone {
      do {
        try go()
      } catch let fault as Fault {
        end(with: .whole(.refused([fault.problem(in: file)])))
      } catch let failure as ByteStream.Failure {
        end(with: .whole(.refused([failure.problem(in: file)])))
      } catch {
        end(with: .whole(.refused([Fault(.unexpected).problem(in: file)])))
      }
    }
    return coming.isEmpty ? nil : coming.removeFirst()
  }

  private func end(with step: ReadingStep) {
    isDone = true
    coming = [step]
  }

  private func go() throws {
    guard let source else { return try goOn() }
    self.source = nil
    let stream = try PartStream(source)
    parts = stream
    // A school begins all its files with the same tag.
    if bench.messageTag == stream.rootTag { return try open() }
    let tag = stream.isEmptyRoot ? stream.rootTag : stream.rootTag.dropLast() + Array("/>".utf8)
    let tree = try bench.parser.tree(of: tag, firstLine: stream.rootLine)
    let isMessage = try withExtendedLifetime(tree) {
      tree.root.mark = Mark(line: stream.rootLine)
      return try SchoolForms.isMessage(tree.root)
    }
    guard isMessage else { return try readWhole() }
    bench.messageTag = stream.rootTag
    try open()
  }

  /// A form of a school's own, which is read whole.
  private func readWhole() throws {
    guard let text = try parts?.all() else { return }
    let raw = parts?.takeRaw() ?? []
    var digest = RunningDigest()
    for piece in raw { digest.add(piece) }
    let fileDigest = digest.hex()
    let result = try text.withUTF8 { (bytes) throws(Fault) in
      var scan = MarkupScan(bytes)
      try scan.run()
      if text.endsInsideCharacter {
        throw Fault(.bad_encoding, kind: EncodingFaultKind.unreadable, line: scan.line, values: ["encoding": "UTF-8"])
      }
      return try readByDialect(
        bytes, lines: scan.elementLines, file: file, fileDigest: fileDigest, dialects: dialects,
        nineDigitSenders: nineDigitSenders)
    }
    end(with: .whole(result))
    if case .read = result, keepsRaw { coming = raw.map(ReadingStep.raw) + coming }
  }

  private func open() throws {
    guard case .opening(let part, let isWhole)? = try parts?.next() else { return }
    self.isWhole = isWhole
    let rest = isWhole ? [] : endTag
    let envelope = Envelope(try bench.parser.tree(of: withoutDeclaration(part.bytes) + rest), lines: part.lines)
    self.envelope = envelope
    let scales = Scales(in: envelope.root)
    let context = FormContext(
      mapping: FormMapping(file: file, scales: scales),
      guardian: CitizenNumberGuard(allowsNineDigits: nineDigitSenders(MessageHeader.senderNumbers(in: envelope.root))),
      rootTag: (parts?.rootTag ?? []).map { $0 == Sign.lineFeed || $0 == Sign.carriageReturn ? 0x20 : $0 }, endTag: endTag)
    self.context = context
    var findings = FormFindings()
    var head: MessageHead?
    if let first = envelope.firstForm {
      formCount = 1
      if let id = first.token("id") { findings.ids.append((id, first.mark.line, 1)) }
      scales.noteUnknownLevels(in: first, noting: &faults)
    }
    context.guardian.look(into: envelope.root, noting: &faults)
    isRight = envelope.isRight(by: bench.check)
    if isRight && faults.isEmpty {
      let header = try MessageHeader(root: envelope.root)
      if let fault = header.replacingItself(in: envelope.root) { faults.add(fault) } else { head = header.head(file: file) }
      if let first = envelope.firstForm { bench.keep(first, by: context.mapping, &findings) }
    }
    coming = [.opened(head, findings)] + takeRaw()
  }

  private func goOn() throws {
    guard let step = try parts?.next(), let context else { return isDone = true }
    switch step {
    case .opening: return
    case .part(let part, let isForm):
      guard isForm else { return try addPart(part, context) }
      formCount += 1
      if envelope?.needsEmptyForms ?? false || formCount == 1 { return try addForm(part, context) }
      var batch = batch ?? FormBatch(context: context, isExplaining: !isFull)
      batch.forms.append((formCount, part))
      self.batch = batch
      if batch.forms.count == 32 || batch.byteCount > 1 << 18 { coming = takeBatch() + takeRaw() }
    case .closing(let part):
      // Comments and the like at the end are looked at as those inside forms are.
      let own = context.rootTag + (isWhole ? endTag : [])
      if part.bytes.count(where: { $0 == Sign.less }) > (isWhole ? 0 : 1) {
        _ = try bench.parser.tree(of: own + part.bytes, firstLine: part.firstLine, ownBytes: own.count)
      }
      try close()
    }
  }

  /// An element that is no form; before the first form it stands in the opening.
  private func addPart(_ part: Part, _ context: FormContext) throws {
    try bench.look(into: part, number: 0, in: context) { (element) throws(Fault) in
      context.guardian.look(into: element, noting: &faults)
      try envelope?.add(element)
    }
    isRight = false
  }

  /// A form that stands where the schema may not want one.
  private func addForm(_ part: Part, _ context: FormContext) throws {
    try bench.look(into: part, number: formCount, in: context) { (element) throws(Fault) in try envelope?.add(element) }
    isRight = false
    coming = takeBatch() + [.batch(FormBatch(context: context, forms: [(formCount, part)], isExplaining: !isFull))]
  }

  private func close() throws {
    isDone = true
    guard let envelope else { return }
    if let line = parts?.lineOfTextInRoot {
      let kind = SchemaFaultKind.text_not_allowed
      faults.add(Fault(.schema_fault, kind: kind, line: line, path: "/bericht", values: ["element": "bericht"]))
    }
    if !isRight && !envelope.isRight(by: bench.check) {
      try envelope.explain(by: bench.check, against: bench.schema, noting: &faults)
      if faults.isEmpty { faults.add(unexplained(envelope.root)) }
    }
    coming = takeBatch() + takeRaw() + [.closed(faults: faults, warnings: signatureWarning(envelope.root))]
  }

  private func signatureWarning(_ root: TreeElement) -> [Problem] {
    guard faults.isEmpty, let signature = MessageHeader.signature(in: root) else { return [] }
    var fault = Fault(.signature_not_checked)
    (fault.line, fault.path) = (signature.mark.line, signature.path)
    return [fault.problem(in: file)]
  }

  private func takeBatch() -> [ReadingStep] {
    defer { batch = nil }
    return batch.map { [.batch($0)] } ?? []
  }

  private func takeRaw() -> [ReadingStep] {
    let raw = parts?.takeRaw() ?? []
    return keepsRaw ? raw.map(ReadingStep.raw) : []
  }

  private var endTag: [UInt8] { Array("</".utf8) + (parts?.rootName ?? []) + [Sign.greater] }
}

/// The text with its declaration blanked, which names the encoding that it had before.
func withoutDeclaration(_ text: [UInt8]) -> [UInt8] {
  guard let declaration = XMLDeclaration(in: text[...]) else { return text }
  var text = text
  for index in declaration.range where text[index] != Sign.lineFeed && text[index] != Sign.carriageReturn { text[index] = 0x20 }
  return text
}
