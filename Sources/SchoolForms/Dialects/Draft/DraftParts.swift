public import CompetencyCore

/// What was found in a sample, to be written as a dialect; what was not found stays empty for a person to fill in.
struct DraftParts {
  struct Judgement {
    var at = "", task = "", taskName = "", level = "", note = ""
  }
  var namespaces: [(prefix: String, uri: String, mayBeMissing: Bool)] = []
  var root = ""
  var condition = ""
  var headingRow: Int?
  var school = ""
  var form = ""
  var dayPattern = ""
  var day = "", number = "", name = ""
  var judgements: [Judgement] = []
  var words: [String] = []

  /// The dialect, as lines of XML.
  var text: String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<!-- Een eerste versie, gemaakt van een voorbeeld. Vul in wat leeg is en lees na wat er staat. -->",
      "<dialect xmlns=\"urn:vakmatrix:dialect:1\" versie=\"1\"" + attribute("naam", "Naam van het formulier")
        + attribute("datum", dayPattern.isEmpty ? "d-m-jjjj" : dayPattern) + (hasDecimals ? attribute("decimaal", ",") : "")
        + ">",
    ]
    for space in namespaces {
      lines.append(
        "  <naamruimte" + attribute("prefix", space.prefix) + attribute("uri", space.uri)
          + (space.mayBeMissing ? attribute("mag_ontbreken", "ja") : "") + "/>")
    }
    lines.append("  <herken" + attribute("element", root) + optional("als", condition) + "/>")
    if let headingRow { lines.append("  <tabel" + attribute("kop", String(headingRow)) + "/>") }
    lines.append("  <!-- school: het nummer van de school, zoals '99ZZ', of waar het staat -->")
    lines.append("  <bericht" + attribute("school", school) + "/>")
    lines.append("  <!-- soort: 'tussenbeoordeling', 'eindbeoordeling', 'voortgangsgesprek', 'bpv_bezoek' ... -->")
    lines.append(
      "  <formulier" + attribute("bij", form) + attribute("soort", "") + attribute("datum", day)
        + attribute("studentnummer", number) + optional("naam", name) + ">")
    lines.append("    <!-- rol: 'praktijkopleider', 'werkplekbegeleider', 'student', 'bpv_begeleider' ... -->")
    for judgement in judgements {
      lines.append(
        "    <oordeel" + attribute("bij", judgement.at) + attribute("taak", judgement.task)
          + optional("taaknaam", judgement.taskName)
          + attribute("niveau", judgement.level) + attribute("rol", "") + optional("toelichting", judgement.note) + "/>")
    }
    lines.append("  </formulier>")
    lines.append("  <!-- niveau: nog_niet, aangeleerd of beheerst; of zonder_niveau of niet_omzetbaar in plaats daarvan -->")
    lines.append("  <schaal id=\"schaal\">")
    for word in wordsOnce { lines.append("    <teken" + attribute("woord", word) + attribute("niveau", "") + "/>") }
    lines += ["  </schaal>", "</dialect>", ""]
    return lines.joined(separator: "\n")
  }

  /// The longest word that a dialect gives a meaning; a longer text between the marks is somebody's remark.
  private static let longestWord = 64

  /// The words without those that are the same number as one before: `4` after `4,0`.
  private var wordsOnce: [String] {
    var known: [PlainNumber] = []
    return words.filter { word in
      guard word.unicodeScalars.count <= Self.longestWord else { return false }
      guard hasDecimals, let number = PlainNumber(word, decimalSign: ",") else { return true }
      defer { known.append(number) }
      return !known.contains(number)
    }
  }

  private var hasDecimals: Bool {
    words.contains { $0.utf8.contains(UInt8(ascii: ",")) && PlainNumber($0, decimalSign: ",") != nil }
  }

  private func optional(_ name: String, _ value: String) -> String { value.isEmpty ? "" : attribute(name, value) }

  private func attribute(_ name: String, _ value: String) -> String {
    var escaped: [UInt8] = []
    for byte in value.utf8 {
      switch byte {
      case Sign.ampersand: escaped += Array("&amp;".utf8)
      case Sign.less: escaped += Array("&lt;".utf8)
      case Sign.quote: escaped += Array("&quot;".utf8)
      default: escaped.append(byte)
      }
    }
    return " \(name)=\"" + String(decoding: escaped, as: UTF8.self) + "\""
  }
}

/// A first draft of a dialect for a sample of a form, which a person finishes.
///
/// - Throws: a refusal when the sample cannot be read, or has nothing that looks like rows with a task and a judgement.
public func dialectDraft(for bytes: [UInt8], file: String) throws(Refusal) -> String {
  do throws(Fault) {
    return try withTree(bytes) { (tree) throws(Fault) -> String in
      let parts =
        if tree.root.isNamed("xfdf") { FieldDraft(tree.root).parts } else if TablePreparation.isWorkbook(tree.root) {
          TableDraft(tree.root).parts
        } else { TreeDraft(tree.root).parts }
      guard let text = parts?.text, isDialect(text) else { throw Fault(.draft_impossible) }
      return text
    }
  } catch {
    throw Refusal(.dataWrong, [error.problem(in: file)])
  }
}

/// Whether a draft is a dialect that lacks nothing but what a person must fill in. A sample may have names that are too long for one.
private func isDialect(_ text: String) -> Bool {
  let made = Dialects([DialectSource(name: "dialect", path: "dialect.xml", bytes: Array(text.utf8))])
  return made.entries.allSatisfy { entry in
    entry.problems.allSatisfy { $0.values["kind"].map { sameScalars($0, DialectFaultKind.unfinished.rawValue) } ?? false }
  }
}
