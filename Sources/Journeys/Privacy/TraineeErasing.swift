internal import CompetencyCore
internal import CompetencyStore
internal import SchoolForms

/// Erases trainees within one transaction, one after the other.
struct TraineeErasing {
  let situation: Situation
  let writer: StoreWriter
  let forms: FormReader
  /// The booking of it; its facts are numbered on.
  let booking: Booking
  private var ordinal = 0
  /// Made-up numbers that were given already.
  private var given = 0

  init(_ situation: Situation, _ writer: StoreWriter, _ booking: Booking, _ dialects: [DialectFile]) throws {
    (self.situation, self.writer, self.booking) = (situation, writer, booking)
    guard let forms = try? FormReader(dialects: Dialects(dialects.map(\.source))) else {
      throw Refusal(.failed, .unexpected, values: ["detail": "voortgangsformulier-1.xsd"])
    }
    self.forms = forms
  }

  /// What was done, with how many messages could not be cut and lost all their bytes.
  struct Done {
    let erasure: Erasure
    let lostMessages: Int
  }

  /// Erases what there is of a trainee.
  mutating func erase(_ trainee: Trainee, _ extent: Erasure.Extent, _ ground: Erasure.Ground) throws -> Done {
    let readings = situation.readings(of: trainee.id)
    let stand = extent == .person ? nextStand() : trainee.id
    let marks = try marks(of: trainee, readings, stand: stand)
    let participants = Set(readings.map(\.identity.participant))
    var eraser = try writer.eraser(
      ErasureOrder(
        trainee: trainee.id, stand: stand, extent: extent, readings: readings.map(\.id), participants: participants,
        marks: marks))
    var (messages, lost) = (0, 0)
    for message in try eraser.messages() where try writer.lastPiece(of: message) > 0 {
      messages += 1
      let isWhole = try eraser.isWholly(message)
      if try isWhole || !cut(message, participants, marks) {
        try writer.dropPieces(of: message, upTo: writer.lastPiece(of: message))
        try writer.set(content: nil, of: message)
        if !isWhole { lost += 1 }
      }
    }
    try eraser.run()
    let erasure = Erasure(
      id: nextFact(), trainee: stand, extent: extent, ground: ground, factCount: eraser.factCount,
      textCount: eraser.textCount, messageCount: messages)
    try writer.add(erasure)
    if extent == .person, trainee.status.isCurrent { try end(trainee, as: stand) }
    ordinal += try eraser.seal(in: booking.number, from: ordinal + 1)
    return Done(erasure: erasure, lostMessages: lost)
  }

  private mutating func nextFact() -> FactID {
    ordinal += 1
    return FactID(booking: booking.number, ordinal: ordinal)
  }

  private mutating func nextStand() -> TraineeID {
    while true {
      given += 1
      if let id = TraineeID("gewist-\(given)"), situation.company.name(of: id) == nil { return id }
    }
  }

  /// Nobody who is erased is still under way.
  private mutating func end(_ trainee: Trainee, as stand: TraineeID) throws {
    let name = PersonName(given: "Gewist", family: String(decoding: stand.text.utf8.dropFirst(7), as: UTF8.self))
    let ended = Trainee(
      id: stand, name: name, team: trainee.team, profile: trainee.profile, profileVersion: trainee.profileVersion,
      start: trainee.start, expectedEnd: trainee.expectedEnd, pathway: trainee.pathway, status: .gestopt)
    try writer.add(.trainee(ended), nextFact())
  }

  /// Cuts what is about participants out of a message; false when it cannot be done, and all of it must go.
  private func cut(_ message: MessageKey, _ participants: Set<ParticipantKey>, _ marks: PersonMarks) throws -> Bool {
    let last = try writer.lastPiece(of: message)
    var position = last
    var piece: [UInt8] = []
    func keep() throws {
      position += 1
      try writer.add(piece: piece, position: position, of: message)
      piece = []
    }
    let isCut = try forms.cut(
      participants, replaced: { marks.replaced(in: $0, areWords: true) },
      piece: { $0 > last ? nil : try? writer.reader.piece($0, of: message) },
      keep: { bytes in
        piece += bytes
        if piece.count > 1 << 18 { try keep() }
      })
    if !piece.isEmpty { try keep() }
    guard isCut else { return false }
    try writer.dropPieces(of: message, upTo: last)
    let content = forms.content(nineDigitSenders: { _ in true }) { try? writer.reader.piece($0, of: message) }
    guard case .says(let digest) = content else { return false }
    try writer.set(content: digest, of: message)
    return true
  }

  /// What a trainee is known by: every name and number there ever was. A name that somebody else has too is not looked for.
  private func marks(of trainee: Trainee, _ readings: [FormReading], stand: TraineeID) throws -> PersonMarks {
    let rows = situation.ledger.setup.map(\.row)
    var own: [Trainee] = []
    var others: [PersonName] = []
    for row in rows {
      switch row {
      case .trainee(let version) where version.id == trainee.id: own.append(version)
      case .trainee(let other): others.append(other.name)
      case .person(let other): others.append(other.name)
      case .task, .profile, .school: continue
      }
    }
    let plain = { (text: String) in NameMatching.plain(text) }
    let taken = Set(others.map { plain($0.full) })
    let takenGiven = Set(others.map { plain($0.given) })
    let takenFamily = Set(others.map { plain($0.family) })
    let written = try readings.flatMap { try situation.reader.texts(beside: $0.id) }.filter { $0.kind == .participant }
    let names = Set(own.flatMap { [$0.name.full, $0.name.given + " " + $0.name.family] } + written.map(\.body))
    let surnames = own.map(\.name).filter { !takenFamily.contains(plain($0.family)) }.map { name in
      [name.prefix, name.family].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let numbers = own.flatMap { [$0.personnelNumber, $0.studentNumber] } + readings.map(\.identity.participant.number)
    return PersonMarks(
      names: names.filter { !taken.contains(plain($0)) }, numbers: numbers,
      given: own.map(\.name.given).filter { !takenGiven.contains(plain($0)) } + surnames, stand: stand.text)
  }
}
