public import CompetencyCore

/// A letter to the school about files that it must mend, ready to be sent.
///
/// It says what is wrong in the words of the school's own file: name, line, element. It never holds a value of the file,
/// so that it may go by ordinary mail.
public struct SchoolLetter: Hashable, Sendable {
  /// What is wrong with one file.
  public struct Part: Hashable, Sendable {
    /// The file's name without its folder; empty for standard input.
    public let file: String
    /// What the school must mend, in the order of the file.
    public let problems: [Problem]
  }
  /// The files, in the order in which they were read.
  public let parts: [Part]

  /// The letter about those of the problems that are for the school; nil when there are none.
  public init?(about problems: [Problem]) {
    var parts: [Part] = []
    for problem in problems where problem.isForSchool {
      let file = Self.name(problem.place?.file ?? "")
      if let last = parts.last, sameBytes(last.file, file) {
        parts[parts.count - 1] = Part(file: file, problems: last.problems + [problem])
      } else {
        parts.append(Part(file: file, problems: [problem]))
      }
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  /// The whole letter.
  public func text(_ texts: Texts) -> String {
    var paragraphs = [texts.say("school.greeting")]
    for part in parts {
      let isNamed = !part.file.isEmpty
      paragraphs.append(isNamed ? texts.say("school.intro", ["file": part.file]) : texts.say("school.intro.without_file"))
      paragraphs.append(part.problems.map { item($0, texts) }.joined(separator: "\n"))
    }
    paragraphs += [texts.say("school.again"), texts.say("school.closing")]
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  private func item(_ problem: Problem, _ texts: Texts) -> String {
    var values = ["what": texts.forSchool(problem)]
    values["line"] = problem.place?.line.map { String($0) }
    values["column"] = problem.place?.column.map { String($0) }
    let kind = values["line"] == nil ? "" : values["column"] == nil ? ".line" : ".column"
    let path = problem.place?.path ?? ""
    let place = path.isEmpty ? "" : "\n  " + texts.say("school.item.path", ["path": path])
    return texts.say("school.item" + kind, values) + place
  }

  /// The name of a file without its folder.
  private static func name(_ path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return sameBytes(name, "-") ? "" : name
  }
}
