import CompetencyCore
import Foundation
import Testing

/// The gallery of problems: a folder a code in `SampleData/Problems`, and within it a folder a kind.
enum Gallery {
  static let folder = Samples.folder.appendingPathComponent("Problems")

  /// Every exhibit, by name.
  static let exhibits: [Exhibit] = {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let isMark = { (name: String) in name.hasSuffix("/" + Exhibit.commandName) || name.hasSuffix("/" + Exhibit.reasonName) }
    return all.filter(isMark).map { Exhibit(name: ($0 as NSString).deletingLastPathComponent) }.sorted { $0.name < $1.name }
  }()

  static let caused = exhibits.filter { !$0.lines.isEmpty }
  static let toldOnly = exhibits.filter(\.lines.isEmpty)
}

/// One problem with the smallest that causes it, and what a person then sees.
struct Exhibit: CustomTestStringConvertible {
  static let commandName = "command.txt"
  static let reasonName = "why.txt"
  static let letterName = "school.txt"
  /// What stands in the folder beside what the command is given.
  private static let ownNames = [commandName, reasonName, letterName, "nl.txt", "en.txt"]

  /// The code, and the kind after a slash.
  let name: String
  /// What is typed in `sh`; the last line causes the problem. None for a problem that cannot be caused on demand.
  let lines: [String]

  init(name: String) {
    self.name = name
    let text = try? String(contentsOf: Gallery.folder.appendingPathComponent(name + "/" + Self.commandName), encoding: .utf8)
    lines = (text ?? "").split(separator: "\n").map(String.init)
  }

  var testDescription: String { name }
  var url: URL { Gallery.folder.appendingPathComponent(name) }
  var code: ProblemCode? { ProblemCode(rawValue: String(name.prefix { $0 != "/" })) }

  /// The problem, as far as the folder's name says it.
  var problem: Problem? {
    code.map { code in Problem(code, values: name == code.rawValue ? [:] : ["kind": url.lastPathComponent]) }
  }

  func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: url.appendingPathComponent(file).path) }

  /// The names of what the command is given.
  func inputs() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).filter { name in
      !Self.ownNames.contains(name) && !Gallery.exhibits.contains { $0.name == self.name + "/" + name }
    }
  }

  /// Causes the problem at a desk of its own, on which the sample company is set up.
  func cause(_ language: String) throws -> Outcome {
    let desk = try desk()
    if lines.count > 1 { _ = try desk.shell(lines.dropLast().joined(separator: "\n")) }
    return try desk.shell(lines[lines.count - 1] + (language == "nl" ? "" : " --lang " + language))
  }

  /// The letter to the school about the file.
  func letter(_ language: String) throws -> Outcome {
    let desk = try desk()
    if lines.count > 1 { _ = try desk.shell(lines.dropLast().joined(separator: "\n")) }
    return try desk.start("check form.xml --for-school --lang \(language)").wait()
  }

  private func desk() throws -> Desk {
    let desk = try Desk(.company)
    for name in try inputs() {
      try FileManager.default.copyItem(at: url.appendingPathComponent(name), to: desk.url(name))
    }
    return desk
  }
}

extension Desk {
  /// Types lines in a shell that finds `vakmatrix` by its name.
  func shell(_ lines: String) throws -> Outcome {
    let environment = ProcessInfo.processInfo.environment
    let path = try Program.url.get().deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    return try startTool(["sh", "-c", lines], environment: ["PATH": path, "HOME": folder.path]).wait()
  }
}
