/// A trainee (medewerker in opleiding).
public struct Trainee: Hashable, Sendable {
  /// Where the training stands; never with a reason, which could be about health.
  public enum Status: String, Sendable, CaseIterable {
    case lopend, gepauzeerd, afgerond, gestopt
    /// Whether the trainee has a column in the matrix.
    public var isCurrent: Bool { self == .lopend || self == .gepauzeerd }
  }
  /// The pathway: with a contract (bbl), from school (bol) or other.
  public enum Pathway: String, Sendable, CaseIterable { case bbl, bol, overig }

  /// The id that facts keep.
  public var id: TraineeID
  /// The name as people say it.
  public var name: PersonName
  /// The employer's number, kept as text because zeros count; empty when there is none.
  public var personnelNumber: String
  /// The name of the team.
  public var team: String
  /// The profile that is followed.
  public var profile: ProfileID
  /// The version of it that the trainee started with.
  public var profileVersion: Int
  /// The werkplekbegeleider; nil when there is none yet.
  public var mentor: PersonID?
  /// The leidinggevende; nil when there is none yet.
  public var lineManager: PersonID?
  /// The school; nil when there is none.
  public var school: SchoolID?
  /// The school's own number, kept as text; empty when there is none.
  public var studentNumber: String
  /// The first day.
  public var start: CalendarDate
  /// The expected last day; nil when it is open.
  public var expectedEnd: CalendarDate?
  /// How often a conversation is held; nil when it is not agreed.
  public var rhythm: Rhythm?
  /// What the training is called; empty for the profile's title.
  public var programme: String
  /// The pathway; nil when it is not told.
  public var pathway: Pathway?
  /// Where the training stands.
  public var status: Status

  /// A trainee from checked parts.
  public init(
    id: TraineeID, name: PersonName, personnelNumber: String = "", team: String, profile: ProfileID, profileVersion: Int = 1,
    mentor: PersonID? = nil, lineManager: PersonID? = nil, school: SchoolID? = nil, studentNumber: String = "",
    start: CalendarDate, expectedEnd: CalendarDate? = nil, rhythm: Rhythm? = nil, programme: String = "",
    pathway: Pathway? = nil, status: Status = .lopend
  ) {
    (self.id, self.name, self.personnelNumber, self.team) = (id, name, personnelNumber, team)
    (self.profile, self.profileVersion, self.mentor, self.lineManager) = (profile, profileVersion, mentor, lineManager)
    (self.school, self.studentNumber, self.start, self.expectedEnd) = (school, studentNumber, start, expectedEnd)
    (self.rhythm, self.programme, self.pathway, self.status) = (rhythm, programme, pathway, status)
  }
}

/// How often a conversation is held: a word of the field, or a number of weeks (`6w`).
public enum Rhythm: Hashable, Sendable {
  case wekelijks, tweewekelijks, maandelijks, kwartaal
  case weeks(Int)

  /// A rhythm as the CSV writes it; nil for anything else, and for more than 104 weeks.
  public init?(_ text: String) {
    switch text {
    case "wekelijks": self = .wekelijks
    case "tweewekelijks": self = .tweewekelijks
    case "maandelijks": self = .maandelijks
    case "kwartaal": self = .kwartaal
    default:
      guard text.utf8.last == UInt8(ascii: "w"), let count = Int(text.dropLast()), (1...104).contains(count) else { return nil }
      self = .weeks(count)
    }
  }

  /// The rhythm as the CSV writes it.
  public var text: String {
    switch self {
    case .wekelijks: "wekelijks"
    case .tweewekelijks: "tweewekelijks"
    case .maandelijks: "maandelijks"
    case .kwartaal: "kwartaal"
    case .weeks(let count): "\(count)w"
    }
  }
}
