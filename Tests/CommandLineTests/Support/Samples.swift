import Foundation

/// The files of `SampleData`.
enum Samples {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("SampleData")

  static let companyFiles = ["mensen.csv", "trainees.csv", "taken.csv", "profielen.csv", "scholen.csv"]

  /// The school's messages, by name.
  static let forms: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("Forms").path)) ?? []
    return all.filter { $0.hasSuffix(".xml") }.sorted()
  }()

  static let fortyForms = "2026-11-20-week47-40-formulieren.xml"
  static let correction = "2026-03-13-correctie-op-voortgangsgesprekken-noord.xml"
  static let unknownTask = "2026-10-30-onbekende-taak-slijp-2.xml"

  /// The schools with a dialect.
  static let schools = ["koggeland", "maasoever", "noorderkwartier", "veste"]

  /// The sample forms of their dialects, by path.
  static let dialectForms: [String] = schools.flatMap { school -> [String] in
    let all = (try? FileManager.default.contentsOfDirectory(atPath: dialects.appendingPathComponent(school).path)) ?? []
    let forms = all.filter { ($0.hasSuffix(".xml") || $0.hasSuffix(".xfdf")) && $0 != "dialect.xml" }
    return forms.sorted().map { dialects.appendingPathComponent(school + "/" + $0).path }
  }

  /// The first sample form of a school, by path.
  static func form(of school: String) -> String { dialectForms.first { $0.contains("/\(school)/") } ?? "" }

  static func dialect(_ school: String) throws -> String {
    try bundled(dialects.appendingPathComponent(school + "/dialect.xml").path)
  }

  /// A file by its path.
  static func bundled(_ path: String) throws -> String { try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8) }

  private static let dialects = folder.deletingLastPathComponent().appendingPathComponent("Templates/SchoolForms")

  static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  /// The forty forms of one message as forty messages of one form, each with an id of its own.
  static func fortyMessages() throws -> [String] {
    let text = try text("Forms/" + fortyForms)
    let parts = text.components(separatedBy: "  <formulier id=")
    let envelope = parts[0].components(separatedBy: "<berichtid>")
    return parts.dropFirst().enumerated().map { index, part in
      let form = part.components(separatedBy: "</formulier>")[0] + "</formulier>\n"
      let rest = envelope[1].components(separatedBy: "</berichtid>")[1]
      return envelope[0] + "<berichtid>\(messageID(index))</berichtid>" + rest + "  <formulier id=" + form + "</bericht>\n"
    }
  }
}

/// A message id that no sample has.
func messageID(_ number: Int) -> String {
  let digits = String(number)
  return "urn:uuid:00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
}
