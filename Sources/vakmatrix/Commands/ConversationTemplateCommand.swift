internal import ArgumentParser
internal import CompetencyCore
internal import Foundation
internal import Journeys
internal import ProgressReports
internal import Wording

struct ConversationTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "How conversations go: steps, minutes and questions, to change without programming.",
    discussion: "A template is a file Conversations/ID.txt in a folder of templates; how it is written stands in the files.",
    subcommands: [List.self, Show.self, New.self, Check.self], aliases: ["sjabloon"])

  struct List: ProductCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The templates.", aliases: ["lijst"])
    @OptionGroup var common: CommonOptions
    var acting: String? { nil }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      ConversationTemplateText.tell(list: try console.folders.conversationTemplates(), console)
      return .done
    }
  }

  struct Show: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "The empty form of a template.", aliases: ["toon"])
    @Argument(help: "The template.")
    var id: String
    @Option(help: "Which conversation with this template it is; each shows other questions.")
    var number: Int = 1
    @OptionGroup var common: CommonOptions
    var acting: String? { nil }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let form = BlankConversation(try console.folders.conversationTemplate(id), number: number)
      console.document(form.json(console.texts))
      if !console.isJSON { Terminal.print(form.text(console.texts)) }
      return .done
    }
  }

  struct New: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "A template of your own, begun as a copy of another.", aliases: ["nieuw"])
    @Argument(help: "The id of the new template: small letters, digits, hyphens.")
    var id: String
    @Option(help: "The template to copy.")
    var from: String = "voortgangsgesprek"
    @Option(name: [.customShort("o"), .customLong("output")], help: "The file ID.txt; - is standard output (default).")
    var output: String = "-"
    @OptionGroup var common: CommonOptions
    var acting: String? { nil }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      guard ConversationTemplate.isID(id) else {
        throw Refusal(.usage, .value_not_understood, values: ["option": "ID", "value": id, "expected": "template_id"])
      }
      let copy = ConversationTemplateCopy.of(try console.folders.conversationTemplateFile(from).bytes, id: id)
      guard output != "-" else {
        Terminal.print(copy)
        return .done
      }
      let problems = ConversationTemplate.parse(copy, file: output).problems
      guard problems.isEmpty else { throw Refusal(.configuration, problems) }
      try write(copy)
      console.document(["schema": "vakmatrix/conversation-template-new/1", "id": .string(id), "file": .string(output)])
      console.say("cli.conversation_template.written", ["file": output])
      return .done
    }

    private func write(_ bytes: [UInt8]) throws(Refusal) {
      let place = SourcePlace(file: output)
      guard !FileManager.default.fileExists(atPath: output) else {
        throw Refusal(.cannotCreate, .output_failed, at: place, values: ["kind": "exists", "file": output])
      }
      do {
        let url = URL(fileURLWithPath: output)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url, options: .atomic)
      } catch {
        throw Refusal(.cannotCreate, .output_failed, at: place, values: ["file": output, "detail": ""])
      }
    }
  }

  struct Check: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Look templates over; exit 78 when one must be repaired.", aliases: ["controleer"])
    @Argument(help: "Files of templates, or ids (default all that are there).")
    var files: [String] = []
    @OptionGroup var common: CommonOptions
    var acting: String? { nil }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let known = try console.folders.conversationTemplates()
      let chosen =
        files.isEmpty
        ? known
        : try files.map { (name) throws(Refusal) in
          if let file = known.first(where: { sameBytes($0.name, name) }) { return file }
          return ConversationTemplateFile(name: name, path: name, bytes: try CompanyFile.load(name))
        }
      let problems = chosen.flatMap(\.parsed.problems)
      if console.isJSON && !problems.isEmpty { throw Refusal(.configuration, problems) }
      try ConversationTemplateText.tell(check: chosen, console)
      return problems.isEmpty ? .done : .configuration
    }
  }
}
