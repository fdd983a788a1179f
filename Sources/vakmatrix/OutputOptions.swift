internal import ArgumentParser
internal import CompetencyCore
internal import Foundation
internal import Glibc
internal import Journeys
internal import ProgressReports
internal import Wording

/// Where a report goes and in which format.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file, or for several reports a folder; - is standard output (default).")
  var output: String = "-"
  @Option(help: "The format, when the file's name does not say it.")
  var format: String?

  /// The format that was asked for, else that of the file's name, else JSON with `--json`, else text or the report's usual one.
  func format(of kind: ReportKind, _ console: Console) throws(Refusal) -> ReportFormat {
    // Sheets in a folder are for paper, unless something else is asked for.
    if isFolder && format == nil { return console.isJSON ? .json : .pdf }
    let list = kind.formats.map(\.rawValue).joined(separator: ", ")
    if let format {
      guard let known = ReportFormat(typed: format), kind.formats.contains(known) else {
        throw Refusal(.usage, .format_unknown, values: ["value": format, "list": list])
      }
      try checkName(for: known)
      return known
    }
    if output == "-" && console.isJSON { return .json }
    if output == "-" { return kind.formats.contains(.txt) ? .txt : kind.formats[0] }
    guard let known = ReportFormat(ofFile: output), kind.formats.contains(known) else {
      throw Refusal(.usage, .format_unknown, values: ["value": output, "list": list])
    }
    return known
  }

  /// Refuses a file whose name says another format than what would be in it; a name that says none is fine.
  func checkName(for format: ReportFormat) throws(Refusal) {
    guard !isFolder, let said = ReportFormat(ofFile: output), said.fileEnd != format.fileEnd else { return }
    throw Refusal(
      .usage, .value_not_understood,
      values: ["option": "-o " + output, "value": format.rawValue, "expected": said.rawValue])
  }

  /// The page as it is, or printed where PDF was asked for.
  func page(_ page: [UInt8], as format: ReportFormat, on day: CalendarDate) throws(Refusal) -> [UInt8] {
    format == .pdf ? try Self.printed([page], on: day)[0] : page
  }

  /// Pages as PDF files, printed in one go.
  static func printed(_ pages: [[UInt8]], on day: CalendarDate) throws(Refusal) -> [[UInt8]] {
    try PDFPrinter(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", day: day).print(pages)
  }

  /// Writes the report whole or not at all: beside the file first, then in its place.
  func write(_ bytes: [UInt8], besides database: String, _ console: Console) throws(Refusal) {
    try Self.write(bytes, to: output, besides: database, console)
  }

  /// Whether the output is a folder: it ends with a slash, or is one.
  var isFolder: Bool {
    var isFolder: ObjCBool = false
    return output.utf8.last == UInt8(ascii: "/")
      || FileManager.default.fileExists(atPath: output, isDirectory: &isFolder)
        && isFolder.boolValue
  }

  /// Writes files by their names without an end into the folder, which is made when it is not there.
  func write(
    _ files: [(name: String, bytes: [UInt8])], as format: ReportFormat, besides database: String, _ console: Console
  ) throws(Refusal) {
    let folder = URL(fileURLWithPath: output)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    } catch {
      guard isFolder, FileManager.default.fileExists(atPath: folder.path) else {
        throw Refusal(.cannotCreate, .output_failed, at: SourcePlace(file: output), values: ["file": output, "detail": ""])
      }
    }
    let base = output.utf8.last == UInt8(ascii: "/") ? output : output + "/"
    for file in files {
      try Self.write(file.bytes, to: base + file.name + "." + format.fileEnd, besides: database, console)
    }
  }

  /// Writes a file whole or not at all; `-` is standard output.
  static func write(
    _ bytes: [UInt8], to output: String, besides database: String, _ console: Console
  ) throws(Refusal) {
    guard output != "-" else {
      Terminal.print(bytes)
      return
    }
    let url = URL(fileURLWithPath: output).resolvingSymlinksInPath()
    let stores = DatabaseFiles.all(of: database).map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    guard !stores.contains(url.path) else {
      throw Refusal(.cannotCreate, .output_failed, at: SourcePlace(file: output), values: ["kind": "database", "file": output])
    }
    do {
      // A pipe or a device is written into; only a file of its own can be put in place as a whole.
      try Data(bytes).write(to: url, options: isSpecial(url.path) ? [] : .atomic)
    } catch {
      var values = ["file": output, "detail": ""]
      let folder = url.deletingLastPathComponent().path
      if !FileManager.default.fileExists(atPath: folder) { values["kind"] = "no_folder" }
      throw Refusal(.cannotCreate, .output_failed, at: SourcePlace(file: output), values: values)
    }
    console.note(console.texts.say("cli.report.written", ["file": output]))
  }

  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }
}
