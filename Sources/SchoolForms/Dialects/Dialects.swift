public import CompetencyCore

/// The dialects of a company's schools: how the XML of each is read. It never changes once it is made.
public struct Dialects: Sendable {
  /// One dialect as it was found.
  public struct Entry: Sendable {
    /// The name of its folder.
    public let name: String
    /// What it calls itself; its folder's name when that could not be read.
    public let title: String
    /// Where the file is.
    public let path: String
    /// Everything that is wrong with the file; a dialect with a problem reads nothing.
    public let problems: [Problem]
    /// What a person must still fill in; the dialect can be used before, and asks.
    public let unfinished: [Problem]
    /// The root elements of the files in this dialect, with their prefixes as the dialect writes them.
    public let roots: [String]

    let dialect: Dialect
  }

  /// The dialects in the order in which they were given.
  public let entries: [Entry]

  /// No dialects: only the canonical form is read.
  public static let none = Dialects([])

  /// The dialects of these files; a file that is no dialect is an entry with problems.
  public init(_ sources: [DialectSource]) {
    entries = sources.map { source in
      let loading = DialectLoading(source)
      return Entry(
        name: source.name, title: loading.dialect.title.isEmpty ? source.name : loading.dialect.title, path: source.path,
        problems: loading.faults.problems(in: source.path), unfinished: loading.unfinished.problems(in: source.path),
        roots: loading.dialect.recognitions.map(\.localName), dialect: loading.dialect)
    }
  }
}
