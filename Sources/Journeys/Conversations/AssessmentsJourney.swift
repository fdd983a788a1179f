public import CompetencyCore
internal import CompetencyStore

/// Looking at the marks in a trainee's forms: for the trainee, who guides and who leads, and for nobody else.
public enum AssessmentsJourney {
  /// A mark with where it comes from.
  public struct Row: Sendable {
    /// The mark.
    public let assessment: Assessment
    /// The form that it stands in.
    public let form: FormIdentity
    /// What kind of form that is.
    public let kind: FormKind
    /// The name of the school that sent it.
    public let school: String
  }

  /// The marks of a trainee until today, by day; those of a form that does not count any more are not there.
  ///
  /// - Throws: ``Refusal``, the same for who is not there and for whose words the acting person may not read.
  public static func list(_ context: JourneyContext, who: String) throws(Refusal) -> (trainee: Trainee, rows: [Row]) {
    try context.meet(who, "conversation assessments") { desk in
      let senders = try desk.situation.reader.senderNames()
      var rows: [Row] = []
      for form in desk.situation.knowledge.forms(of: desk.trainee.id, upTo: desk.situation.today) {
        let identity = form.arrival.identity
        rows += try desk.situation.reader.assessments(of: form.reading.id).map { assessment in
          Row(assessment: assessment, form: identity, kind: form.reading.kind, school: senders[identity.sender] ?? "")
        }
      }
      let sorted = rows.enumerated().sorted { one, other in
        (one.element.assessment.stated.day, one.offset) < (other.element.assessment.stated.day, other.offset)
      }
      return (desk.trainee, sorted.map(\.element))
    }
  }
}
