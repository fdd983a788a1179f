/// What a conversation of each kind must talk about, and how long it takes.
enum TemplateRules {
  /// Twenty to thirty minutes (S1): long enough to get somewhere, short enough to be held.
  static let minutes = 20...30

  /// What each kind must talk about; of topics that stand together one is enough.
  ///
  /// A progress conversation has the five topics of the form (S2: terugblik, voortgang, feedback, ambities, rol van de
  /// begeleider) and what the five steps add (S1: knelpunten, ondersteuning). For the other kinds the sources name no list; these
  /// are the least without which such a conversation would miss its point.
  static func required(of kind: ConversationKind) -> [[ConversationTopic]] {
    switch kind {
    case .startgesprek: [[.doelen], [.ondersteuning], [.rol_begeleider]]
    case .voortgangsgesprek:
      [[.terugblik], [.voortgang, .doelen], [.knelpunten], [.ondersteuning], [.feedback], [.ambities], [.rol_begeleider]]
    case .ontwikkelgesprek: [[.ambities], [.doelen], [.ondersteuning]]
    case .eindgesprek: [[.terugblik], [.resultaten], [.feedback]]
    case .bpv_bezoek: [[.voortgang, .doelen], [.knelpunten], [.ondersteuning, .rol_begeleider]]
    }
  }

  /// The topics that are not talked about, `voortgang/doelen` where either would do.
  static func missing(_ topics: Set<ConversationTopic>, of kind: ConversationKind) -> [String] {
    required(of: kind).filter { topics.isDisjoint(with: $0) }.map { $0.map(\.rawValue).joined(separator: "/") }
  }
}
