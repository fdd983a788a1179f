/// Comparing names as people write them; a name is never a key, it only confirms or contradicts a number.
public enum NameMatching {
  /// The text in small letters without marks: `Öztürk` becomes `ozturk`, whichever way its marks are written.
  public static func plain(_ text: String) -> String {
    // Nearly every name is ASCII, of which the Unicode tables need not be asked.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where lower.properties.generalCategory != .nonspacingMark {
        plain.append(baseLetter(of: lower))
      }
    }
    return String(plain)
  }

  /// Whether a displayed name shares a part with a person's: the given name or a word of the family name.
  ///
  /// A prefix such as "de" is no part, it fits too many people.
  public static func shareAPart(_ displayed: String, _ name: PersonName) -> Bool {
    let parts = Set(words(of: plain(name.given)) + words(of: plain(name.family)))
    return words(of: plain(displayed)).contains(where: parts.contains)
  }

  /// The letter under a marked letter, by its Unicode name: LATIN SMALL LETTER O WITH DIAERESIS is o.
  private static func baseLetter(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value > 0x7F, let name = scalar.properties.name else { return scalar }
    let prefix = Array("LATIN SMALL LETTER ".utf8)
    let bytes = Array(name.utf8)
    guard bytes.starts(with: prefix), bytes.count > prefix.count + 1, bytes[prefix.count + 1] == UInt8(ascii: " ") else {
      return scalar
    }
    return Unicode.Scalar(bytes[prefix.count] + 0x20)
  }

  private static func words(of text: String) -> [String] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.split { !(0x61...0x7A).contains($0 | 0x20) }.filter { $0.count > 1 }.map { String(Substring($0)) }
    }
    return text.unicodeScalars.split { !$0.properties.isAlphabetic }.map { String(String.UnicodeScalarView($0)) }
      .filter { $0.unicodeScalars.count > 1 }
  }
}
