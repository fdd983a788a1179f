public import Wording

/// What the record of a conversation says, as sentences; for a page of which the frame is made elsewhere.
public struct ConversationOutline: Sendable {
  /// Lines under a heading.
  public struct Section: Sendable {
    /// The heading.
    public let title: String
    /// The lines, as they were written.
    public let lines: [String]
  }
  /// An agreement that was made.
  public struct Agreement: Sendable {
    /// What is agreed, who keeps it, and by when.
    public let text, owner, due: String
  }
  /// The kind of conversation, and with whom.
  public let title: String
  /// The day, how long it took, and who held it.
  public let facts: String
  /// What the trainee said of it, and whether the leidinggevende is told.
  public let standing: [String]
  /// What was said.
  public let sections: [Section]
  /// What was agreed.
  public let agreements: [Agreement]
  /// The next conversation.
  public let next: String
}

extension ConversationReport {
  /// The report as sentences.
  public func outline(_ texts: Texts) -> ConversationOutline {
    let wording = ConversationWording(report: self, texts: texts)
    return ConversationOutline(
      title: wording.title, facts: wording.facts, standing: wording.standing,
      sections: wording.sections.map { .init(title: $0.title, lines: $0.lines) },
      agreements: wording.agreements.map { .init(text: $0[1], owner: $0[2], due: $0[3]) }, next: wording.next)
  }
}
