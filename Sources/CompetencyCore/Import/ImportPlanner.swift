extension ImportPlan {
  /// The plan for these messages, in the order of their files, against what is known; `today` is the day of the cells.
  public init(of messages: [SchoolMessage], against ledger: Ledger, today: CalendarDate) {
    let before = Knowledge(ledger)
    var draft = ImportDraft(ledger: ledger, before: before)
    for message in messages { draft.take(message) }

    var extended = ledger
    if !draft.messages.isEmpty {
      // The fold asks of a booking only its number and what it undoes, so the one to come can stand in for itself.
      extended.bookings.append(
        Booking(number: draft.booking, recordedAt: Instant(milliseconds: 0), by: nil, account: "", kind: .import))
      extended.messages += draft.messages.map(\.arrival)
      extended.forms += draft.messages.flatMap(\.forms)
      extended.readings += draft.readings.map(\.reading)
    }
    let after = draft.messages.isEmpty ? before : Knowledge(extended)
    let effect = ImportEffect(before: before, after: after, draft: draft, today: today)

    booking = draft.booking
    self.messages = draft.messages
    readings = draft.readings
    formCount = messages.reduce(0) { $0 + $1.forms.count }
    counts = effect.counts
    lines = effect.lines
    problems = draft.problems + effect.problems
    needsPerson = effect.needsPerson || draft.problems.contains { $0.code == .form_dropped }
  }
}

/// The messages sorted into what is new and what is known, before their effect is worked out.
struct ImportDraft {
  let ledger: Ledger
  let before: Knowledge
  let booking: BookingNumber
  private(set) var messages: [ImportPlan.NewMessage] = []
  private(set) var readings: [ImportPlan.NewReading] = []
  private(set) var known: Set<ReadingID> = []
  private(set) var problems: [Problem] = []
  private let resolution: FormResolution
  private let liveMessages: Set<MessageKey>
  private let formIDs: [MessageKey: Set<FormID>]
  private var liveReadings: [ContentKey: ReadingID] = [:]
  private var readingsOfMessage: [MessageKey: [ReadingID]] = [:]
  private var contents: [MessageKey: ContentDigest]
  private var ordinal = 0

  private struct ContentKey: Hashable {
    let identity: FormIdentity
    let content: ContentDigest
  }

  init(ledger: Ledger, before: Knowledge) {
    (self.ledger, self.before, booking) = (ledger, before, ledger.nextBooking)
    resolution = FormResolution(before)
    contents = ledger.messageContents
    liveMessages = Set(ledger.messages.filter { before.live.contains($0.booking) }.map(\.key))
    formIDs = Dictionary(grouping: ledger.forms, by: \.message).mapValues { Set($0.map(\.identity.formID)) }
    let readings = Dictionary(ledger.readings.map { ($0.id, $0.content) }, uniquingKeysWith: { first, _ in first })
    for arrival in ledger.forms where before.live.contains(arrival.booking) {
      readingsOfMessage[arrival.message, default: []].append(arrival.reading)
      guard let content = readings[arrival.reading] else { continue }
      let key = ContentKey(identity: arrival.identity, content: content)
      if liveReadings[key].map({ arrival.reading < $0 }) ?? true { liveReadings[key] = arrival.reading }
    }
  }

  mutating func take(_ message: SchoolMessage) {
    let place = SourcePlace(file: message.file)
    if let known = contents[message.key], known != message.content {
      problems.append(Problem(.message_changed, at: place, values: ["message": message.key.id.text]))
      return
    }
    if let readings = readingsOfMessage[message.key] {
      known.formUnion(readings)
      return
    }
    if before.company.school(withNumbers: message.senderNumbers) == nil {
      problems.append(Problem(.unknown_sender, at: place, values: ["sender": message.senderName]))
    }
    noteDroppedForms(message)
    let forms = message.forms.map { arrive($0, in: message) }
    readingsOfMessage[message.key] = forms.map(\.reading)
    messages.append(
      ImportPlan.NewMessage(
        message: message,
        arrival: MessageArrival(booking: booking, key: message.key, createdAt: message.createdAt, replaces: message.replaces),
        forms: forms, isNew: contents.updateValue(message.content, forKey: message.key) == nil))
  }

  private mutating func arrive(_ form: SchoolForm, in message: SchoolMessage) -> FormArrival {
    let identity = FormResolution.identity(of: form, in: message)
    let key = ContentKey(identity: identity, content: form.content)
    let reading: ReadingID
    if let same = liveReadings[key] {
      reading = same
      if same.booking != booking { known.insert(same) }
    } else {
      ordinal += 1
      reading = ReadingID(booking: booking, ordinal: ordinal)
      readings.append(ImportPlan.NewReading(reading: resolution.reading(of: form, in: message, id: reading), form: form))
      liveReadings[key] = reading
    }
    return FormArrival(
      booking: booking, message: message.key, createdAt: message.createdAt, identity: identity, version: form.version,
      reading: reading)
  }

  /// A correction takes the place of a whole message, so the forms that it does not repeat are told, whichever came first.
  private mutating func noteDroppedForms(_ message: SchoolMessage) {
    let own = Set(message.forms.map(\.id))
    if let replaced = message.replaces {
      let key = MessageKey(sender: message.key.sender, id: replaced)
      note(dropped: forms(of: key).subtracting(own), from: replaced, file: message.file)
    }
    let corrections = ledger.messages.filter { liveMessages.contains($0.key) } + messages.map(\.arrival)
    for correction in corrections where correction.replaces == message.key.id && correction.key.sender == message.key.sender {
      note(dropped: own.subtracting(forms(of: correction.key)), from: message.key.id, file: message.file)
    }
  }

  private func forms(of key: MessageKey) -> Set<FormID> {
    formIDs[key] ?? Set(messages.first { $0.arrival.key == key }?.message.forms.map(\.id) ?? [])
  }

  private mutating func note(dropped: Set<FormID>, from message: MessageID, file: String) {
    for form in dropped.sorted() {
      problems.append(
        Problem(.form_dropped, at: SourcePlace(file: file), values: ["form": form.text, "message": message.text]))
    }
  }

  /// Whom a participant of a new reading might be, for the sentence of a question.
  func match(of participant: Participant, in message: SchoolMessage) -> FormResolution.Match {
    resolution.trainee(participant, in: message)
  }
}
