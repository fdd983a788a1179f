/// A tag of a template: `{{name}}`, `{{{name}}}`, `{{#name}}` and the others.
public struct TemplateTag: Sendable, Hashable {
  /// What a tag does.
  public enum Kind: Sendable, Hashable {
    /// Writes a value, escaped.
    case value
    /// Writes finished HTML as it is.
    case raw
    /// Opens a part that repeats for a list, or stands there for a truth.
    case section
    /// Opens a part that stands there when there is nothing.
    case inverted
    /// Closes a part.
    case end
    /// Anything else that names something: a partial, a block, a setting.
    case other
  }
  /// What it does.
  public let kind: Kind
  /// The name it asks for.
  public let name: String
  /// The line it stands on, from 1.
  public let line: Int

  /// The tags of a template in their order, comments left out.
  static func all(in bytes: [UInt8]) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var place = 0
    var line = 1
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      guard bytes[place] == UInt8(ascii: "{"), bytes[place + 1] == UInt8(ascii: "{") else {
        place += 1
        continue
      }
      let end = endOfTag(in: bytes, from: place + 2)
      if let tag = tag(bytes[(place + 2)..<end], line: line) { tags.append(tag) }
      line += bytes[place..<end].count { $0 == UInt8(ascii: "\n") }
      place = end + 2
    }
    return tags
  }

  private static func endOfTag(in bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place + 1 < bytes.count, bytes[place] != UInt8(ascii: "}") || bytes[place + 1] != UInt8(ascii: "}") { place += 1 }
    return min(place, bytes.count)
  }

  private static func tag(_ content: ArraySlice<UInt8>, line: Int) -> TemplateTag? {
    let kinds: [UInt8: Kind] = [
      UInt8(ascii: "{"): .raw, UInt8(ascii: "&"): .raw, UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted,
      UInt8(ascii: "/"): .end, UInt8(ascii: ">"): .other, UInt8(ascii: "<"): .other, UInt8(ascii: "$"): .other,
      UInt8(ascii: "="): .other, UInt8(ascii: "%"): .other,
    ]
    guard let first = content.first, first != UInt8(ascii: "!") else { return nil }
    let kind = kinds[first] ?? .value
    let name = (kinds[first] == nil ? content : content.dropFirst()).filter { $0 > 0x20 }
    return TemplateTag(kind: kind, name: String(decoding: name, as: UTF8.self), line: line)
  }
}
