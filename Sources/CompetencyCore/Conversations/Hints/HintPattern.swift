/// A word, words in a row, or the ending of a word, and where it does not count: `te, niet voor -en`.
struct HintPattern: Hashable, Sendable {
  /// Words or endings that stand before or after, so that the pattern does not count.
  struct Exceptions: Hashable, Sendable {
    var words: Set<String> = []
    var endings: [String] = []

    func hold(for word: String?) -> Bool {
      guard let word else { return false }
      return words.contains(word) || endings.contains { word.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
  }
  private(set) var words: [String] = []
  private(set) var isEnding = false
  private(set) var before = Exceptions()
  private(set) var after = Exceptions()

  /// A line of a list; nil when it cannot be understood.
  init?(_ line: String) {
    let parts = line.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { $0.split(separator: UInt8(ascii: " ")).map { String(decoding: Array($0), as: UTF8.self) } }
    guard let first = parts[0].first, !line.utf8.contains(UInt8(ascii: "=")) else { return nil }
    isEnding = parts[0].count == 1 && first.utf8.first == UInt8(ascii: "-")
    words = HintText(parts[0].joined(separator: " ")).words
    guard !words.isEmpty else { return nil }
    for part in parts.dropFirst() {
      guard part.count > 2, sameBytes(part[0], "niet") else { return nil }
      let exceptions = Self.exceptions(part.dropFirst(2))
      switch part[1] {
      case "voor": before = exceptions
      case "na": after = exceptions
      default: return nil
      }
    }
  }

  /// Where the pattern begins in a row of plain words; nil when it is not there.
  func place(in words: [String]) -> Int? {
    guard self.words.count <= words.count else { return nil }
    return (0...(words.count - self.words.count)).first { start in
      let end = start + self.words.count
      return fits(words[start..<end]) && !before.hold(for: end < words.count ? words[end] : nil)
        && !after.hold(for: start > 0 ? words[start - 1] : nil)
    }
  }

  private func fits(_ found: ArraySlice<String>) -> Bool {
    guard isEnding, let word = found.first else { return zip(found, words).allSatisfy { sameBytes($0, $1) } }
    // An ending is the end of something: "en" itself is no verb.
    return word.utf8.count > words[0].utf8.count + 2 && word.utf8.suffix(words[0].utf8.count).elementsEqual(words[0].utf8)
  }

  private static func exceptions(_ words: ArraySlice<String>) -> Exceptions {
    var exceptions = Exceptions()
    for word in words.map(NameMatching.plain) {
      if word.utf8.first == UInt8(ascii: "-") {
        exceptions.endings.append(withoutHyphen(word))
      } else {
        exceptions.words.insert(word)
      }
    }
    return exceptions
  }

  private static func withoutHyphen(_ word: String) -> String { String(decoding: word.utf8.dropFirst(), as: UTF8.self) }
}

/// A text as whole words, as they were written and in plain letters.
struct HintText {
  let written: [String]
  let words: [String]

  init(_ text: String) {
    // A mark stands on the letter before it, whichever way it is written.
    written = text.unicodeScalars
      .split {
        !$0.properties.isAlphabetic && $0.properties.numericType == nil && $0.properties.generalCategory != .nonspacingMark
      }
      .map { String(String.UnicodeScalarView($0)) }
    words = written.map(NameMatching.plain)
  }
}
