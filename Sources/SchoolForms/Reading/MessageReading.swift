import CompetencyCore

/// One reading of one message, from its root to its last part.
struct MessageReading: ~Copyable {
  private let file: String
  private let schema: Schema
  private let check: SchemaCheck
  private var stream: MessageStream
  private var lines: LineTable
  private var lineOfTextInRoot: Int?
  private var faults = FaultList()
  private var forms: [SchoolForm] = []
  private var formLines: [ExactKey: Int] = [:]
  private var formCount = 0
  /// What the forms need of the message, known when the first of them comes.
  private var context: (mapping: FormMapping, guardian: CitizenNumberGuard)?

  /// A reading of checked text that was looked over.
  init(of text: UnsafeBufferPointer<UInt8>, scan: MarkupScan, file: String, by schema: Schema) throws(Fault) {
    let check = try SchemaCheck(schema)
    let stream = try MessageStream(text)
    (self.file, self.schema, self.check, self.lines) = (file, schema, check, LineTable(scan.elementLines))
    lineOfTextInRoot = scan.lineOfTextInRoot
    self.stream = stream
  }

  /// Reads the message; throws what makes the rest of it unreadable.
  mutating func read(
    nineDigitSenders: ([OrganisationNumber]) -> Bool, shouldStop: () -> Bool, onForm: (Int) -> Void
  ) throws(Fault) -> FormReadingResult {
    let root = try stream.root()
    lines.mark(root)
    try refuseOtherForms(root)
    let envelope = try Envelope(root: root)
    while let part = try stream.nextPart() {
      if shouldStop() { throw Fault(.interrupted) }
      guard case .element(let element) = part else {
        noteTextInRoot()
        continue
      }
      let isForm = element.isNamed("formulier") && element.isOurs
      if isForm { formCount += 1 }
      lines.markAll(element, formNumber: isForm ? formCount : 0)
      try envelope.add(element)
      guard isForm else { continue }
      try readForm(element, in: envelope, nineDigitSenders)
      onForm(formCount)
    }
    let guardian = context?.guardian ?? CitizenNumberGuard(allowsNineDigits: false)
    guardian.look(into: envelope.root, noting: &faults)
    try finish(envelope)
    guard faults.isEmpty else { return .refused(faults.problems(in: file)) }
    return try message(MessageHeader(root: envelope.root), root: envelope.root)
  }

  /// Looks at what can be looked at in a form before the message is read to its end.
  private mutating func readForm(
    _ element: TreeElement, in envelope: Envelope, _ nineDigitSenders: ([OrganisationNumber]) -> Bool
  ) throws(Fault) {
    let context = context ?? begin(envelope, nineDigitSenders)
    noteDouble(element)
    context.mapping.scales.noteUnknownLevels(in: element, noting: &faults)
    // The first form is held against the schema with what stands around it, when all of that is known.
    guard formCount > 1 else { return }
    context.guardian.look(into: element, noting: &faults)
    if check.accepts(element) {
      keep(element, by: context.mapping)
    } else if !faults.isFull, let model = schema.message.inside["formulier"] {
      let before = faults.count
      try explain(element, against: model, by: check, noting: &faults)
      noteWrongKeys(in: element, noting: &faults)
      if faults.count == before { faults.add(unexplained(element)) }
    } else {
      faults.add(unexplained(element))
    }
  }

  /// Looks at the first form and at what stands around the forms.
  private mutating func finish(_ envelope: Envelope) throws(Fault) {
    if check.accepts(envelope.root) {
      if let first = envelope.firstForm, let mapping = context?.mapping { keep(first, by: mapping) }
    } else {
      try envelope.explain(by: check, against: schema, noting: &faults)
      if faults.isEmpty { faults.add(unexplained(envelope.root)) }
    }
  }

  /// Makes the form of an element, unless something is wrong: then nothing of the file is kept.
  private mutating func keep(_ element: TreeElement, by mapping: FormMapping) {
    guard faults.isEmpty else { return }
    do throws(Fault) {
      let form = try mapping.form(element)
      if element.mark.formNumber == 1 { forms.insert(form, at: 0) } else { forms.append(form) }
    } catch {
      faults.add(error)
    }
  }

  private mutating func begin(
    _ envelope: Envelope, _ nineDigitSenders: ([OrganisationNumber]) -> Bool
  ) -> (mapping: FormMapping, guardian: CitizenNumberGuard) {
    let isExempt = nineDigitSenders(MessageHeader.senderNumbers(in: envelope.root))
    let mapping = FormMapping(file: file, scales: Scales(in: envelope.root))
    let begun = (mapping, CitizenNumberGuard(allowsNineDigits: isExempt))
    context = begun
    return begun
  }

  private mutating func noteDouble(_ element: TreeElement) {
    guard let id = element.token("id") else { return }
    if let first = formLines[ExactKey(id)] {
      faults.add(duplicate(element, name: "id", value: id, firstLine: first))
    } else {
      formLines[ExactKey(id)] = element.mark.line
    }
  }

  private mutating func noteTextInRoot() {
    // Comments cut a text into several; it is one fault.
    guard let line = lineOfTextInRoot else { return }
    lineOfTextInRoot = nil
    let kind = SchemaFaultKind.text_not_allowed
    faults.add(Fault(.schema_fault, kind: kind, line: line, path: "/bericht", values: ["element": "bericht"]))
  }

  private func message(_ header: MessageHeader, root: TreeElement) throws(Fault) -> FormReadingResult {
    if let fault = header.replacingItself(in: root) { throw fault }
    let message = SchoolMessage(
      key: header.key, senderNumbers: header.numbers, senderName: header.senderName, createdAt: header.createdAt,
      replaces: header.replaces, isSigned: header.signature != nil, forms: forms, content: header.digest(of: forms), file: file)
    let warnings = header.signature.map { signature in
      var fault = Fault(.signature_not_checked)
      (fault.line, fault.path) = (signature.mark.line, signature.path)
      return fault.problem(in: file)
    }
    return .read(message, warnings: warnings.map { [$0] } ?? [])
  }
}
