/// What a person is to a trainee, in the words of the field; one word list for forms, CSV and JSON.
public enum Role: String, Sendable, CaseIterable, Comparable {
  /// Guides the learning on the spot (workplace mentor); gives observations.
  case werkplekbegeleider
  /// Answers for the practical part in the accredited company (in-company trainer); gives observations.
  case praktijkopleider
  /// The line manager; holds conversations, gives observations.
  case leidinggevende
  /// The trainee (medewerker in opleiding); gives proposals.
  case student
  /// The school's person who follows the student in the company; gives proposals.
  case bpv_begeleider
  /// Examines on behalf of the school; gives proposals.
  case examinator
  /// Receives summaries, never the words of a conversation.
  case hr
  /// Sets up, imports, reads the log; sees no words of conversations.
  case beheer

  /// Whether what this role says of a task sets the level (vaststelling) rather than standing beside it (voorstel).
  public var observes: Bool {
    switch self {
    case .werkplekbegeleider, .praktijkopleider, .leidinggevende: true
    case .student, .bpv_begeleider, .examinator, .hr, .beheer: false
    }
  }

  /// Whether this role says anything of a task at all.
  public var judges: Bool { self != .hr && self != .beheer }

  /// Whether a person of the leerbedrijf can be given this role in `mensen.csv`.
  public var isOfTheCompany: Bool { observes || self == .hr || self == .beheer }

  /// The order of this list, which breaks ties between facts of one day.
  public static func < (one: Self, other: Self) -> Bool { one.place < other.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
