public import CompetencyCore

/// Looks the texts over: every line can be read, and both languages have the same texts with the same values.
public enum TextsCheckup {
  /// What is wrong with the texts, those of the administrator's own folder in the place of their namesakes.
  public static func look(at folders: TemplateFolders) -> Checkup {
    var problems: [Problem] = []
    var catalogues: [Language: TextCatalogue] = [:]
    for language in Language.allCases {
      do throws(Refusal) {
        catalogues[language] = try catalogue(language, folders, noting: &problems)
      } catch {
        problems += error.problems
      }
    }
    let count = catalogues.values.map(\.patterns.count).max() ?? 0
    for language in Language.allCases {
      guard let own = catalogues[language], let other = catalogues.first(where: { $0.key != language })?.value else { continue }
      compare(own, with: other, file: folders.path(of: name(language)), isFirst: language == .nl, noting: &problems)
    }
    return Checkup("texts", detail: "\(count)", problems, status: .configuration)
  }

  private static func name(_ language: Language) -> String { "Texts/\(language.rawValue).txt" }

  private static func catalogue(
    _ language: Language, _ folders: TemplateFolders, noting problems: inout [Problem]
  ) throws(Refusal) -> TextCatalogue {
    let name = name(language)
    let bundled = TextCatalogue(parsing: try folders.bundledBytes(of: name), file: name, noting: &problems)
    guard let own = try folders.ownBytes(of: name) else { return bundled }
    let file = folders.path(of: name)
    return bundled.replaced(by: TextCatalogue(parsing: own, file: file, noting: &problems), file: file, noting: &problems)
  }

  /// A text that one language lacks is told of that language; values that differ are told once.
  private static func compare(
    _ own: TextCatalogue, with other: TextCatalogue, file: String, isFirst: Bool, noting problems: inout [Problem]
  ) {
    for key in other.patterns.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard let pattern = own.patterns[key] else {
        problems += faulty("missing", at: SourcePlace(file: file), detail: key).problems
        continue
      }
      if isFirst, let names = other.patterns[key]?.names, names != pattern.names {
        let different = names.symmetricDifference(pattern.names).sorted().joined(separator: ", ")
        problems.append(Problem(.texts_differ, at: SourcePlace(file: file), values: ["detail": key, "list": different]))
      }
    }
  }
}
