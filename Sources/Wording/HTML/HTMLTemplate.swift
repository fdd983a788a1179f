public import CompetencyCore
import Mustache

/// A document's template: it decides how the document looks, the view model says what stands in it.
public struct HTMLTemplate: Sendable {
  private let template: MustacheTemplate
  /// The tags in their order.
  public let tags: [TemplateTag]
  private let file: String

  /// The template of this name, `Reports/trainee.mustache`.
  public init(_ name: String, folders: TemplateFolders) throws(Refusal) {
    let bytes = try folders.bytes(of: name)
    file = folders.path(of: name)
    let place = SourcePlace(file: file)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw faulty("bytes", at: place, detail: "UTF-8") }
    MustacheContentTypes.register(ScalarHTML(), named: ScalarHTML.name)
    do {
      // Mustache's own escaping passes over a quote that carries a combining mark; ours is set before the first tag.
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE: \(ScalarHTML.name) }}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      let line = max(1, error.context.lineNumber - 1)
      throw faulty("template", at: SourcePlace(file: file, line: line), detail: "\(error.error)")
    } catch {
      throw faulty("template", at: place, detail: "\(error)")
    }
    tags = TemplateTag.all(in: bytes)
  }

  /// The document of a view model; refused when the template asks for a name that the view model does not have.
  ///
  /// - Parameter noting: is given the tags to which the view model has an answer for certain.
  public func document(of view: some Sendable, noting: ([TemplateTag]) -> Void = { _ in }) throws(Refusal) -> [UInt8] {
    try fragment(of: view, noting: noting).bytes
  }

  /// The same, to stand within the document of another template.
  public func fragment(of view: some Sendable, noting: ([TemplateTag]) -> Void = { _ in }) throws(Refusal) -> HTMLFragment {
    let mirrored = MirroredView(view)
    let verdicts = zip(tags, TemplateAnswers(mirrored).verdicts(on: tags))
    if let first = problems(of: verdicts.filter { $0.1 == .unanswered }.map(\.0)).first {
      throw Refusal(.configuration, [first])
    }
    noting(verdicts.filter { $0.1 == .answered }.map(\.0))
    return HTMLFragment(document: template.render(mirrored))
  }

  /// The document of a view model of which every tag was answered before; it is not looked over again.
  public func knownFragment(of view: some Sendable) -> HTMLFragment {
    HTMLFragment(document: template.render(MirroredView(view)))
  }

  /// What a template asks for that the view model does not have.
  public func problems(for view: some Sendable) -> [Problem] { problems(of: unanswered(by: view)) }

  /// What a template asks for of which this says that nobody can answer it.
  public func problems(unless isAnswered: (TemplateTag) -> Bool) -> [Problem] { problems(of: tags.filter { !isAnswered($0) }) }

  private func problems(of tags: [TemplateTag]) -> [Problem] {
    tags.flatMap { faulty("unknown_tag", at: SourcePlace(file: file, line: $0.line), detail: $0.name).problems }
  }

  /// The tags to which a view model has no answer; within a list that is empty nothing can be told.
  public func unanswered(by view: some Sendable) -> [TemplateTag] { tags(.unanswered, by: view) }

  /// The tags to which a view model has an answer for certain.
  public func answered(by view: some Sendable) -> [TemplateTag] { tags(.answered, by: view) }

  private func tags(_ verdict: TemplateAnswers.Verdict, by view: some Sendable) -> [TemplateTag] {
    zip(tags, TemplateAnswers(MirroredView(view)).verdicts(on: tags)).filter { $0.1 == verdict }.map(\.0)
  }
}

/// HTML whose escaping walks Unicode scalars.
struct ScalarHTML: MustacheContentType {
  static let name = "SCALAR-HTML"

  func escapeText(_ text: String) -> String { HTMLEscape.escaped(text) }
}
