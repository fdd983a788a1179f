public import CompetencyCore
internal import CompetencyStore
internal import SchoolForms

/// A file `dialect.xml` as it was found, bundled or in a folder of the administrator's own.
public struct DialectFile: Sendable {
  /// The name of its folder, which is the name of the dialect.
  public let name: String
  /// The path under which a person finds it.
  public let path: String
  /// The bytes.
  public let bytes: [UInt8]

  /// A file by its folder, path and bytes.
  public init(name: String, path: String, bytes: [UInt8]) { (self.name, self.path, self.bytes) = (name, path, bytes) }

  var source: DialectSource { DialectSource(name: name, path: path, bytes: bytes) }
}

/// Looking at dialects, trying them on their samples, and making a first draft of one.
public enum DialectJourney {
  /// A dialect as `dialect list` shows it.
  public struct Summary: Sendable {
    /// The name of its folder.
    public let name: String
    /// What it calls itself.
    public let title: String
    /// Where the file is.
    public let path: String
    /// The root elements that it recognises.
    public let roots: [String]
    /// The schools that say in `scholen.csv` that they use it.
    public let schools: [String]
    /// What must be repaired or filled in.
    public let problems: [Problem]
  }

  /// A sample form beside a dialect.
  public struct Sample: Sendable {
    /// The path under which a person finds it.
    public let path: String
    /// The bytes.
    public let bytes: [UInt8]
    /// The path of the expected result.
    public let expectedPath: String
    /// The expected result; nil when it is not there.
    public let expected: [UInt8]?

    /// A sample with its expected result.
    public init(path: String, bytes: [UInt8], expectedPath: String, expected: [UInt8]?) {
      (self.path, self.bytes, self.expectedPath, self.expected) = (path, bytes, expectedPath, expected)
    }
  }

  /// What came of trying one dialect.
  public struct Trial: Sendable {
    /// The name of its folder.
    public let name: String
    /// How many samples were tried.
    public let sampleCount: Int
    /// What must be repaired or filled in; empty when the dialect is good.
    public let problems: [Problem]
    /// What each sample says, under the path of its expected result.
    public let results: [(path: String, text: String)]
  }

  /// Every dialect, with the schools that use it.
  public static func list(_ context: JourneyContext, _ files: [DialectFile]) throws(Refusal) -> [Summary] {
    let company = try company(context)
    return Dialects(files.map(\.source)).entries.map { entry in
      let schools = company.schools.values.filter { sameBytes($0.dialect, entry.name) }.map(\.name)
      return Summary(
        name: entry.name, title: entry.title, path: entry.path, roots: entry.roots,
        schools: schools.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, problems: entry.problems + entry.unfinished)
    }
  }

  /// Tries dialects on their samples, each held against all others.
  ///
  /// - Parameter names: the dialects to try; empty for all.
  /// - Throws: ``Refusal`` when there is no dialect of a name.
  public static func check(
    _ context: JourneyContext, _ files: [DialectFile], names: [String], samples: (String) throws(Refusal) -> [Sample]
  ) throws(Refusal) -> [Trial] {
    // Only which schools have numbers of nine digits is asked, so that a damaged database is in nobody's way.
    let company = (try? company(context)) ?? Company()
    let dialects = Dialects(files.map(\.source))
    for name in names where !files.contains(where: { sameBytes($0.name, name) }) {
      let list = files.map(\.name).joined(separator: ", ")
      throw Refusal(.notFound, .dialect_not_found, values: ["dialect": name, "list": list])
    }
    var trials: [Trial] = []
    for entry in dialects.entries where names.isEmpty || names.contains(where: { sameBytes($0, entry.name) }) {
      let found = try samples(entry.name).map {
        DialectSample(path: $0.path, bytes: $0.bytes, expectedPath: $0.expectedPath, expected: $0.expected)
      }
      let trial = dialects.check(
        entry, samples: found, nineDigitSenders: { company.school(withNumbers: $0)?.hasNineDigitNumbers == true })
      trials.append(Trial(name: entry.name, sampleCount: found.count, problems: trial.problems, results: trial.results))
    }
    return trials
  }

  /// The schools of the set-up whose dialect is not there, by name; their forms would be known by nobody.
  public static func missing(_ context: JourneyContext, _ files: [DialectFile]) -> [Problem] {
    // What is wrong with a database that cannot be read, its own checkups tell.
    let company = (try? company(context)) ?? Company()
    let schools = company.schools.values.filter { school in
      !school.dialect.isEmpty && !files.contains { sameBytes($0.name, school.dialect) }
    }
    return schools.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { school in
      Problem(.dialect_not_found, values: ["kind": "school", "sender": school.name, "dialect": school.dialect])
    }
  }

  /// A first draft of a dialect for a form that none reads, for a person to finish.
  ///
  /// - Throws: ``Refusal`` when the file is no XML that is read, or has nothing that looks like judgements.
  public static func draft(for file: ImportJourney.File) throws(Refusal) -> String {
    try dialectDraft(for: file.load(), file: file.name)
  }

  private static func company(_ context: JourneyContext) throws(Refusal) -> Company {
    context.store.exists ? try context.store.read { try $0.frame(of: try $0.records()).company } : Company()
  }
}
