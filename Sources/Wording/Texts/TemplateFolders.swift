import BundledTemplates
public import CompetencyCore
import Foundation

/// Where texts and templates are looked for: the administrator's own folder first, file by file, then what comes along.
public struct TemplateFolders: Sendable {
  /// The administrator's folder as it was given, so that problems name files as the person knows them.
  private let override: String?

  /// The bundled files, with those of this folder before them.
  public init(override path: String? = nil) {
    override = path.map { $0.isEmpty ? "." : $0 }
  }

  /// The content of a file such as `Reports/trainee.mustache`.
  public func bytes(of name: String) throws(Refusal) -> [UInt8] {
    if let own = try ownBytes(of: name) { return own }
    return try bundledBytes(of: name)
  }

  /// The content of the administrator's own version of a file; nil when there is none.
  func ownBytes(of name: String) throws(Refusal) -> [UInt8]? {
    guard let override, let file = ownPath(of: name) else { return nil }
    // A folder that is mistyped must not pass for a folder without changes.
    guard FileManager.default.fileExists(atPath: override) else { throw missing(override, at: override) }
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    guard let content = FileManager.default.contents(atPath: file) else { throw missing(name, at: file) }
    return Array(content)
  }

  /// The content of a file as it comes with the program.
  func bundledBytes(of name: String) throws(Refusal) -> [UInt8] {
    let file = BundledTemplates.folder.appendingPathComponent(name).path
    guard let content = FileManager.default.contents(atPath: file) else { throw missing(name, at: file) }
    return Array(content)
  }

  /// The path under which a person finds a file.
  func path(of name: String) -> String {
    if let own = ownPath(of: name), FileManager.default.fileExists(atPath: own) { return own }
    return name
  }

  private func ownPath(of name: String) -> String? {
    override.map { $0 + ($0.utf8.last == UInt8(ascii: "/") ? "" : "/") + name }
  }

  private func missing(_ template: String, at file: String) -> Refusal {
    Refusal(.configuration, .template_missing, at: SourcePlace(file: file), values: ["template": template])
  }
}
