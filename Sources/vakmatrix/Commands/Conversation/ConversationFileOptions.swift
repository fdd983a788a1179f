internal import ArgumentParser
internal import CompetencyCore
internal import Journeys
internal import Wording

/// A file instead of options, or beside them.
struct ConversationFileOptions: ParsableArguments {
  @Option(help: "A filled-in file; - is standard input.")
  var file: String?
  @Flag(help: "Fill in the file in your editor (VISUAL, EDITOR or nano).")
  var edit = false
  @Flag(help: "Print the file to fill in.")
  var blank = false
  @Option(name: [.customShort("o"), .customLong("output")], help: "Where the file of --blank goes (default standard output).")
  var output: String = "-"

  /// Books what was written in a file; without a file it books what was typed only.
  ///
  /// What somebody wrote in the editor is removed only when it was booked.
  func take<Draft>(
    _ form: ConversationForm<Draft>, on desk: ConversationFileDesk,
    book: (Draft?) throws(Refusal) -> ExitStatus
  ) throws(Refusal) -> ExitStatus {
    guard [blank, edit, file != nil].count(where: { $0 }) <= 1 else {
      throw Refusal(.usage, .record_file, values: ["kind": "options"])
    }
    if blank {
      try OutputOptions.write(try form.blank(), to: output, besides: desk.database, desk.console)
      return .done
    }
    if edit { return try takeEdited(form, on: desk, book: book) }
    guard let file else { return try book(nil) }
    let bytes = try file == "-" ? CompanyFile.loadStandardInput() : CompanyFile.load(file)
    return try book(try read(bytes, file, form))
  }

  private func takeEdited<Draft>(
    _ form: ConversationForm<Draft>, on desk: ConversationFileDesk, book: (Draft?) throws(Refusal) -> ExitStatus
  ) throws(Refusal) -> ExitStatus {
    let edited = try EditedFile(try form.blank())
    var isKept = false
    defer { if !isKept { edited.remove() } }
    do throws(Refusal) {
      guard let bytes = try edited.edit() else {
        desk.console.document(["schema": "vakmatrix/conversation-file/1", "booking": .null, "changed": .bool(false)])
        desk.console.say("cli.record_file.untouched")
        return .done
      }
      let status = try book(try read(bytes, edited.path, form))
      isKept = desk.isDryRun
      if isKept { edited.tellKept(desk.console) }
      return status
    } catch {
      isKept = edited.isChanged
      if isKept { edited.tellKept(desk.console) }
      throw error
    }
  }

  private func read<Draft>(_ bytes: [UInt8], _ file: String, _ form: ConversationForm<Draft>) throws(Refusal) -> Draft {
    let (draft, problems) = try form.read(bytes, file)
    guard problems.isEmpty else { throw Refusal(.dataWrong, problems) }
    return draft
  }
}

/// A file that can be filled in: how it is written and how it is read.
struct ConversationForm<Draft> {
  let blank: () throws(Refusal) -> [UInt8]
  let read: (_ bytes: [UInt8], _ file: String) throws(Refusal) -> (Draft, [Problem])
}

/// Where a file is filled in.
struct ConversationFileDesk {
  let console: Console
  let database: String
  let isDryRun: Bool
}
