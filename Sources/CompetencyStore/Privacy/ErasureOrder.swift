public import CompetencyCore

/// What is to be erased of a trainee.
public struct ErasureOrder: Sendable {
  /// Who it is.
  public let trainee: TraineeID
  /// The made-up id that takes the place; the trainee's own when only words go.
  public let stand: TraineeID
  /// How much goes.
  public let extent: Erasure.Extent
  /// What was read of forms about the trainee.
  public let readings: [ReadingID]
  /// By which numbers schools know the trainee.
  public let participants: Set<ParticipantKey>
  /// What the trainee is known by in text.
  public let marks: PersonMarks

  /// An order from checked parts.
  public init(
    trainee: TraineeID, stand: TraineeID, extent: Erasure.Extent, readings: [ReadingID], participants: Set<ParticipantKey>,
    marks: PersonMarks
  ) {
    (self.trainee, self.stand, self.extent) = (trainee, stand, extent)
    (self.readings, self.participants, self.marks) = (readings, participants, marks)
  }
}
