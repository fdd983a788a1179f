import CompetencyCore
import Foundation
import Testing

/// Each problem that a person can meet stands in `SampleData/Problems` with the smallest that causes it, and the exact text.
/// `UPDATE_GOLDEN=1 swift test` writes the texts anew, and the difference is read like code.
@Suite struct ProblemGalleryTests {
  /// The kinds that no small file causes; SampleData/Problems/README.md says why of each.
  private static let withoutFile: Set<String> = [
    "too_large/comment", "too_large/form", "too_large/before_forms", "too_large/beside_forms", "too_large/other_file",
    "too_large/other_elements", "too_large/message",
  ]
  /// The problems that cannot be caused on demand; their folders say why.
  private static let notOnDemand: Set<String> = ["disk_full", "not_durable", "out_of_memory", "unexpected"]

  @Test func `every problem has a folder, and every folder is of a problem`() throws {
    let sentences = try ProblemSentences("nl")
    let names = Set(Gallery.exhibits.map(\.name))
    let codes = Set(names.map { String($0.prefix { $0 != "/" }) })
    #expect(codes == Set(ProblemCode.allCases.map(\.rawValue)))
    // The text without a kind is only for problems that have none, or come with and without.
    let kinds = sentences.exhibits.filter { $0.contains("/") }
    #expect(kinds.subtracting(names).subtracting(Self.withoutFile) == [])
    #expect(names.subtracting(sentences.exhibits) == [])
    #expect(Self.withoutFile.isSubset(of: kinds) && Self.withoutFile.isDisjoint(with: names))
    #expect(Set(Gallery.toldOnly.map(\.name)) == Self.notOnDemand)
  }

  @Test func `no folder of the gallery is empty, and the README names what has no file`() throws {
    let all = try FileManager.default.contentsOfDirectory(atPath: Gallery.folder.path).filter { $0 != "README.md" }
    #expect(Set(all) == Set(Gallery.exhibits.map { String($0.name.prefix { $0 != "/" }) }))
    let readme = try Samples.text("Problems/README.md")
    for name in Self.withoutFile.union(Self.notOnDemand) { #expect(readme.contains("`\(name)`"), "\(name)") }
  }

  @Test(arguments: Gallery.caused) func `each problem is told as it stands in its folder`(_ exhibit: Exhibit) throws {
    for language in ["nl", "en"] {
      let outcome = try exhibit.cause(language)
      let seen = outcome.text + outcome.errorText
      try expectGolden(Data((seen + "exit \(outcome.exit)\n").utf8), "Problems/\(exhibit.name)/\(language).txt")
      let sentences = try ProblemSentences(language).sentences(of: exhibit.name, in: seen)
      #expect(!sentences.isEmpty, "\(exhibit.name) is not told: \(seen)")
      for sentence in sentences { ProblemManners(exhibit, language, outcome.exit).look(at: sentence) }
    }
  }

  @Test(arguments: Gallery.caused.filter { $0.has(Exhibit.letterName) })
  func `what the school must mend stands in a letter to the school`(_ exhibit: Exhibit) throws {
    let letter = try exhibit.letter("nl")
    try expectGolden(letter.bytes, "Problems/\(exhibit.name)/\(Exhibit.letterName)")
    let english = try exhibit.letter("en")
    for text in [letter.text, english.text] {
      #expect(text.contains("form.xml") && !text.contains("/form.xml"))
      for value in ["Sanne", "0512345", "6782", "Renée", "V2041", "K2031"] {
        #expect(!text.contains(value), "no value of a person")
      }
      #expect(ProblemManners.steering(in: text).isEmpty)
    }
    #expect(letter.text.split(separator: "\n").count == english.text.split(separator: "\n").count)
  }

  @Test func `each problem of a school's file that check finds has its letter`() {
    let onImport: Set<ProblemCode> = [.message_changed, .form_dropped]
    for exhibit in Gallery.caused {
      let isSchools = exhibit.problem.map { $0.isForSchool && !onImport.contains($0.code) } ?? false
      #expect(exhibit.has(Exhibit.letterName) == (isSchools && exhibit.has("form.xml")), "\(exhibit.name)")
    }
  }
}

/// How a problem is told: plainly, shortly, with what to do, and without what is none of the reader's business.
private struct ProblemManners {
  let exhibit: Exhibit
  let language: String
  let exit: Int32

  init(_ exhibit: Exhibit, _ language: String, _ exit: Int32) {
    (self.exhibit, self.language, self.exit) = (exhibit, language, exit)
  }

  /// Words that tell somebody to do something.
  private var advice: Regex<Substring> {
    /Vraag|Kies|Kijk|Zet|Geef|Haal|Verbeter|Vul|Schrijf|Probeer|Controleer|Zeg|Maak|Gebruik|Lees|Noem|Sla|Werk|Draai|Laat|Begin|Daar hoort/
  }
  private var writing: Regex<Substring> {
    /vakmatrix (?:import|setup|undo|export|restore|matrix set|inbox (?:accept|refuse|answer)|trainee (?:add|edit|pause|end))/
  }

  func look(at line: String) {
    let sentence = line.hasPrefix("Fout: ") || line.hasPrefix("Error: ") ? String(line.drop { $0 != " " }.dropFirst()) : line
    if !sentence.hasPrefix("{") { #expect(sentence.unicodeScalars.count <= 200, "\(exhibit.name): \(sentence)") }
    for quoted in sentence.matches(of: /‘([^’]*)’/).map(\.output.1) where !quoted.hasPrefix("vakmatrix ") {
      #expect(quoted.unicodeScalars.count <= 21, "\(exhibit.name) quotes \(quoted)")
    }
    #expect(Self.steering(in: sentence).isEmpty)
    let files = ["form.xml", "company"].filter(exhibit.has)
    if [0, 3, 65].contains(exit), !files.isEmpty {
      #expect(files.contains { sentence.contains($0) }, "\(exhibit.name) names its file")
    }
    // Who stops the program knows what to do.
    guard exhibit.code != .interrupted else { return }
    if language == "nl" { #expect(sentence.contains(advice), "\(exhibit.name) says what to do: \(sentence)") }
    // Whether anything was kept is just what is not known when the disk does not confirm it.
    if exhibit.lines[exhibit.lines.count - 1].contains(writing), exit != 0, exit != 3, exhibit.code != .save_unconfirmed {
      #expect(sentence.hasSuffix(language == "nl" ? "Er is niets opgeslagen." : "Nothing was kept."), "\(sentence)")
    }
  }

  /// The signs that steer a screen instead of showing something.
  static func steering(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      let category = scalar.properties.generalCategory
      return scalar != "\n" && [.control, .format, .lineSeparator, .paragraphSeparator].contains(category)
    }
  }
}
