public import CompetencyCore

/// What is written on a school's own form, and what of it is read to know where.
public struct FormAnswers {
  /// What is known of one task.
  public struct Answer: Sendable {
    /// The level, or why there is none.
    public let judgement: Judgement
    /// The day on which it was established.
    public let seenOn: CalendarDate
    /// Who established it; nil when that is not a person who is known.
    public let by: String?

    /// An answer from checked parts.
    public init(judgement: Judgement, seenOn: CalendarDate, by: String?) {
      (self.judgement, self.seenOn, self.by) = (judgement, seenOn, by)
    }
  }
  /// The day that the form then shows.
  let day: CalendarDate
  /// Whether a participant is whom it is about.
  let isAbout: (ParticipantKey) -> Bool
  /// What is known of a task as the sender writes it; nil for nothing.
  let answer: (TaskCode, _ sender: SenderKey) -> Answer?
  /// What a judgement of the sender means; nil while that is not known.
  let meaning: (FormEntry.Said, _ sender: SenderKey) -> Judgement?

  /// Answers from functions that know them.
  public init(
    day: CalendarDate, isAbout: @escaping (ParticipantKey) -> Bool,
    answer: @escaping (TaskCode, _ sender: SenderKey) -> Answer?,
    meaning: @escaping (FormEntry.Said, _ sender: SenderKey) -> Judgement?
  ) {
    (self.day, self.isAbout, self.answer, self.meaning) = (day, isAbout, answer, meaning)
  }
}

/// A school's own form, filled in.
public struct FilledForm: Sendable {
  /// The file: every byte outside the places that were written is as it came.
  public let bytes: [UInt8]
  /// How many judgements were written.
  public let count: Int
  /// How many other students the file is about; nothing of theirs was written.
  public let otherStudents: Int
  /// What could not be written, by line.
  public let losses: [Problem]
}

/// Why a form cannot be filled in.
public enum FillingObstacle: Error, Sendable {
  /// It is a message of the canonical form.
  case canonical
  /// Its dialect does not say where to write.
  case noAnchors(dialect: String)
  /// It cannot be read any more, or no dialect that is at hand reads it.
  case unreadable
}
