internal import CompetencyCore
internal import Foundation
internal import Glibc
internal import Journeys

/// Finds the files that a command was given.
enum InputFiles {
  /// Files as they were named; a folder stands for its `*.xml` and `*.xfdf`, recursively, by name; `-` is standard input.
  static func formFiles(_ names: [String]) -> [ImportJourney.File] {
    names.flatMap { name -> [ImportJourney.File] in
      if name == "-" { return [.standardInput] }
      return (isFolder(name) ? formNames(in: name) : [name]).map(ImportJourney.File.init(path:))
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
    return try CompanyFile.load(path)
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
