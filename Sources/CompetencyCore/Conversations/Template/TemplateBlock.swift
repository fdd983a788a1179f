/// A heading of a template with the lines `key = value` under it; the head of the file has no heading.
struct TemplateBlock {
  struct Entry {
    let key: String
    let value: String
    let line: Int
  }
  /// The words of the heading, `stap terugblik`; none for the head of the file.
  let heading: [String]
  /// The line of the heading; nil for the head of the file.
  let line: Int?
  private(set) var entries: [Entry] = []
  /// The keys of lines without a value, which have been told of.
  private var unfinished: Set<String> = []

  init(heading: [String] = [], line: Int? = nil) { (self.heading, self.line) = (heading, line) }

  mutating func append(_ entry: Entry) { entries.append(entry) }

  mutating func append(unfinished key: String) { unfinished.insert(key) }

  /// Whether it has been told that the line of a key is not finished.
  func isUnfinished(_ key: String) -> Bool { unfinished.contains(key) }

  /// Takes the entry of a key out, so that what is left at the end has no meaning here.
  mutating func take(_ key: String) -> Entry? {
    entries.firstIndex { sameBytes($0.key, key) }.map { entries.remove(at: $0) }
  }

  func has(_ key: String) -> Bool { entries.contains { sameBytes($0.key, key) } }

  /// The numbers of the keys `vraag.1.nl`, `vraag.2.nl`, in their order.
  func numbers(of name: String) -> [Int] {
    let numbers = entries.compactMap { entry -> Int? in
      let parts = entry.key.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].elementsEqual(name.utf8),
        ["nl", "en"].contains(where: { parts[2].elementsEqual($0.utf8) })
      else {
        return nil
      }
      return WholeNumber.of(String(decoding: Array(parts[1]), as: UTF8.self), in: 1...99)
    }
    return Set(numbers).sorted()
  }
}

/// Whole numbers as people write them, without a sign and without leading zeros.
enum WholeNumber {
  static func of(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard let number = Int(text), range.contains(number), sameBytes(String(number), text) else { return nil }
    return number
  }
}
