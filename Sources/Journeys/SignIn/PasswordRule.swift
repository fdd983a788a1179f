public import CompetencyCore

/// What makes a password good enough: long, and not what anybody would try first.
public enum PasswordRule {
  /// The fewest signs of a password (ASVS 5.0, 6.2.1 asks for 8 and recommends 15).
  public static let shortest = 12

  /// Words that people take when a password is asked for, in Dutch and English, and what the product is about.
  private static let common = [
    "wachtwoord", "password", "welkom", "welcome", "vakmatrix", "geheim", "admin", "beheer", "qwerty", "azerty", "letmein",
    "iloveyou", "ikhouvan", "voetbal", "zomer", "winter", "lente", "herfst", "monkey", "dragon", "ajax", "feyenoord",
  ]

  /// Refuses a password that is short, or that is a name, a common word or a row with only figures around it.
  public static func check(_ secret: String, names: [String]) throws(Refusal) {
    let bare = letters(secret)
    let known = common + names.map(letters)
    let isCommon = known.contains { word in
      word.utf8.count > 2 && !bare.isEmpty && isRepeated(word, in: bare)
    }
    guard secret.unicodeScalars.count >= shortest, secret.utf8.count <= SecretHash.longest, !secret.utf8.contains(0),
      !isCommon, Set(secret.unicodeScalars).count >= 5, !isRow(Array(secret.utf8))
    else { throw Refusal(.usage, .secret_weak, values: ["count": "\(shortest)"]) }
  }

  /// A code of six figures, none of those that people try first.
  public static func code() -> String {
    while true {
      let figures = (0..<6).map { _ in UInt8(ascii: "0") + UInt8.random(in: 0...9) }
      if Set(figures).count >= 3 && !isRow(figures) { return String(decoding: figures, as: UTF8.self) }
    }
  }

  /// The letters of a text, small.
  private static func letters(_ text: String) -> String {
    String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)))
  }

  /// Whether a text is nothing but a word, once or more.
  private static func isRepeated(_ word: String, in text: String) -> Bool {
    let (word, text) = (Array(word.utf8), Array(text.utf8))
    guard text.count % word.count == 0 else { return false }
    return stride(from: 0, to: text.count, by: word.count).allSatisfy { Array(text[$0..<$0 + word.count]) == word }
  }

  /// Whether each sign comes one after, or one before, the sign before it: 123456, fedcba.
  private static func isRow(_ bytes: [UInt8]) -> Bool {
    let steps = zip(bytes.dropFirst(), bytes).map { Int($0) - Int($1) }
    return steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 }
  }
}
