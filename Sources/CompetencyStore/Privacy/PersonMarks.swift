/// What a person is known by in text: whole names and numbers, and the name used at work where nobody else has it.
public struct PersonMarks: Sendable {
  /// Signs that are looked for, the longest first.
  private let marks: [[UInt8]]
  /// Those that are looked for in words only, where a name stands for a person.
  private let inWords: [[UInt8]]
  /// What takes their place.
  private let stand: [UInt8]

  /// Marks from checked parts.
  ///
  /// - Parameters:
  ///   - names: whole names.
  ///   - numbers: numbers; one that is too short to be told from any other is not looked for.
  ///   - given: names used at work that nobody else has.
  ///   - stand: what takes their place.
  public init(names: [String], numbers: [String], given: [String], stand: String) {
    let numbers = numbers.filter(Self.isTelling)
    marks = Self.signs(names + numbers)
    inWords = Self.signs(names + numbers + given)
    self.stand = Array(stand.utf8)
  }

  /// All that is looked for, in small letters of the alphabet: what has none of it has no mark.
  var smallLetters: [String] { inWords.map { String(decoding: $0.map(Self.small), as: UTF8.self) } }

  private static func isTelling(_ number: String) -> Bool {
    number.utf8.count >= 4 && number.utf8.contains { (0x30...0x39).contains($0) }
  }

  private static func signs(_ texts: [String]) -> [[UInt8]] {
    Set(texts.map { Array($0.utf8) }).filter { $0.count > 1 }.sorted { $0.count > $1.count }
  }

  /// The text with all marks replaced; nil when there are none in it.
  ///
  /// - Parameter areWords: whether a person wrote it, so that the name used at work counts.
  public func replaced(in text: String, areWords: Bool) -> String? {
    replaced(in: Array(text.utf8), areWords: areWords).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes with all marks replaced; nil when there are none in them.
  public func replaced(in bytes: [UInt8], areWords: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    var (position, taken) = (0, 0)
    while position < bytes.count {
      guard let mark = mark(at: position, in: bytes, areWords ? inWords : marks) else {
        position += 1
        continue
      }
      result += bytes[taken..<position] + stand
      position += mark.count
      taken = position
    }
    return taken == 0 ? nil : result + bytes[taken...]
  }

  /// The mark that begins here and is no part of a longer word; small and large letters of the alphabet are the same.
  private func mark(at position: Int, in bytes: [UInt8], _ marks: [[UInt8]]) -> [UInt8]? {
    guard position == 0 || !Self.isOfWord(bytes[position - 1]) else { return nil }
    return marks.first { mark in
      let end = position + mark.count
      guard end <= bytes.count, end == bytes.count || !Self.isOfWord(bytes[end]) else { return false }
      return mark.indices.allSatisfy { Self.small(mark[$0]) == Self.small(bytes[position + $0]) }
    }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
