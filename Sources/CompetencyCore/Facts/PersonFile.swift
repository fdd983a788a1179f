/// A kind of data: what it is kept for, on which ground and for how long. The texts are in the catalogue (`privacy.kind.…`).
public enum DataKind: String, CaseIterable, Sendable {
  /// The trainees: names, numbers, where the training stands.
  case trainees
  /// What was seen of tasks, and what was decided about it.
  case progress
  /// That there were conversations, agreements and goals, without the words.
  case conversations
  /// All that a person wrote.
  case words
  /// The forms of schools as they came.
  case messages
  /// Who opened what.
  case looks
  /// What somebody signs in with.
  case signIn = "sign_in"
  /// The people of the company and what they do there.
  case people
  /// That something was written, by whom and when, and what shows that it is as it was written.
  case bookings
  /// Tasks, profiles, schools and settings of the company; about nobody.
  case company
}

/// All that is kept about one trainee (inzage; AVG, article 15), row by row as it stands in the tables.
public struct PersonFile: Sendable {
  /// A value of a row.
  public enum Value: Sendable, Hashable {
    case text(String)
    case integer(Int)
  }
  /// A row with what was written beside it.
  public struct Row: Sendable {
    /// The booking that wrote it; nil for what is no fact.
    public let booking: BookingNumber?
    /// Each column that has a value, with its name; without the numbers that tie rows together.
    public let values: [(column: String, value: Value)]
    /// What was written beside it, with what it is.
    public let words: [(kind: String, body: String)]

    /// A row from its parts.
    public init(booking: BookingNumber?, values: [(column: String, value: Value)], words: [(kind: String, body: String)]) {
      (self.booking, self.values, self.words) = (booking, values, words)
    }
  }
  /// The rows of one table.
  public struct Table: Sendable {
    /// The name of the table.
    public let name: String
    /// What kind of data it is.
    public let kind: DataKind
    /// The rows, in the order in which they were written.
    public let rows: [Row]

    /// A table from its parts.
    public init(name: String, kind: DataKind, rows: [Row]) { (self.name, self.kind, self.rows) = (name, kind, rows) }
  }
  /// Who it is about.
  public let trainee: Trainee
  /// The day on which it was made.
  public let madeOn: CalendarDate
  /// The tables with rows about the trainee, by kind and name.
  public let tables: [Table]
  /// Where data came from: the schools that sent forms, by the name that they gave themselves.
  public let origins: [String]
  /// Who of the company can see data of the trainee: the name, and the roles by which.
  public let recipients: [(name: String, roles: [Role])]
  /// How many answers the other side prepared for conversations; those are its own notes and are not in it.
  public let withheld: Int
  /// Whether the data may only be kept.
  public let isRestricted: Bool

  /// A file from its parts.
  public init(
    trainee: Trainee, madeOn: CalendarDate, tables: [Table], origins: [String], recipients: [(name: String, roles: [Role])],
    withheld: Int, isRestricted: Bool
  ) {
    (self.trainee, self.madeOn, self.tables, self.origins) = (trainee, madeOn, tables, origins)
    (self.recipients, self.withheld, self.isRestricted) = (recipients, withheld, isRestricted)
  }
}
