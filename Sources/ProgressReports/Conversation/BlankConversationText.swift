import CompetencyCore
public import Wording

extension BlankConversation {
  /// The empty form as text.
  public func text(_ texts: Texts) -> [UInt8] { BlankConversationText(wording: BlankConversationWording(self, texts)).bytes }
}

/// Writes an empty form as lines of text.
private struct BlankConversationText {
  let wording: BlankConversationWording
  private var texts: Texts { wording.texts }
  private static let width = 90

  var bytes: [UInt8] {
    var lines = TextLines()
    lines.add(CleanText.cleaned(wording.title) + " · " + wording.minutes)
    lines.add()
    lines.add(["trainee", "mentor", "date"].map { texts.say("blank." + $0) + ": ____________________" }.joined(separator: "  "))
    for side in ConversationSide.allCases { prepare(side, &lines) }
    for (number, step) in wording.steps.enumerated() {
      lines.add()
      lines.add("\(number + 1) " + CleanText.cleaned(step.title) + " · " + step.minutes)
      lines.add(paragraph: step.topics, width: Self.width, indent: "  ")
      for question in step.questions { lines.add(paragraph: "- " + CleanText.cleaned(question), width: Self.width, indent: "  ") }
      rule(&lines)
    }
    lines.add()
    lines.add(texts.say("blank.agreements"))
    for _ in 0..<3 { rule(&lines) }
    lines.add()
    lines.add(texts.say("blank.next") + ": ____________________")
    contacts(&lines)
    lines.add()
    lines.add(texts.say("blank.no_mark"))
    lines.add(wording.version)
    return lines.bytes
  }

  private func prepare(_ side: ConversationSide, _ lines: inout TextLines) {
    lines.add()
    lines.add(wording.preparation(of: side))
    for question in wording.questions(of: side) {
      lines.add(paragraph: "- " + CleanText.cleaned(question), width: Self.width, indent: "  ")
      rule(&lines)
    }
  }

  private func contacts(_ lines: inout TextLines) {
    guard !wording.contacts.isEmpty else { return }
    lines.add()
    lines.add(texts.say("blank.contacts"))
    for contact in wording.contacts {
      lines.add(paragraph: CleanText.cleaned(contact.name + " – " + contact.purpose), width: Self.width, indent: "  ")
    }
  }

  private func rule(_ lines: inout TextLines) { lines.add("  " + String(repeating: "_", count: Self.width - 2)) }
}
