internal import CompetencyCore
internal import Journeys
internal import Wording

/// How pages look: their templates, style sheet and script, read once when the server starts.
struct PageLooks: Sendable {
  /// A file that browsers keep; its address changes when it does.
  struct Asset: Sendable {
    let path: String
    let type: String
    let bytes: [UInt8]
  }

  let assets: [Asset]
  private let templates: [String: HTMLTemplate]
  private let settled = SettledTemplates()
  private let words: [Language: [String: String]]

  /// The files that pages are made with, by their names in `Templates/`, and how each begins its address.
  static let files = [
    ("Pages/page.css", "/stijl.css", "text/css; charset=utf-8"),
    ("Reports/report.css", "/rapport.css", "text/css; charset=utf-8"),
    ("Pages/page.js", "/vakmatrix.js", "text/javascript; charset=utf-8"),
    ("Pages/worker.js", "/vakmatrix-sw.js", "text/javascript; charset=utf-8"),
  ]

  /// Everything in `Templates/Pages`.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` with all that is wrong with the templates, so that no page is found broken by a visitor.
  init(_ folders: TemplateFolders, texts: [Texts]) throws(Refusal) {
    let words = Dictionary(uniqueKeysWithValues: texts.map { ($0.language, Self.words(of: $0)) })
    let problems = PageTemplatesCheckup.problems(in: folders, words: words.values.map { Set($0.keys) })
    guard problems.isEmpty else { throw Refusal(.configuration, problems) }
    var (templates, assets): ([String: HTMLTemplate], [Asset]) = ([:], [])
    for name in Self.templateNames(in: folders) {
      let short = String(decoding: name.utf8.dropFirst("Pages/".utf8.count).dropLast(9), as: UTF8.self)
      templates[short] = try HTMLTemplate(name, folders: folders)
    }
    for (name, path, type) in Self.files {
      let bytes = try folders.bytes(of: name)
      let mark = SecretHash.plain(of: String(decoding: bytes, as: UTF8.self)).utf8.prefix(12)
      assets.append(Asset(path: path + "?v=" + String(decoding: mark, as: UTF8.self), type: type, bytes: bytes))
    }
    (self.templates, self.assets, self.words) = (templates, assets, words)
  }

  /// The templates of pages, by their names in `Templates/`.
  static func templateNames(in folders: TemplateFolders) -> [String] {
    folders.names(in: "Pages").filter { $0.utf8.suffix(9).elementsEqual(".mustache".utf8) }.map { "Pages/" + $0 }
  }

  /// The words of pages under names that a template can say: `page.tick.undo` is `{{words.tick_undo}}`.
  static func words(of texts: Texts) -> [String: String] {
    let dots = { (name: String) in
      String(decoding: name.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
    }
    return Dictionary(texts.words(under: "page.").map { (dots($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The address of a file that browsers keep, `/stijl.css?v=…`.
  func address(of path: String) -> String {
    assets.first { $0.path.utf8.starts(with: (path + "?").utf8) }?.path ?? path
  }

  /// The words of pages in a language, by the rest of their keys.
  func words(_ language: Language) -> [String: String] { words[language] ?? [:] }

  /// What a template makes of a view model.
  func fragment(_ name: String, _ view: some Sendable) throws(Refusal) -> HTMLFragment {
    guard let template = templates[name] else {
      throw Refusal(.configuration, .template_missing, values: ["template": "Pages/\(name).mustache"])
    }
    if settled.isSettled(name) { return template.knownFragment(of: view) }
    return try template.fragment(of: view) { settled.note($0, of: name, among: template.tags) }
  }
}
