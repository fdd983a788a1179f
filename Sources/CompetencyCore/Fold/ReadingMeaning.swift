/// How many facts a reading holds, as far as its lines are known.
public struct FactCount: Sendable, Hashable {
  /// What roles of the leerbedrijf say.
  public var observations = 0
  /// What the trainee and the school say.
  public var proposals = 0
  /// The agreements it states.
  public var agreements = 0
  /// All of them.
  public var total: Int { observations + proposals + agreements }
}

extension Knowledge {
  /// Whom a reading is about, as known on arrival or by an answer; nil while it is asked, or when it is left out.
  public func trainee(of reading: FormReading) -> TraineeID? { answers.trainee(of: reading).value }

  /// The task of a line; nil while it is asked, or when the line is left out.
  public func task(of line: ReadLine, in reading: FormReading) -> TaskCode? { answers.task(of: line, in: reading).value }

  /// What a line says; nil while it is asked, or when the line is left out.
  public func judgement(of line: ReadLine, in reading: FormReading) -> Judgement? {
    answers.judgement(of: line, in: reading).value
  }

  /// How many facts a reading holds; a parked form holds none, nor does a parked line.
  public func factCount(of reading: FormReading) -> FactCount {
    var count = FactCount()
    guard trainee(of: reading) != nil else { return count }
    count.agreements = reading.agreements.count
    for line in reading.lines where task(of: line, in: reading) != nil && judgement(of: line, in: reading) != nil {
      if line.role.observes { count.observations += 1 } else { count.proposals += 1 }
    }
    return count
  }
}
