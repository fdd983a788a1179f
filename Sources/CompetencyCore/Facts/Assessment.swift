/// A mark (*beoordeling*) as a form states it: what somebody makes of a person as a whole, or of one part.
///
/// It is a record of its own. A conversation gives no mark, and nothing is counted, converted or reported from one.
public struct FormAssessment: Hashable, Sendable {
  /// What it is about, as the sender wrote it; empty for the person as a whole.
  public let part: String
  /// The mark as the sender wrote it: a number or words.
  public let value: String
  /// The scale that it is on, as the sender wrote it; empty when the form names none.
  public let scale: String
  /// Who gives it, as a role.
  public let role: Role
  /// The day on which it was given: its own, else that of the form.
  public let day: CalendarDate

  /// A mark from checked parts.
  public init(part: String = "", value: String, scale: String = "", role: Role, day: CalendarDate) {
    (self.part, self.value, self.scale, self.role, self.day) = (part, value, scale, role, day)
  }
}

/// A mark that is kept, with where it was read.
public struct Assessment: Hashable, Sendable {
  /// What was read from the form that it stands in; it counts as long as that form does.
  public let reading: ReadingID
  /// The order in the form, from 1.
  public let position: Int
  /// What the form states.
  public let stated: FormAssessment

  /// A mark that was kept.
  public init(reading: ReadingID, position: Int, stated: FormAssessment) {
    (self.reading, self.position, self.stated) = (reading, position, stated)
  }
}
