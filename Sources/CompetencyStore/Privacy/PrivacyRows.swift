public import CompetencyCore

extension StoreWriter {
  /// Begins to take a trainee out of the database.
  public func eraser(_ order: ErasureOrder) throws -> Eraser { try Eraser(order, session) }

  /// Adds what is left to tell of an erasure.
  public func add(_ erasure: Erasure) throws {
    try session.run(
      .add_erasure, erasure.id,
      [
        .text(erasure.trainee.text), .text(erasure.extent.rawValue), .text(erasure.ground.rawValue), .integer(erasure.factCount),
        .integer(erasure.textCount), .integer(erasure.messageCount),
      ])
  }

  /// Adds a restriction, with its reason beside it.
  public func add(_ restriction: Restriction, reason: String) throws {
    try session.run(.add_restriction, restriction.id, [.text(restriction.trainee.text), .flag(restriction.isRestricted)])
    try add(.reason, reason, beside: restriction.id)
  }

  /// Adds how somebody sees what was written, with the words beside it.
  public func add(_ view: OwnView, words: String) throws {
    try session.run(.add_own_view, view.id, [.text(view.trainee.text), .optional(view.about?.number)])
    try add(.own_view, words, beside: view.id)
  }

  /// The number of the last piece of a message; 0 when none is kept.
  public func lastPiece(of message: MessageKey) throws -> Int {
    try session.rows(.last_message_piece, message.values) { try $0.optionalInteger(0) ?? 0 }.first ?? 0
  }

  /// Takes the pieces of a message away up to one of them, and numbers those that are left from 1.
  public func dropPieces(of message: MessageKey, upTo last: Int) throws {
    try session.run(.drop_message_pieces, message.values + [.integer(last)])
    try session.run(.number_message_pieces, [.integer(last)] + message.values)
  }

  /// Changes the digest of what a message says; nil for one of which nothing is known any more.
  public func set(content: ContentDigest?, of message: MessageKey) throws {
    let digest = content.map(ContentDigest.init(ofCut:)) ?? ContentDigest(ofNothing: SealedBooking.newSalt())
    try session.run(.set_message_content, [.text(digest.text)] + message.values)
  }
}

extension StoreReader {
  /// What was erased, in the order in which it was.
  public func erasures() throws -> [Erasure] {
    guard try tablesVersion() >= Schema.firstWithPrivacy else { return [] }
    return try session.rows(.all_erasures) { row in
      Erasure(
        id: try row.factID(), trainee: try row.value(2, TraineeID.init),
        extent: try row.value(3, Erasure.Extent.init(rawValue:)), ground: try row.value(4, Erasure.Ground.init(rawValue:)),
        factCount: try row.integer(5), textCount: try row.integer(6), messageCount: try row.integer(7))
    }
  }

  /// Whose data may only be kept, and whose may be used again, in the order in which it was said.
  func restrictions() throws -> [Restriction] {
    guard try tablesVersion() >= Schema.firstWithPrivacy else { return [] }
    return try session.rows(.all_restrictions) { row in
      Restriction(id: try row.factID(), trainee: try row.value(2, TraineeID.init), isRestricted: try row.flag(3))
    }
  }

  /// How a trainee sees what was written, in the order in which it was said.
  public func ownViews(of trainee: TraineeID) throws -> [OwnView] {
    guard try tablesVersion() >= Schema.firstWithPrivacy else { return [] }
    return try session.rows(.own_views_of_trainee, [.text(trainee.text)]) { row in
      OwnView(
        id: try row.factID(), trainee: trainee, about: try row.optionalInteger(2).flatMap { BookingNumber($0) })
    }
  }
}
