internal import CompetencyCore
internal import CompetencyStore

/// Takes messages in, form by form, within the transaction that keeps them; what they do is worked out afterwards.
struct ImportIntake {
  private let writer: StoreWriter
  private let frame: Knowledge.Frame
  private let resolution: FormResolution
  /// The booking that is written when anything is.
  let booking: Booking
  /// Whether the booking was written.
  private(set) var isBooked = false
  /// How many forms the messages held.
  private(set) var formCount = 0
  /// How many messages were read to their end.
  private(set) var messageCount = 0
  /// Whom the forms are about, and who is about a message that they replace.
  private(set) var subjects: Set<FormSubject> = []
  /// Participants whose forms must be looked at together because a form's id ties them.
  private(set) var tied: [(FormSubject, FormSubject)] = []
  /// The readings that forms share with earlier ones.
  private(set) var known: Set<ReadingID> = []
  /// What a person should know.
  private(set) var problems: [Problem] = []
  /// What the forms say of participants who could not be told.
  private(set) var unknown: [FormSubject: UnknownParticipant] = [:]
  /// The senders as we call them, or as they call themselves.
  private(set) var senderNames: [SenderKey: String] = [:]
  /// The new forms, for who wants to see each line.
  private(set) var forms: [ReadingID: SchoolForm] = [:]
  private let keepsForms: Bool
  private var ordinal = 0
  private var message: Message?

  /// A participant whom nobody could be found for.
  struct UnknownParticipant {
    /// The first number of the form.
    let number: String
    /// The trainee whose number it is, when only the name says otherwise.
    let known: Trainee?
  }

  /// The message that is being taken in.
  private struct Message {
    let head: MessageHead
    /// Its content when it was here before.
    let earlier: ContentDigest?
    /// Whether a live booking imported it, so that only its content is compared.
    let isLive: Bool
    var position = 0
    var piece = 0
  }

  init(_ situation: Situation, _ writer: StoreWriter, booking: Booking, keepsForms: Bool) {
    frame = situation.frame
    resolution = FormResolution(frame)
    (self.writer, self.booking, self.keepsForms) = (writer, booking, keepsForms)
  }

  mutating func begin(_ head: MessageHead) throws {
    let earlier = try writer.reader.content(of: head.key)
    let arrivals = earlier == nil ? [] : try writer.reader.forms(of: head.key)
    let live = arrivals.filter { isLive($0.booking) }
    // What was erased from a message does not come back with it.
    let isErased = earlier?.isCut ?? false
    message = Message(head: head, earlier: earlier, isLive: !live.isEmpty || isErased)
    guard live.isEmpty, !isErased else {
      for form in live {
        subjects.insert(form.subject)
        if form.reading.booking != booking.number { known.insert(form.reading) }
      }
      return
    }
    let school = frame.company.school(withNumbers: head.senderNumbers)
    senderNames[head.key.sender] = school?.name ?? head.senderName
    if school == nil {
      problems.append(Problem(.unknown_sender, at: SourcePlace(file: head.file), values: ["sender": head.senderName]))
    }
    if !isBooked { try writer.add(booking) }
    isBooked = true
    if earlier == nil { try writer.add(head) }
    try writer.add(
      MessageArrival(booking: booking.number, key: head.key, createdAt: head.createdAt, replaces: head.replaces))
  }

  /// Keeps bytes of the message's file; only of one that was never here before.
  mutating func keep(_ bytes: [UInt8]) throws {
    guard var message, message.earlier == nil else { return }
    message.piece += 1
    try writer.add(piece: bytes, position: message.piece, of: message.head.key)
    self.message = message
  }

  mutating func take(_ forms: [SchoolForm]) throws {
    guard var message else { return }
    if !message.isLive {
      for form in forms {
        message.position += 1
        try arrive(form, in: message.head, position: message.position)
      }
    }
    self.message = message
  }

  private mutating func arrive(_ form: SchoolForm, in head: MessageHead, position: Int) throws {
    let identity = FormResolution.identity(of: form, in: head)
    subjects.insert(identity.subject)
    let reading: ReadingID
    if let same = try sameReading(identity, form.content) {
      reading = same
      if same.booking != booking.number { known.insert(same) }
    } else {
      ordinal += 1
      reading = ReadingID(booking: booking.number, ordinal: ordinal)
      let read = resolution.reading(of: form, in: head, id: reading)
      try writer.add(read, of: form)
      if read.trainee == nil { noteUnknown(identity.subject, form.participant, head) }
      if keepsForms { forms[reading] = form }
    }
    let arrival = FormArrival(
      booking: booking.number, message: head.key, createdAt: head.createdAt, identity: identity, version: form.version,
      reading: reading)
    try writer.add(arrival, position: position)
  }

  /// The reading of an earlier form that is the same, if a live booking brought it; other forms of the same id are tied.
  private mutating func sameReading(_ identity: FormIdentity, _ content: ContentDigest) throws -> ReadingID? {
    var same: ReadingID?
    for known in try writer.reader.arrivals(of: identity.formID, from: identity.sender) {
      if known.identity != identity {
        tied.append((identity.subject, known.identity.subject))
      } else if known.content == content, isLive(known.booking), same.map({ known.reading < $0 }) ?? true {
        same = known.reading
      }
    }
    return same
  }

  private mutating func noteUnknown(_ subject: FormSubject, _ participant: Participant, _ head: MessageHead) {
    guard unknown[subject] == nil else { return }
    var known: Trainee?
    if case .nameDiffers(let trainee) = resolution.trainee(participant, in: head) { known = trainee }
    unknown[subject] = UnknownParticipant(number: participant.numbers.first?.value ?? "", known: known)
  }

  /// Ends the message; a problem when it is not what was here before under the same id.
  mutating func end(_ content: ContentDigest, formCount: Int, warnings: [Problem]) throws -> Problem? {
    guard let message else { return nil }
    let key = message.head.key
    if let earlier = message.earlier, earlier != content, earlier.isComparable, !earlier.isCut {
      return Problem(.message_changed, at: SourcePlace(file: message.head.file), values: ["message": key.id.text])
    }
    if message.earlier == nil { try writer.add(content: content, of: key) }
    if !message.isLive { try noteReplaced(message.head) }
    problems += warnings
    self.formCount += formCount
    messageCount += 1
    self.message = nil
    return nil
  }

  private func isLive(_ booking: BookingNumber) -> Bool { booking == self.booking.number || frame.live.contains(booking) }

  /// A correction takes the place of a whole message, so the forms that it does not repeat are told, whichever came first.
  private mutating func noteReplaced(_ head: MessageHead) throws {
    let corrections = try writer.reader.corrections(of: head.key).filter { key in
      try writer.reader.forms(of: key).contains { isLive($0.booking) }
    }
    guard head.replaces != nil || !corrections.isEmpty else { return }
    let own = Set(try writer.reader.forms(of: head.key).map(\.formID))
    if let replaced = head.replaces {
      let key = MessageKey(sender: head.key.sender, id: replaced)
      note(dropped: Set(try writer.reader.forms(of: key).map(\.formID)).subtracting(own), from: replaced, file: head.file)
      try touchReplaced(by: head)
    }
    for correction in corrections.sorted() {
      let repeated = Set(try writer.reader.forms(of: correction).map(\.formID))
      note(dropped: own.subtracting(repeated), from: head.key.id, file: head.file)
    }
  }

  /// Whoever is about a message that this one replaces, directly or over other messages, may have less than before.
  private mutating func touchReplaced(by head: MessageHead) throws {
    let chain = Dictionary(
      try writer.reader.corrections().map { ($0.key, $0.replaces) }, uniquingKeysWith: { first, _ in first })
    var passed: Set<MessageKey> = [head.key]
    var next = head.replaces
    while let id = next {
      let key = MessageKey(sender: head.key.sender, id: id)
      guard passed.insert(key).inserted else { return }
      subjects.formUnion(try writer.reader.forms(of: key).map(\.subject))
      next = chain[key] ?? nil
    }
  }

  private mutating func note(dropped: Set<FormID>, from message: MessageID, file: String) {
    for form in dropped.sorted() {
      problems.append(
        Problem(.form_dropped, at: SourcePlace(file: file), values: ["form": form.text, "message": message.text]))
    }
  }
}
