internal import CompetencyCore
internal import CompetencyStore
internal import Foundation
internal import Glibc

/// The folder of an export in the making, beside the place where it will stand; for its owner alone.
final class ExportFolder {
  /// The folder as the person gave it.
  let given: String
  private let place: String
  private let path: String
  private let gate: CommitGate
  private var folders: Set<String> = []

  /// Makes the folder under a name of its own.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when there is something in the place already, or no folder can be made.
  init(at given: String, _ gate: CommitGate) throws(Refusal) {
    (self.given, self.gate) = (given, gate)
    try Self.refuseFull(given)
    let resolved = realpath(given, nil)
    defer { free(resolved) }
    place = resolved.map { String(cString: $0) } ?? String(decoding: Self.withoutSlash(given), as: UTF8.self)
    var name = Array((place + ".part-XXXXXX").utf8CString)
    // Made with rights for the owner only (0700).
    let made = gate.making {
      let isMade = mkdtemp(&name) != nil
      return (path: String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self), error: isMade ? 0 : errno)
    } clearing: { made in
      if made.error == 0 { try? FileManager.default.removeItem(atPath: made.path) }
    }
    path = made.path
    guard made.error == 0 else { throw Self.refusal(made.error, given) }
  }

  /// Begins a file of the export.
  func file(_ name: String) throws(Refusal) -> ExportFile {
    let path = path + "/" + name
    let made = gate.making {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      return (descriptor: descriptor, error: errno)
    }
    guard made.descriptor >= 0 else { throw Self.refusal(made.error, given) }
    return ExportFile(made.descriptor, of: given)
  }

  /// Makes a folder within the export, unless it is there.
  func makeFolder(_ name: String) throws(Refusal) {
    guard folders.insert(name).inserted else { return }
    let path = path + "/" + name
    let error = gate.making { mkdir(path, 0o700) == 0 ? 0 : errno }
    guard error == 0 else { throw Self.refusal(error, given) }
  }

  /// Writes a whole file.
  func write(_ bytes: [UInt8], as name: String) throws(Refusal) {
    let file = try file(name)
    bytes.withUnsafeBytes(file.add)
    _ = try file.finish()
  }

  /// Waits until all of it is on the disk, and puts it in its place.
  func putInPlace() throws(Refusal) {
    // One call for all files: a school's messages may be as many as its forms.
    sync()
    gate.close()
    // Takes the place of an empty folder, and of nothing else.
    guard rename(path, place) == 0 else {
      let error = errno
      if error == ENOTEMPTY || error == EEXIST { try Self.refuseFull(given) }
      throw Self.refusal(error, given)
    }
    syncFolder(of: place)
  }

  /// Takes away what was not put in place.
  func clear() { try? FileManager.default.removeItem(atPath: path) }

  private static func refuseFull(_ folder: String) throws(Refusal) {
    var status = stat()
    guard lstat(folder, &status) == 0 else { return }
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    guard let names, names.isEmpty else {
      let kind = names == nil ? "file" : "full"
      throw Refusal(.cannotCreate, .export_target, at: SourcePlace(file: folder), values: ["kind": kind])
    }
  }

  static func refusal(_ error: Int32, _ folder: String) -> Refusal {
    let place = SourcePlace(file: folder)
    switch error {
    case ENOENT, ENOTDIR: return Refusal(.cannotCreate, .export_target, at: place, values: ["kind": "no_parent"])
    case ENOSPC, EDQUOT: return Refusal(.cannotCreate, .disk_full, at: place, values: ["file": folder])
    case EACCES, EPERM, EROFS: return Refusal(.notAllowed, .no_permission, at: place, values: ["file": folder, "detail": ""])
    default:
      return Refusal(
        .cannotCreate, .write_failed, at: place, values: ["file": folder, "detail": String(cString: strerror(error))])
    }
  }

  private static func withoutSlash(_ path: String) -> [UInt8] {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return bytes
  }
}
