public import CompetencyCore

/// The report that goes back to a school, with the same content as its file (retour).
public struct SchoolReport: Sendable {
  /// How the school says one of our levels.
  public struct SchoolWord: Sendable {
    /// Our level.
    public let level: LevelID
    /// The school's words that mean exactly this level; none when its scale cannot say it.
    public let words: [String]

    /// The words for a level.
    public init(level: LevelID, words: [String]) { (self.level, self.words) = (level, words) }
  }
  /// One return a trainee, all of one day.
  public let returns: [SchoolReturn]
  /// The school that it goes to.
  public let school: School
  /// The numbers and the name by which the school knows us.
  public let sender: MessageHead.Recipient
  /// The id of the message.
  public let message: String
  /// The id of the message that it answers; nil when there is none.
  public let answered: String?
  /// The school's words for each of our levels; empty when its scale is not known.
  public let schoolWords: [SchoolWord]
  /// The set-up, for names.
  let company: Company
  /// The day that it shows.
  public let asOf: CalendarDate

  /// A report of at least one return; nil for none.
  public init?(
    _ returns: [SchoolReturn], company: Company, sender: MessageHead.Recipient, message: String, answered: String?,
    schoolWords: [SchoolWord]
  ) {
    guard let first = returns.first else { return nil }
    (self.returns, self.company, self.sender, self.message) = (returns, company, sender, message)
    (self.answered, self.schoolWords, school, asOf) = (answered, schoolWords, first.school, first.asOf)
  }
}
