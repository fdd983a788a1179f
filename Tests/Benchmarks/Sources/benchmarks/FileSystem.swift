internal import Glibc

/// What the runner asks of files, through the C library: the runner stays small, see ``Measurement``.
enum FileSystem {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func makeFolder(_ path: String) throws {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex, !exists(String(path[..<slash])) {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failure("cannot make the folder \(path)") }
  }

  static func rename(_ path: String, to new: String) throws {
    guard Glibc.rename(path, new) == 0 else { throw Failure("cannot rename \(path) to \(new)") }
  }

  static func remove(_ path: String) { unlink(path) }

  /// A copy with the same permissions, on disk before it returns, so that no round pays for the copy of its own database.
  static func copy(_ path: String, to new: String) throws {
    let source = open(path, O_RDONLY)
    let target = open(new, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { for descriptor in [source, target] where descriptor >= 0 { close(descriptor) } }
    guard source >= 0, target >= 0 else { throw Failure("cannot copy \(path) to \(new)") }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count == 0 { break }
      guard count > 0, write(target, buffer, count) == count else { throw Failure("cannot copy \(path) to \(new)") }
    }
    guard fsync(target) == 0 else { throw Failure("cannot write \(new)") }
  }

  /// Removes a folder with all that is in it.
  static func removeFolder(_ path: String) throws {
    guard exists(path) else { return }
    for file in try files(in: path) where unlink(file) != 0 { try removeFolder(file) }
    rmdir(path)
  }

  /// Writes to disk all that any program left unwritten.
  static func flush() { sync() }

  /// The text of a file.
  static func text(of path: String) throws -> String {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw Failure("cannot read \(path)") }
    defer { close(file) }
    var (bytes, buffer): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = read(file, &buffer, buffer.count)
      guard count >= 0 else { throw Failure("cannot read \(path)") }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// The files of a folder, by name.
  static func files(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw Failure("cannot read the folder \(folder)") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(folder + "/" + name) }
    }
    return names.sorted()
  }
}

/// Why the benchmarks cannot go on, in a sentence.
struct Failure: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
