/// A language that the product speaks; Dutch unless asked otherwise.
public enum Language: String, Sendable, CaseIterable {
  case nl, en
}
