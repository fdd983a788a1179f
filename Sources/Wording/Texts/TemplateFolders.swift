import BundledTemplates
public import CompetencyCore
import Foundation

/// Where texts and templates are looked for: the administrator's own folder first, file by file, then what comes along.
public struct TemplateFolders: Sendable {
  private let override: URL?

  /// The bundled files, with those of this folder before them.
  public init(override path: String? = nil) {
    override = path.map { URL(fileURLWithPath: $0, isDirectory: true) }
  }

  /// The content of a file such as `Reports/trainee.mustache`.
  public func bytes(of name: String) throws(Refusal) -> [UInt8] {
    if let own = try ownBytes(of: name) { return own }
    return try bundledBytes(of: name)
  }

  /// The content of the administrator's own version of a file; nil when there is none.
  func ownBytes(of name: String) throws(Refusal) -> [UInt8]? {
    guard let override else { return nil }
    let file = override.appendingPathComponent(name).path
    // A folder that is mistyped must not pass for a folder without changes.
    guard FileManager.default.fileExists(atPath: override.path) else { throw missing(override.path, at: override.path) }
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
    let places = [BundledTemplates.folder.appendingPathComponent(folder), override?.appendingPathComponent(folder)]
    let found = places.compactMap { $0 }.flatMap { place in
      (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    }
    return Set(found).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a file is there, bundled or the administrator's own.
  public func has(_ name: String) -> Bool {
    let places = [override?.appendingPathComponent(name), BundledTemplates.folder.appendingPathComponent(name)]
    return places.compactMap { $0 }.contains { place in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  /// Where the administrator's own version of a file stands or would stand; nil without a folder of one's own.
  public func ownPath(of name: String) -> String? { override?.appendingPathComponent(name).path }

  /// The path under which a person finds a file.
  public func path(of name: String) -> String {
    let own = override?.appendingPathComponent(name).path
    if let own, FileManager.default.fileExists(atPath: own) { return own }
    return name
  }

  private func missing(_ template: String, at file: String) -> Refusal {
    Refusal(.configuration, .template_missing, at: SourcePlace(file: file), values: ["template": template])
  }
}
