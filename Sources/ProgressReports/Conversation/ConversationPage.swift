public import CompetencyCore
public import Wording

/// The view model of `Templates/Reports/conversation.mustache`.
struct ConversationPage: Sendable {
  struct Section: Sendable {
    let title: String
    let lines: [String]
  }
  struct Agreement: Sendable { let name, text, owner, due: String }

  let words: [String: String]
  let language: String
  let style: HTMLFragment
  let title, facts: String
  let standing: [String]
  let sections: [Section]
  let agreements: [Agreement]
  let hasAgreements: Bool
  let next: String
  let signatures: [String]
  let origin: String?
}

extension ConversationReport {
  /// The report as a page for screen and paper.
  public func html(_ texts: Texts, folders: TemplateFolders, origin: ReportOrigin = ReportOrigin()) throws(Refusal) -> [UInt8] {
    let style = try HTMLFragment(styleSheet: "Reports/report.css", folders: folders)
    let wording = ConversationWording(report: self, texts: texts)
    let page = ConversationPage(
      words: texts.words(under: "report."), language: texts.language.rawValue, style: style, title: wording.title,
      facts: wording.facts, standing: wording.standing,
      sections: wording.sections.map { .init(title: $0.title, lines: $0.lines) },
      agreements: wording.agreements.map { .init(name: $0[0], text: $0[1], owner: $0[2], due: $0[3]) },
      hasAgreements: !agreements.isEmpty, next: wording.next, signatures: [trainee.name.given, holderName],
      origin: origin.sentence(texts))
    return try HTMLTemplate("Reports/conversation.mustache", folders: folders).document(of: page)
  }

  /// The report as text.
  public func text(_ texts: Texts, origin: ReportOrigin = ReportOrigin()) -> [UInt8] {
    let wording = ConversationWording(report: self, texts: texts)
    var lines = TextLines()
    lines.add(CleanText.cleaned(wording.title))
    lines.add(CleanText.cleaned(wording.facts))
    for line in wording.standing { lines.add(CleanText.cleaned(line)) }
    for section in wording.sections {
      lines.add()
      lines.add(section.title)
      for line in section.lines { lines.add(paragraph: CleanText.cleaned(line), width: 90, indent: "  ") }
    }
    if !agreements.isEmpty {
      lines.add()
      lines.add(texts.say("report.agreements"))
      var table = TextTable([.leading, .leading, .leading, .leading])
      for row in wording.agreements { table.row(row) }
      lines.add(table.lines(indent: "  "))
    }
    lines.add()
    lines.add(texts.say("report.next_conversation") + ": " + wording.next)
    if let sentence = origin.sentence(texts) { lines.add(sentence) }
    return lines.bytes
  }

  /// The report as JSON; keys are only added.
  public func json(_ texts: Texts) -> JSONValue {
    let wording = ConversationWording(report: self, texts: texts)
    return [
      "schema": "vakmatrix/conversation/1", "conversation": .string(conversation.id.description),
      "trainee": .string(trainee.id.text), "kind": .string(conversation.plan.kind.rawValue),
      "heldOn": .date(conversation.heldOn), "minutes": record?.version.minutes.map(JSONValue.int) ?? .null,
      "versions": .int(conversation.versions.count), "shared": .bool(conversation.versions.last?.isShared ?? false),
      "readsWords": .bool(readsWords),
      "topics": .array((record?.topics ?? []).map { ["code": .string($0.code), "text": .string($0.words)] }),
      "sections": .array(wording.sections.map { ["title": .string($0.title), "lines": .texts($0.lines)] }),
      "agreements": .array(
        agreements.map { agreement, words in
          [
            "id": .string(agreement.id.description), "text": .string(words),
            "owner": .text(agreement.owner.person(of: trainee)?.text), "dueOn": .date(agreement.dueOn),
          ]
        }),
      "next": .date(next?.day), "askedChange": .text(askedChange),
    ]
  }
}
