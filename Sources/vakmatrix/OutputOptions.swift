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
    if console.isJSON { return .json }
    if output == "-" { return kind.formats.contains(.txt) ? .txt : kind.formats[0] }
    guard let known = ReportFormat(ofFile: output), kind.formats.contains(known) else {
      throw Refusal(.usage, .format_unknown, values: ["value": output, "list": list])
    }
    return known
  }

  /// Writes the report whole or not at all: beside the file first, then in its place.
  func write(_ bytes: [UInt8], _ console: Console) throws(Refusal) {
    guard output != "-" else {
      Terminal.print(bytes)
      return
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      let detail = errno == 0 ? "" : String(cString: strerror(errno))
      throw Refusal(.cannotCreate, .output_failed, at: SourcePlace(file: output), values: ["file": output, "detail": detail])
    }
    console.note(console.texts.say("cli.report.written", ["file": output]))
  }
}
