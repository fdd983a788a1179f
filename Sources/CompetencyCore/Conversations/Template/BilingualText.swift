/// A text that people read, in Dutch and in English.
public struct BilingualText: Hashable, Sendable {
  /// In Dutch.
  public let nl: String
  /// In English.
  public let en: String

  /// A text in both languages.
  public init(nl: String, en: String) { (self.nl, self.en) = (nl, en) }
}
