internal import ArgumentParser
internal import BundledSamples
internal import CompetencyCore
internal import Foundation
internal import Glibc
internal import Journeys
internal import Wording

struct DemoCommand: ProductCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "The sample company, from forms to reports, printing each command it runs.")

  @Argument(help: "A folder for the sample company, its database and the reports.")
  var folder: String = "vakmatrix-demo"
  @OptionGroup var common: CommonOptions
  var acting: String? { nil }
  var listensForStop: Bool { false }

  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
    guard common.database == nil else {
      throw Refusal(
        .usage, .value_not_understood,
        values: ["option": "--database", "value": common.database ?? "", "expected": "demo_folder"])
    }
    unsetenv("VAKMATRIX_BY")
    try copySamples()
    for (arguments, allowed) in steps {
      let shown = (["vakmatrix"] + arguments).map(quoted).joined(separator: " ")
      console.line("\n$ " + shown)
      let status = Program.run(arguments + passedOn)
      guard allowed.contains(status) else { return status }
      if status != .done { console.say("cli.demo.exit", ["exit": "\(status.rawValue)"]) }
    }
    console.say("cli.demo.done", ["folder": folder])
    return .done
  }

  /// Each command with the exits it may have; the samples hold a question and disagreements, so the import ends with 3.
  private var steps: [(arguments: [String], allowed: Set<ExitStatus>)] {
    // A name of its own, so that no company's database is ever taken for it.
    let store = ["--database", folder + "/demo.sqlite"]
    let day = ["--as-of", "20-11-2026"]
    let team = ["--team", "Werkplaats Noord"]
    return [
      (["setup", folder + "/company"] + store, [.done]),
      (["import", folder + "/Forms"] + store, [.done, .personNeeded]),
      (["inbox", "list"] + store, [.done]),
      (["matrix", "set", "sanne", "LAS-02=beheerst", "--by", "mo", "--on", "20-11-2026"] + store, [.done]),
      (["report", "trainee", "sanne", "--by", "ineke"] + day + ["-o", folder + "/sanne.html"] + store, [.done]),
      (["report", "team", "Werkplaats Noord"] + day + ["-o", folder + "/noord.html"] + store, [.done]),
      (["report", "school", "sanne", "--by", "mo"] + day + ["-o", folder + "/retour-sanne.xml"] + store, [.done]),
      (["report", "hr"] + day + ["-o", folder + "/hr.xlsx"] + store, [.done]),
      (["matrix", "show"] + team + day + store, [.done]),
    ]
  }

  private var passedOn: [String] { ["--lang", common.lang] + (common.templates.map { ["--templates", $0] } ?? []) }

  /// A copy of one's own may be changed and tried again; files that are there already stay as they are.
  private func copySamples() throws(Refusal) {
    let manager = FileManager.default
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for name in ["company", "Forms"] {
        let target = folder + "/" + name
        guard !manager.fileExists(atPath: target) else { continue }
        try manager.copyItem(atPath: BundledSamples.folder.appendingPathComponent(name).path, toPath: target)
      }
    } catch {
      throw Refusal(.cannotCreate, .output_failed, at: SourcePlace(file: folder), values: ["file": folder, "detail": ""])
    }
  }

  private func quoted(_ word: String) -> String {
    word.utf8.contains(UInt8(ascii: " ")) ? "\"" + word + "\"" : word
  }
}
