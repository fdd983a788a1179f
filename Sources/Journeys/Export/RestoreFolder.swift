internal import CompetencyCore
internal import CompetencyStore
internal import Foundation
internal import Glibc

/// The folder of an export that is read back.
struct RestoreFolder {
  /// The folder as the person gave it.
  let given: String
  let manifest: ExportManifest

  /// Reads the manifest of a folder.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when it is not there, or no manifest that this program knows.
  init(_ given: String) throws(Refusal) {
    self.given = given
    var status = stat()
    guard stat(given, &status) == 0 else {
      throw Refusal(.notFound, .export_faulty, at: SourcePlace(file: given), values: ["kind": "folder"])
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Refusal(.dataWrong, .export_faulty, at: SourcePlace(file: given), values: ["kind": "no_folder"])
    }
    let place = SourcePlace(file: ExportFormat.path(ExportFormat.manifest, in: given))
    guard let descriptor = try? Self.open(place.file) else {
      throw Refusal(.dataWrong, .export_faulty, at: place, values: ["kind": "no_manifest"])
    }
    let data = (try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).read(upToCount: 1 << 20)) ?? Data()
    guard let head = try? JSONDecoder().decode(ExportManifest.Head.self, from: data), head.format > 0, head.databaseVersion > 0
    else {
      throw Refusal(.dataWrong, .export_faulty, at: place, values: ["kind": "manifest"])
    }
    let known = [("newer", head.format, ExportFormat.version), ("newer_tables", head.databaseVersion, Store.newestTablesVersion)]
    for (kind, found, most) in known where found > most {
      throw Refusal(.dataWrong, .export_faulty, at: place, values: ["kind": kind, "found": "\(found)"])
    }
    guard let manifest = try? JSONDecoder().decode(ExportManifest.self, from: data),
      sameBytes(manifest.schema, ExportManifest.schemaName)
    else {
      throw Refusal(.dataWrong, .export_faulty, at: place, values: ["kind": "manifest"])
    }
    self.manifest = manifest
  }

  /// What the folder lacks or has too much of, for these tables.
  func differences(from tables: [PlainTable]) -> [Problem] {
    let names = tables.map { ExportFormat.file(of: $0.name) }
    let listed = manifest.files.map(\.file)
    var problems: [Problem] = []
    for name in names where listed.filter({ sameBytes($0, name) }).count != 1 {
      problems.append(problem("not_listed", ExportFormat.manifest, ["value": name]))
    }
    let folders = tables.filter { $0.columns.contains { $0.kind == .bytes } }.map { ExportFormat.folder(of: $0.name) }
    let known = Set([ExportFormat.manifest, ExportFormat.readme] + names + folders)
    let found = Set((try? FileManager.default.contentsOfDirectory(atPath: given)) ?? [])
    for name in names where !found.contains(name) { problems.append(problem("missing", name)) }
    for name in found.subtracting(known).sorted().prefix(20) { problems.append(problem("extra", name)) }
    for name in listed where !names.contains(where: { sameBytes($0, name) }) {
      problems.append(problem("listed", ExportFormat.manifest, ["value": name]))
    }
    return problems
  }

  /// A problem with a file of the folder.
  func problem(_ kind: String, _ file: String, line: Int? = nil, _ values: [String: String] = [:]) -> Problem {
    Problem(
      .export_faulty, at: SourcePlace(file: ExportFormat.path(file, in: given), line: line),
      values: values.merging(["kind": kind]) { $1 })
  }

  /// Opens a file for reading; only one of its own, for a pipe or a link may lead anywhere.
  static func open(_ path: String) throws(RowFault) -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw RowFault(errno == ENOENT ? "missing" : "unreadable", ofFile: true) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw RowFault("unreadable", ofFile: true)
    }
    return descriptor
  }
}

/// What is wrong with a row or a file of an export: the kind of its sentence, and what the sentence mentions.
struct RowFault: Error {
  let kind: String
  let values: [String: String]
  /// Whether the file as a whole is meant.
  let isOfFile: Bool

  init(_ kind: String, ofFile: Bool = false, _ values: [String: String] = [:]) {
    (self.kind, self.values, isOfFile) = (kind, values, ofFile)
  }
}
