internal import ArgumentParser
internal import CompetencyCore
internal import Foundation
internal import Glibc
internal import ProgressReports
internal import Wording

/// Where a report goes and in which format.
struct OutputOptions: ParsableArguments {
  @Option(name: [.customShort("o"), .customLong("output")], help: "The file; - is standard output (default).")
  var output: String = "-"
  @Option(help: "The format, when the file's name does not say it.")
  var format: String?

  /// The format that was asked for, else that of the file's name, else JSON with `--json`, else text or the report's usual one.
  func format(of kind: ReportKind, _ console: Console) throws(Refusal) -> ReportFormat {
    let list = kind.formats.map(\.rawValue).joined(separator: ", ")
    if let format {
      guard let known = ReportFormat(rawValue: format), kind.formats.contains(known) else {
        throw Refusal(.usage, .format_unknown, values: ["value": format, "list": list])
      }
      return known
    }
    if output == "-" && console.isJSON { return .json }
    if output == "-" { return kind.formats.contains(.txt) ? .txt : kind.formats[0] }
    guard let known = ReportFormat(ofFile: output), kind.formats.contains(known) else {
      throw Refusal(.usage, .format_unknown, values: ["value": output, "list": list])
    }
    return known
  }

  /// Writes the report whole or not at all: beside the file first, then in its place.
  func write(_ bytes: [UInt8], besides database: String, _ console: Console) throws(Refusal) {
    try Self.write(bytes, to: output, besides: database, console)
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
    let stores = ["", "-wal", "-shm", ".lock"].map { URL(fileURLWithPath: database + $0).resolvingSymlinksInPath().path }
    guard !stores.contains(url.path) else {
      throw Refusal(.cannotCreate, .output_failed, at: SourcePlace(file: output), values: ["kind": "database", "file": output])
    }
    do {
      // A pipe or a device is written into; only a file of its own can be put in place as a whole.
      try Data(bytes).write(to: url, options: isSpecial(url.path) ? [] : .atomic)
    } catch {
      throw Refusal(.cannotCreate, .output_failed, at: SourcePlace(file: output), values: ["file": output, "detail": ""])
    }
    console.note(console.texts.say("cli.report.written", ["file": output]))
  }

  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }
}
