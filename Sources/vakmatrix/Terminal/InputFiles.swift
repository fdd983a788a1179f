internal import CompetencyCore
internal import Foundation
internal import Glibc
internal import Journeys

/// Finds and reads the files that a command was given; our own bytes, never a library's.
enum InputFiles {
  /// Files as they were named; a folder stands for its `*.xml` and `*.xfdf`, recursively, by name; `-` is standard input.
  static func formFiles(_ names: [String]) -> [Result<ImportJourney.File, Refusal>] {
    names.flatMap { name -> [Result<ImportJourney.File, Refusal>] in
      if name == "-" { return [Result { () throws(Refusal) in try ImportJourney.File.standardInput() }] }
      guard isFolder(name) else { return [read(name)] }
      return formNames(in: name).map(read)
    }
  }

  /// A file of a folder; nil when it is not there.
  static func file(_ name: String, in folder: String) throws(Refusal) -> [UInt8]? {
    let path = folder + (folder.utf8.last == UInt8(ascii: "/") ? "" : "/") + name
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Refusal(.notFound, .file_unreadable, at: SourcePlace(file: path), values: ["kind": "company"])
    }
    switch read(path) {
    case .success(let file): return file.bytes
    case .failure(let refusal): throw refusal
    }
  }

  private static func read(_ name: String) -> Result<ImportJourney.File, Refusal> {
    Result { () throws(Refusal) in try ImportJourney.File(path: name) }
  }

  private static func isFolder(_ name: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func formNames(in folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let forms = found.filter { name in
      // A name that came by way of Windows may end in capitals; a folder of such a name is no form.
      let bytes = name.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 0x20 : $0 }
      guard !isFolder(folder + "/" + name) else { return false }
      return bytes.suffix(4) == ArraySlice(".xml".utf8) || bytes.suffix(5) == ArraySlice(".xfdf".utf8)
    }
    let base = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    return forms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { base + $0 }
  }
}
