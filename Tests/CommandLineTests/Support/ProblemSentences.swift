import CompetencyCore
import Foundation

/// The sentences of problems as `Templates/Texts` has them, to find them again in what the program says.
struct ProblemSentences {
  /// The text under each key.
  let texts: [String: String]

  init(_ language: String) throws {
    let file = Samples.folder.deletingLastPathComponent().appendingPathComponent("Templates/Texts/\(language).txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let pairs = lines.compactMap { line -> (String, String)? in
      guard line.hasPrefix("problem."), let sign = line.firstRange(of: " = ") else { return nil }
      return (String(line[..<sign.lowerBound].dropFirst("problem.".count)), String(line[sign.upperBound...]))
    }
    texts = Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The code and kind of each text, `schema_fault/more`; a text for one or none, or for a value or line that is not there,
  /// is none of its own.
  var exhibits: Set<String> {
    Set(
      texts.keys.compactMap { key in
        let parts = key.split(separator: ".").filter { !isForm($0) }
        return ProblemCode(rawValue: String(parts[0])) == nil ? nil : parts.joined(separator: "/")
      })
  }

  /// Whether a part of a key says in which form a text stands, and not what it is about.
  private func isForm(_ part: Substring) -> Bool {
    part == "one" || part == "none" || part == "whole" || part.hasPrefix("without_")
  }

  /// The sentences of this exhibit's problem in what a person saw.
  func sentences(of exhibit: String, in seen: String) throws -> [String] {
    let base = exhibit.replacing("/", with: ".")
    let known = texts.filter { key, _ in
      guard key.hasPrefix(base) else { return false }
      return key.dropFirst(base.count).split(separator: ".", omittingEmptySubsequences: false).dropFirst().allSatisfy(isForm)
        && (key.count == base.count || key.dropFirst(base.count).hasPrefix("."))
    }
    let patterns = try known.values.map { text in
      try NSRegularExpression(
        pattern: text.split(separator: /\{[a-z_]+\}/, omittingEmptySubsequences: false)
          .map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: ".+?"))
    }
    // In a document a quotation mark is written with a backslash.
    let lines = seen.replacing("\\\"", with: "\"").split(separator: "\n").map(String.init)
    return lines.filter { line in
      patterns.contains { $0.firstMatch(in: line, range: NSRange(line.startIndex..., in: line)) != nil }
    }
  }
}
