internal import CompetencyCore
internal import Wording

/// How templates of conversations are told.
enum ConversationTemplateText {
  static func tell(list files: [ConversationTemplateFile], _ console: Console) {
    let texts = console.texts
    console.document([
      "schema": "vakmatrix/conversation-templates/1",
      "templates": .array(
        files.map { file in
          let parsed = file.parsed
          return [
            "id": .string(file.name), "file": .string(file.path),
            "kind": parsed.template.map { .string($0.kind.rawValue) } ?? .null,
            "title": parsed.template.map { .string(texts.choose($0.title)) } ?? .null,
            "minutes": parsed.template.map { .int($0.minutes) } ?? .null,
            "version": parsed.template.map { .int($0.version) } ?? .null,
            "problems": .array(parsed.problems.map { .problem($0, texts) }),
          ]
        }),
    ])
    var table = TextTable([.leading, .leading, .trailing, .leading])
    for file in files {
      let parsed = file.parsed
      if let template = parsed.template {
        table.row([
          file.name, texts.choose(template.title), texts.say("blank.minutes", count: template.minutes),
          texts.say("cli.conversation_template.version", ["version": String(template.version)]),
        ])
      } else {
        table.row([file.name, texts.say("cli.conversation_template.bad", count: parsed.problems.count), "", ""])
      }
    }
    for line in table.lines() { console.line(line) }
  }

  static func tell(check files: [ConversationTemplateFile], _ console: Console) throws(Refusal) {
    console.document([
      "schema": "vakmatrix/conversation-template-check/1",
      "templates": .array(
        files.map { ["id": .string($0.name), "file": .string($0.path), "good": .bool($0.parsed.problems.isEmpty)] }),
    ])
    for file in files {
      let problems = file.parsed.problems
      let verdict = console.texts.say("cli.conversation_template." + (problems.isEmpty ? "good" : "bad"), count: problems.count)
      console.line(CleanText.cleaned(file.name) + ": " + verdict)
      for problem in problems where !console.isJSON { Terminal.tell(console.texts.problem(problem) + "\n") }
      guard let template = file.parsed.template else { continue }
      for hint in try console.folders.hints(on: template) { console.note("  " + console.texts.hint(hint)) }
    }
  }
}
