internal import CompetencyCore
internal import Glibc

/// A database in the making, beside the place where it will stand.
final class HalfMadeDatabase {
  let path: String
  private let place: String
  private let given: String
  private static let companions = StoreFiles.endings.filter { !["", ".lock"].contains($0) }

  init(for given: String, _ gate: CommitGate) throws(Refusal) {
    self.given = given
    let resolved = realpath(given, nil)
    defer { free(resolved) }
    place = resolved.map { String(cString: $0) } ?? given
    var name = Array((place + StoreFiles.halfMade + "XXXXXX").utf8CString)
    let made = gate.making {
      // Made with rights for the owner only (0600).
      let descriptor = mkstemp(&name)
      let error = errno
      guard descriptor >= 0 else { return (path: String?.none, error: error) }
      close(descriptor)
      return (String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self), 0)
    } clearing: { made in
      if let path = made.path { Self.clear(path) }
    }
    guard let path = made.path else { throw refusal(forSystemError: made.error, file: given) }
    self.path = path
  }

  func clear() { Self.clear(path) }

  private static func clear(_ path: String) { for companion in [""] + companions { unlink(path + companion) } }

  /// Waits until all of it is on the disk.
  func sync() throws(Refusal) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(forSystemError: errno, file: given) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw refusal(forSystemError: errno, file: given) }
  }

  /// Puts it in its place, and what stood there away; a log of that would be read as the log of this one.
  func putInPlace() throws(Refusal) {
    for companion in Self.companions { unlink(place + companion) }
    guard rename(path, place) == 0 else { throw refusal(forSystemError: errno, file: given) }
    syncFolder(of: place)
  }
}

/// Waits until the names in the folder of a file are on the disk.
public func syncFolder(of file: String) {
  let cut = file.utf8.lastIndex(of: UInt8(ascii: "/"))
  let folder = cut.map { String(decoding: Array(file.utf8[..<$0]), as: UTF8.self) } ?? "."
  let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
