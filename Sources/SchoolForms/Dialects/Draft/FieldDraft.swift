import CompetencyCore

/// A draft for XFDF: the code of a task is a part of the name of a field.
struct FieldDraft {
  private let fields: [(path: String, name: String, value: String)]
  private let space = "http://ns.adobe.com/xfdf/"

  init(_ root: TreeElement) {
    var found: [(path: String, name: String, value: String)] = []
    func walk(_ element: TreeElement, _ path: String) {
      for field in element.children("field") {
        guard let name = field.attribute("name"), !name.utf8.contains(Sign.apostrophe) else { continue }
        let step = path + "x:field[@name='\(name)']/"
        if let value = field.first("value") {
          found.append((step + "x:value", name, collapsed(value.text)))
        } else if field.first("field") == nil {
          found.append((step + "x:value", name, ""))
        }
        walk(field, step)
      }
    }
    root.first("fields").map { walk($0, "") }
    fields = found
  }

  /// What was found; nil when no field is named after a task.
  var parts: DraftParts? {
    var parts = DraftParts()
    parts.namespaces = [("x", space, true)]
    parts.root = "x:xfdf"
    parts.form = "x:fields"
    if let kind = fields.first(where: { DraftSigns.isNamed($0.name, ["formulier", "form"]) && !$0.value.isEmpty }),
      !kind.value.utf8.contains(Sign.apostrophe)
    {
      parts.condition = "x:fields/\(kind.path) = '\(kind.value)'"
    }
    let groups = Dictionary(grouping: fields.compactMap(named), by: { ExactKey($0.before + "\u{0}" + $0.after) }).values
    let scored = groups.filter { DraftSigns.areWords(DraftSigns.distinct($0.map(\.value))) }
    guard let rows = scored.max(by: { ($0.count, $1[0].after) < ($1.count, $0[0].after) }) else { return nil }
    let (before, after) = (rows[0].before, rows[0].after)
    parts.words = DraftSigns.distinct(rows.map(\.value))
    parts.judgements = [judgement(before, after, note: noteEnding(groups: Array(groups), before: before, after: after))]
    let others = fields.filter { named($0) == nil }
    if let day = others.first(where: { DraftSigns.day($0.value) != nil }) {
      (parts.day, parts.dayPattern) = (day.path, DraftSigns.day(day.value) ?? "")
    }
    parts.number =
      others.first { DraftSigns.isNumber($0.value) && DraftSigns.isNamed($0.path, ["nummer", "nr", "student"]) }?.path ?? ""
    parts.name = others.first { DraftSigns.isName($0.value) }?.path ?? ""
    parts.school = others.first { DraftSigns.isSchool($0.value) }.map { "x:fields/" + $0.path } ?? ""
    return parts
  }

  private func judgement(_ before: String, _ after: String, note: String?) -> DraftParts.Judgement {
    let start = before.isEmpty ? "" : "starts-with(@name, '\(before)')"
    let end = after.isEmpty ? "" : "contains(@name, '\(after)')"
    let both = [start, end].filter { !$0.isEmpty }.joined(separator: " and ")
    let rest = before.isEmpty ? "@name" : "substring-after(@name, '\(before)')"
    var judgement = DraftParts.Judgement()
    judgement.at = "x:field" + (both.isEmpty ? "" : "[\(both)]")
    judgement.task = after.isEmpty ? rest : "substring-before(\(rest), '\(after)')"
    judgement.level = "x:value"
    if let note, !after.isEmpty {
      judgement.note = "../x:field[@name = concat(substring-before($bij/@name, '\(after)'), '\(note)')]/x:value"
    }
    return judgement
  }

  /// How the names of the fields end in which somebody wrote about a task.
  private func noteEnding(
    groups: [[(before: String, after: String, value: String)]], before: String, after: String
  ) -> String? {
    groups.first { group in
      sameScalars(group[0].before, before) && !sameScalars(group[0].after, after) && DraftSigns.areNotes(group.map(\.value))
    }?.first?.after
  }

  /// What stands before and after the code of a task in the name of a field.
  private func named(_ field: (path: String, name: String, value: String)) -> (before: String, after: String, value: String)? {
    let parts = field.name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: Array($0), as: UTF8.self) }
    guard let index = parts.firstIndex(where: { DraftSigns.isCode($0) && $0.utf8.contains(UInt8(ascii: "-")) }) else {
      return nil
    }
    let before = parts[..<index].joined(separator: ".")
    let after = parts[(index + 1)...].joined(separator: ".")
    return (before.isEmpty ? "" : before + ".", after.isEmpty ? "" : "." + after, field.value)
  }
}
