public import CompetencyCore

/// What makes a password good enough: long, and not what anybody would try first.
public enum PasswordRule {
  /// The fewest signs of a password (ASVS 5.0, 6.2.1 asks for 8 and recommends 15).
  public static let shortest = 12

  /// Refuses a password that is short, that many people have, or that is a name or a row with only figures around it.
  public static func check(_ secret: String, names: [String]) throws(Refusal) {
    guard secret.unicodeScalars.count >= shortest else { throw weak }
    guard !isCommon(secret) else { throw Refusal(.usage, .secret_common) }
    let bare = letters(secret)
    let isName = names.map(letters).contains { $0.utf8.count > 2 && isRepeated($0, in: bare) }
    guard secret.utf8.count <= SecretHash.longest, !secret.utf8.contains(0), !isName,
      Set(secret.unicodeScalars).count >= 5, !isRow(Array(secret.utf8))
    else { throw weak }
  }

  private static var weak: Refusal { Refusal(.usage, .secret_weak, values: ["count": "\(shortest)"]) }

  /// Whether a password is among those that are tried first: a word of the list, once or more, whatever figures and signs stand
  /// around or between and whichever signs stand for letters; or a row of keys.
  private static func isCommon(_ secret: String) -> Bool {
    let parts = secret.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    if CommonPasswords.rows.contains(String(String.UnicodeScalarView(parts))) { return true }
    // Signs behind a word are only added to it; those before it may stand for its first letter.
    let word = Array(Array(secret.unicodeScalars.reversed()).drop { !$0.properties.isAlphabetic }.reversed())
    let meant = [word, Array(word.drop { !$0.properties.isAlphabetic })].map { scalars in
      letters(String(String.UnicodeScalarView(scalars.map { standIns[$0] ?? $0 })))
    }
    return ([letters(secret)] + meant).contains { bare in
      !bare.isEmpty
        && (1...6).contains { times in
          let (count, rest) = bare.utf8.count.quotientAndRemainder(dividingBy: times)
          let word = String(decoding: bare.utf8.prefix(count), as: UTF8.self)
          return rest == 0 && CommonPasswords.words.contains(word) && isRepeated(word, in: bare)
        }
    }
  }

  /// The signs that people write for letters.
  private static let standIns: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
  ]

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
    guard !text.isEmpty, text.count % word.count == 0 else { return false }
    return stride(from: 0, to: text.count, by: word.count).allSatisfy { Array(text[$0..<$0 + word.count]) == word }
  }

  /// Whether each sign comes one after, or one before, the sign before it: 123456, fedcba.
  private static func isRow(_ bytes: [UInt8]) -> Bool {
    let steps = zip(bytes.dropFirst(), bytes).map { Int($0) - Int($1) }
    return steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 }
  }
}
