public import CompetencyCore

/// What the product says, in one language: code hands over a key and values.
public struct Texts: Sendable {
  /// The language.
  public let language: Language
  private let catalogue: TextCatalogue

  /// The texts of a language.
  ///
  /// An administrator's own file needs only the texts that it changes; the others stay as they come with the program.
  public init(_ language: Language, folders: TemplateFolders = TemplateFolders()) throws(Refusal) {
    let name = "Texts/\(language.rawValue).txt"
    let bundled = try TextCatalogue(parsing: try folders.bundledBytes(of: name), file: name)
    self.language = language
    guard let own = try folders.ownBytes(of: name) else {
      catalogue = bundled
      return
    }
    let file = folders.path(of: name)
    catalogue = try bundled.replaced(by: try TextCatalogue(parsing: own, file: file), file: file)
  }

  private init(withoutTexts language: Language) { (self.language, catalogue) = (language, TextCatalogue()) }

  /// No texts: keys and values as they are, for when the texts themselves cannot be read.
  public static let none = Texts(withoutTexts: .nl)

  /// The text under this key with its values; the key itself, in brackets, when there is no such text.
  public func say(_ key: String, _ values: [String: String] = [:]) -> String {
    guard let pattern = catalogue.patterns[key] else { return "[" + key + "]" }
    return pattern.filled(with: values.mapValues { CleanText.cleaned($0) })
  }

  /// The text under this key for a number, given as `{count}`: `key.none`, `key.one` or `key`, as far as they are there.
  public func say(_ key: String, count: Int, _ values: [String: String] = [:]) -> String {
    let special = count == 0 ? key + ".none" : count == 1 ? key + ".one" : key
    return say(has(special) ? special : key, values.merging(["count": String(count)]) { given, _ in given })
  }

  /// Whether there is a text under this key.
  public func has(_ key: String) -> Bool { catalogue.patterns[key] != nil }

  /// Every key, in the order of their bytes.
  public var keys: [String] { catalogue.patterns.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// The names of the values that the text under this key mentions.
  public func valueNames(of key: String) -> Set<String> { catalogue.patterns[key]?.names ?? [] }

  /// The texts without values whose keys begin so, by the rest of their keys: the words of a template, `{{words.agreements}}`.
  public func words(under prefix: String) -> [String: String] {
    var words: [String: String] = [:]
    for (key, pattern) in catalogue.patterns where key.utf8.starts(with: prefix.utf8) && pattern.names.isEmpty {
      words[String(decoding: key.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)] = pattern.filled(with: [:])
    }
    return words
  }

  /// Things in a row as people say them: `Mo, Lisa en Ineke`.
  public func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " " + say("list.and") + " " + last
  }
}
