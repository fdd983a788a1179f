public import CompetencyCore

extension Texts {
  /// The sentence of a problem: what is wrong, why, and what to do now.
  ///
  /// - Parameter nothingKept: whether a command that writes was refused for it; the sentence then ends by saying that
  ///   nothing was kept.
  public func problem(_ problem: Problem, nothingKept: Bool = false) -> String {
    guard let general = keys(of: problem).first(where: has) else { return bare(problem) }
    let values = values(of: problem)
    let sentence = say(key(general, with: values), values)
    let kept = say("problem.nothing_kept")
    // Whether anything was kept is just what is not known then.
    let isKnown = problem.code != .save_unconfirmed
    return nothingKept && isKnown && !endsAlike(sentence, kept) ? sentence + " " + kept : sentence
  }

  /// The sentence of a problem with the name of its file before it, unless the sentence names it.
  public func placed(_ problem: Problem) -> String {
    let isNamed = keys(of: problem).first(where: has).map { valueNames(of: $0).contains("file") } ?? false
    let file = isNamed ? nil : problem.place?.file
    return (file.map { CleanText.cleaned($0) + ": " } ?? "") + self.problem(problem)
  }

  /// The sentence of a problem with its file and line before it, unless the sentence names them or there is no line.
  public func located(_ problem: Problem, nothingKept: Bool = false) -> String {
    let sentence = self.problem(problem, nothingKept: nothingKept)
    let names = keys(of: problem).first(where: has).map(valueNames) ?? []
    guard let place = problem.place, let line = place.line, names.isDisjoint(with: ["line", "file"]) else { return sentence }
    let file = CleanText.cleaned(place.file, atMost: Self.limit(of: "file"))
    return say("place.at_line", ["file": file, "line": String(line)]) + " " + sentence
  }

  /// What the school must do about a problem, in a letter to it.
  func forSchool(_ problem: Problem) -> String {
    guard let key = keys(of: problem, under: "school.problem.").first(where: has) else { return problem.code.rawValue }
    return say(key, values(of: problem))
  }

  /// The texts that fit, most precise first: by the kind in the values, and by whether a line is known.
  private func keys(of problem: Problem, under prefix: String = "problem.") -> [String] {
    let base = prefix + problem.code.rawValue
    let kinds = problem.values["kind"].map { [base + "." + $0, base] } ?? [base]
    return problem.place?.line == nil ? kinds.flatMap { [$0 + ".whole", $0] } : kinds
  }

  /// The text for values of which one is not there, where the texts have one.
  private func key(_ key: String, with values: [String: String]) -> String {
    let empty = valueNames(of: key).sorted().filter { values[$0]?.isEmpty ?? true }
    return empty.map { key + ".without_" + $0 }.first(where: has) ?? key
  }

  private func values(of problem: Problem) -> [String: String] {
    var values: [String: String] = [:]
    if let place = problem.place {
      values["file"] = place.file
      values["line"] = place.line.map { String($0) }
      values["column"] = place.column.map { String($0) }
      values["path"] = place.path
    }
    values.merge(problem.values) { _, given in given }
    for (name, value) in values { values[name] = CleanText.cleaned(worded(name, value), atMost: Self.limit(of: name)) }
    return values
  }

  /// The words of a value that is a key or a day: a level, roles, what was expected.
  private func worded(_ name: String, _ value: String) -> String {
    switch name {
    case "expected": word(value, under: ["expected."])
    case "from", "to": word(value, under: ["level.", "absence."])
    case "role":
      list(
        value.utf8.split(separator: UInt8(ascii: ",")).map {
          word(trimmed(String(decoding: $0, as: UTF8.self)), under: ["role."])
        })
    case "date": CalendarDate(iso: value).map(date) ?? value
    default: value
    }
  }

  private func word(_ value: String, under prefixes: [String]) -> String {
    prefixes.map { $0 + value }.first(where: has).map { say($0) } ?? value
  }

  private func trimmed(_ text: String) -> String {
    String(decoding: text.utf8.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
  }

  /// How much of a value is shown: of what somebody wrote only as much as is needed to find it.
  private static func limit(of name: String) -> Int {
    switch name {
    case "value", "who", "task", "level", "form", "number", "sender", "item": 20
    case "list", "detail", "file", "path", "command", "expected": 300
    default: 80
    }
  }

  /// The code and the values, for a problem that the texts do not know.
  private func bare(_ problem: Problem) -> String {
    let values = values(of: problem).sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }
    return ([problem.code.rawValue] + values).joined(separator: " ")
  }

  private func endsAlike(_ sentence: String, _ ending: String) -> Bool {
    sentence.utf8.reversed().starts(with: ending.utf8.reversed())
  }
}
