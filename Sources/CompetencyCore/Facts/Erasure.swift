/// What was erased of somebody (wissen): what is left to tell that it was done.
public struct Erasure: Sendable, Hashable {
  /// How much was erased.
  public enum Extent: String, Sendable, CaseIterable {
    /// What people wrote, and the forms of schools as they came; levels, days and names stay.
    case words
    /// All by which somebody can be known.
    case person
  }
  /// Why it was erased.
  public enum Ground: String, Sendable, CaseIterable {
    /// Somebody asked for it.
    case asked
    /// The term was over.
    case term
  }
  /// Its place among the facts.
  public let id: FactID
  /// Whom the facts are about now: a made-up id, unless only words were erased.
  public let trainee: TraineeID
  /// How much was erased.
  public let extent: Extent
  /// Why.
  public let ground: Ground
  /// How many facts lost something, how many texts went, and how many messages of schools were cut or emptied.
  public let factCount: Int, textCount: Int, messageCount: Int

  /// An erasure from checked parts.
  public init(
    id: FactID, trainee: TraineeID, extent: Extent, ground: Ground, factCount: Int, textCount: Int, messageCount: Int
  ) {
    (self.id, self.trainee, self.extent, self.ground) = (id, trainee, extent, ground)
    (self.factCount, self.textCount, self.messageCount) = (factCount, textCount, messageCount)
  }
}

/// That a trainee's data may only be kept and not be used (beperking), or may be used again.
public struct Restriction: Sendable, Hashable {
  /// Its place among the facts.
  public let id: FactID
  /// Whose data.
  public let trainee: TraineeID
  /// Whether they may only be kept.
  public let isRestricted: Bool

  /// A restriction from checked parts.
  public init(id: FactID, trainee: TraineeID, isRestricted: Bool) {
    (self.id, self.trainee, self.isRestricted) = (id, trainee, isRestricted)
  }
}

/// How a trainee sees what was written of them; the words stand beside it, and what it is about stays.
public struct OwnView: Sendable, Hashable {
  /// Its place among the facts.
  public let id: FactID
  /// Who says it.
  public let trainee: TraineeID
  /// The booking that it is about; nil for all of it.
  public let about: BookingNumber?

  /// A view from checked parts.
  public init(id: FactID, trainee: TraineeID, about: BookingNumber?) {
    (self.id, self.trainee, self.about) = (id, trainee, about)
  }
}
