/// How a conversation goes (*gesprekssjabloon*): its steps with their minutes, and what both sides think over before.
///
/// Every question is open and every answer is text. There is no place for a mark: a progress conversation steers and does not
/// judge, and what judges is a record of its own.
public struct ConversationTemplate: Hashable, Sendable {
  /// One step of the conversation (*stap*).
  public struct Step: Hashable, Sendable {
    /// Stable over versions.
    public let id: String
    /// What it is called.
    public let title: BilingualText
    /// How long it takes, as a suggestion.
    public let minutes: Int
    /// What it is about.
    public let topics: [ConversationTopic]
    /// Questions that may be asked, of which each conversation shows others.
    public let questions: [BilingualText]
  }

  /// One question that a side answers before the conversation (*voorbereiding*).
  public struct Preparation: Hashable, Sendable {
    /// Stable over versions: the answer is kept under it.
    public let id: String
    /// Who answers it.
    public let side: ConversationSide
    /// The ways in which it is asked, of which each conversation shows the next.
    public let wordings: [BilingualText]
  }

  /// Somebody outside the conversation who can help (*contact*).
  public struct Contact: Hashable, Sendable {
    /// Stable over versions.
    public let id: String
    /// Who it is.
    public let name: BilingualText
    /// What they help with.
    public let purpose: BilingualText
    /// A telephone number or an address; nil when the company has not filled it in.
    public let reach: String?
  }

  /// The name of its file without `.txt`.
  public let id: String
  /// Counts up with each change, and is kept with each conversation.
  public let version: Int
  /// The kind of conversation it is for.
  public let kind: ConversationKind
  /// What it is called.
  public let title: BilingualText
  /// The steps, in their order.
  public let steps: [Step]
  /// What both sides think over before, in their order.
  public let preparation: [Preparation]
  /// Who else can help.
  public let contacts: [Contact]

  /// How long the conversation takes when each step keeps to its minutes.
  public var minutes: Int { steps.reduce(0) { $0 + $1.minutes } }

  /// What one side thinks over before, in the order of the template.
  public func preparation(of side: ConversationSide) -> [Preparation] { preparation.filter { $0.side == side } }

  /// Whether a text can be the id of a template, a step, a question or a contact: `[a-z0-9-]{1,32}`.
  public static func isID(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
      }
  }
}
