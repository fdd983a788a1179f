import CompetencyCore
public import Wording

extension SchoolReport {
  /// The report as text, for a terminal or a file.
  public func text(_ texts: Texts, origin: ReportOrigin = ReportOrigin()) -> [UInt8] {
    let wording = SchoolWording(self, texts)
    var lines = TextLines()
    lines.add(wording.title + TextLines.between + texts.fullDate(asOf))
    lines.add(texts.say("return.company") + "  " + wording.company)
    if let words = wording.schoolWords { lines.add(words) }
    for content in returns { Self.add(content, wording, to: &lines) }
    lines.add()
    lines.add(wording.message + " " + texts.say("return.same"))
    lines.add(texts.say("return.not_in_it"))
    if let sentence = origin.sentence(texts, made: "return.made_by") { lines.add(sentence) }
    return lines.bytes
  }

  private static func add(_ content: SchoolReturn, _ wording: SchoolWording, to lines: inout TextLines) {
    let texts = wording.texts
    lines.add()
    lines.add(texts.say("return.student") + "  " + wording.student(content))
    if content.rows.isEmpty {
      lines.add("  " + texts.say("return.nothing"))
    } else {
      var table = TextTable([.leading, .leading, .leading, .trailing, .leading])
      table.row([
        texts.say("return.task"), "", texts.say("return.level"), texts.say("return.established"), wording.difference(content),
      ])
      for row in content.rows {
        table.row([
          wording.task(row), wording.glyph(row), wording.level(row), wording.established(row), wording.before(row),
        ])
      }
      lines.add(table.lines(indent: "  "))
    }
    lines.add(texts.say("return.answers"))
    let answers = wording.answers(content)
    for answer in answers.isEmpty ? [texts.say("return.no_answers")] : answers { lines.add("  " + answer) }
    lines.add(texts.say("return.conversation") + ": " + wording.conversation(content))
    if let seen = wording.seen(content) { lines.add(texts.say("return.seen") + ": " + seen) }
    lines.add(texts.say("return.agreements"))
    var table = TextTable([.leading, .leading, .leading, .trailing, .leading])
    for agreement in content.agreements { table.row(wording.agreement(agreement)) }
    lines.add(content.agreements.isEmpty ? ["  " + texts.say("return.no_agreements")] : table.lines(indent: "  "))
  }
}
