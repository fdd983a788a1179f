public import CompetencyCore

/// The file of a template of conversations, as it stands in a folder or was named by a person.
public struct ConversationTemplateFile: Sendable {
  /// Its name without `.txt`.
  public let name: String
  /// The path under which a person finds it.
  public let path: String
  /// Its content.
  public let bytes: [UInt8]

  /// A file with its content.
  public init(name: String, path: String, bytes: [UInt8]) { (self.name, self.path, self.bytes) = (name, path, bytes) }

  /// The template that it holds, nil when anything is wrong, and what is wrong.
  public var parsed: (template: ConversationTemplate?, problems: [Problem]) { ConversationTemplate.parse(bytes, file: path) }
}

// The templates of conversations in the folders of templates: one file each in `Conversations`.
extension TemplateFolders {
  private static let conversations = "Conversations"

  /// Every template of a conversation, the administrator's own before the bundled ones, by name.
  public func conversationTemplates() throws(Refusal) -> [ConversationTemplateFile] {
    var files: [ConversationTemplateFile] = []
    for file in names(in: Self.conversations) where file.utf8.suffix(4).elementsEqual(".txt".utf8) {
      let place = Self.conversations + "/" + file
      guard has(place) else { continue }
      let name = String(decoding: Array(file.utf8.dropLast(4)), as: UTF8.self)
      files.append(ConversationTemplateFile(name: name, path: path(of: place), bytes: try bytes(of: place)))
    }
    return files
  }

  /// The file of the template with this id; refused when there is none.
  public func conversationTemplateFile(_ id: String) throws(Refusal) -> ConversationTemplateFile {
    // Found among the names that are there, so that no id leads to a file elsewhere.
    let files = try conversationTemplates()
    if let file = files.first(where: { sameBytes($0.name, id) }) { return file }
    let list = files.map(\.name).joined(separator: ", ")
    throw Refusal(.notFound, .template_not_found, values: ["value": id, "list": list])
  }

  /// The template with this id; refused when there is none, and as a matter of configuration when it is wrong.
  public func conversationTemplate(_ id: String) throws(Refusal) -> ConversationTemplate {
    let parsed = try conversationTemplateFile(id).parsed
    guard let template = parsed.template else { throw Refusal(.configuration, parsed.problems) }
    return template
  }

  /// The hints on what people write in this language; refused as a matter of configuration when their words are wrong.
  public func feedbackHints(_ language: Language) throws(Refusal) -> FeedbackHints {
    let parsed = try hintWords(language)
    guard parsed.problems.isEmpty else { throw Refusal(.configuration, parsed.problems) }
    return FeedbackHints(parsed.words)
  }

  /// Hints on the questions of a template that read as an assessment, in either language.
  public func hints(on template: ConversationTemplate) throws(Refusal) -> [Hint] {
    let questions = template.preparation.flatMap(\.wordings) + template.steps.flatMap(\.questions)
    let (nl, en) = (try feedbackHints(.nl), try feedbackHints(.en))
    return questions.flatMap { nl.conversation($0.nl) + en.conversation($0.en) }
  }

  func hintWords(_ language: Language) throws(Refusal) -> (words: HintWords, problems: [Problem]) {
    let name = "Hints/\(language.rawValue).txt"
    return HintWords.parse(try bytes(of: name), file: path(of: name))
  }
}
