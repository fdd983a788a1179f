/// A part of the file in which a conversation is written down, by its heading.
enum RecordHeading: Hashable {
  case topic(ConversationTopic)
  case feedback(ConversationSide)
  case support(ConversationSide)
  case ambitions(ConversationSide)
  case earlierAgreements, compliments, levels, agreements, goals, currentGoals, obstacles, currentObstacles

  /// The heading as it is written between brackets.
  var text: String {
    switch self {
    case .topic(let topic): topic.rawValue
    case .feedback(let side): "feedback van " + side.rawValue
    case .support(let side): "nodig van " + side.rawValue
    case .ambitions(let side): "ambities " + (side == .medewerker ? "medewerker" : "organisatie")
    case .earlierAgreements: "afspraken van vorige keer"
    case .compliments: "complimenten"
    case .levels: "niveaus"
    case .agreements: "nieuwe afspraken"
    case .goals: "nieuwe doelen"
    case .currentGoals: "doelen van nu"
    case .obstacles: "nieuwe knelpunten"
    case .currentObstacles: "knelpunten van nu"
    }
  }

  /// Every heading, in the order in which an empty file has them; topics come where the conversation has them.
  static let all: [RecordHeading] =
    [.earlierAgreements] + ConversationTopic.allCases.map(RecordHeading.topic) + afterTopics

  /// What follows the topics.
  static let afterTopics: [RecordHeading] = [
    .compliments, .feedback(.begeleider), .feedback(.medewerker), .support(.begeleider), .support(.medewerker),
    .ambitions(.medewerker), .ambitions(.begeleider), .levels, .agreements, .currentGoals, .goals, .currentObstacles, .obstacles,
  ]
}
