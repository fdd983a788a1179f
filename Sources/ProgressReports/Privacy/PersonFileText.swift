public import CompetencyCore
public import Wording

extension PersonFile {
  /// The file as text.
  public func text(_ texts: Texts) -> [UInt8] {
    let wording = PersonFileWording(file: self, texts: texts)
    var lines = TextLines()
    let (width, clean) = (90, { (text: String) in CleanText.cleaned(text) })
    lines.add(clean(wording.title))
    lines.add(wording.stand)
    for line in [wording.restricted, wording.withheld, wording.origins].compactMap({ $0 }) {
      lines.add(paragraph: clean(line), width: width, indent: "")
    }
    lines.add()
    lines.add(texts.say("privacy.recipients"))
    for line in wording.recipients { lines.add("  " + clean(line)) }
    for kind in wording.kinds {
      lines.add()
      lines.add(kind.title)
      for part in [kind.purpose, kind.ground, kind.term, kind.origin] { lines.add(paragraph: part, width: width, indent: "  ") }
      for table in kind.tables {
        lines.add()
        lines.add(paragraph: table.title, width: width, indent: "  ")
        for row in table.rows {
          let facts = row.facts.map { clean($0.name + ": " + $0.value) }.joined(separator: "; ")
          lines.add(paragraph: (row.booking.isEmpty ? "" : row.booking + " ") + facts, width: width, indent: "    ")
        }
      }
    }
    lines.add()
    lines.add(paragraph: wording.rights, width: width, indent: "")
    return lines.bytes
  }
}
