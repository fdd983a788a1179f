public import CompetencyCore
public import Wording

/// The view model of `Templates/Reports/person.mustache`.
struct PersonFilePage: Sendable {
  struct Fact: Sendable { let name, value: String }
  struct Row: Sendable {
    let booking: String
    let facts: [Fact]
  }
  struct Table: Sendable {
    let title: String
    let rows: [Row]
  }
  struct Kind: Sendable {
    let title, purpose, ground, term, origin: String
    let tables: [Table]
  }
  let words: [String: String]
  let language: String
  let style: HTMLFragment
  let title, stand, origins, rights: String
  let restricted, withheld: String?
  let recipients: [String]
  let kinds: [Kind]
}

extension PersonFilePage {
  init(_ wording: PersonFileWording, style: HTMLFragment) {
    words = wording.texts.words(under: "privacy.")
    (language, self.style) = (wording.texts.language.rawValue, style)
    (title, stand, origins, rights) = (wording.title, wording.stand, wording.origins, wording.rights)
    (restricted, withheld, recipients) = (wording.restricted, wording.withheld, wording.recipients)
    kinds = wording.kinds.map { kind in
      Kind(
        title: kind.title, purpose: kind.purpose, ground: kind.ground, term: kind.term, origin: kind.origin,
        tables: kind.tables.map { table in
          Table(
            title: table.title,
            rows: table.rows.map { row in
              Row(booking: row.booking, facts: row.facts.map { Fact(name: $0.name, value: $0.value) })
            })
        })
    }
  }

  /// A page on which nothing is empty, so that each tag of a template can be answered.
  static func filled(_ texts: Texts) -> PersonFilePage {
    let text = "…"
    return PersonFilePage(
      words: texts.words(under: "privacy."), language: text, style: HTMLBuilder().fragment, title: text, stand: text,
      origins: text, rights: text, restricted: text, withheld: text, recipients: [text],
      kinds: [
        Kind(
          title: text, purpose: text, ground: text, term: text, origin: text,
          tables: [Table(title: text, rows: [Row(booking: text, facts: [Fact(name: text, value: text)])])])
      ])
  }
}

extension PersonFile {
  /// The file as a page for screen and paper.
  public func html(_ texts: Texts, folders: TemplateFolders) throws(Refusal) -> [UInt8] {
    let style = try HTMLFragment(styleSheet: "Reports/report.css", folders: folders)
    let template = try HTMLTemplate("Reports/person.mustache", folders: folders)
    return try template.document(of: PersonFilePage(PersonFileWording(file: self, texts: texts), style: style))
  }
}
