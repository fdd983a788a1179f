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

  /// The names of the files and folders in a folder such as `SchoolForms`, bundled or the administrator's own, by name.
  public func names(in folder: String) -> [String] {
    let places: [String?] = [BundledTemplates.folder.appendingPathComponent(folder).path, ownPath(of: folder)]
    let found = places.compactMap { $0 }.flatMap { place in
      (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    }
    return Set(found).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a file is there, bundled or the administrator's own.
  public func has(_ name: String) -> Bool {
    let places: [String?] = [ownPath(of: name), BundledTemplates.folder.appendingPathComponent(name).path]
    return places.compactMap { $0 }.contains { place in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  /// Where the administrator's own version of a file stands or would stand; nil without a folder of one's own.
  public func ownPath(of name: String) -> String? {
    override.map { $0 + ($0.utf8.last == UInt8(ascii: "/") ? "" : "/") + name }
  }

  /// The path under which a person finds a file.
  public func path(of name: String) -> String {
    if let own = ownPath(of: name), FileManager.default.fileExists(atPath: own) { return own }
    return name
  }

  private func missing(_ template: String, at file: String) -> Refusal {
    Refusal(.configuration, .template_missing, at: SourcePlace(file: file), values: ["template": template])
  }
}
