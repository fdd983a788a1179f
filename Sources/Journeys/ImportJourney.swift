public import CompetencyCore
internal import CompetencyStore
internal import SchoolForms

/// A school's form becomes progress: bytes, checked message, plan against what is known, applied as one booking.
public enum ImportJourney {
  /// A file that is to be imported.
  public struct File: Sendable {
    /// The name as the person gave it.
    public let name: String
    /// The bytes as they came.
    public let bytes: [UInt8]

    /// A file by its name and bytes.
    public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }

    /// The file at this path; opened by ourselves, within the limits.
    ///
    /// - Throws: ``Refusal`` when it is not there, cannot be read, or is too large.
    public init(path: String) throws(Refusal) { self.init(name: path, bytes: try FormFile.load(path)) }

    /// What comes in by standard input, within the same limits.
    ///
    /// - Throws: ``Refusal`` when it cannot be read or is too large.
    public static func standardInput() throws(Refusal) -> File { File(name: "-", bytes: try FormFile.loadStandardInput()) }
  }

  /// How far an import is.
  public enum Step: Sendable {
    /// So many files were read.
    case files(Int)
    /// So many forms of the file that is being read.
    case forms(Int)
    /// Everything was read; it is held against what is known and saved.
    case saving
  }

  /// What an import did, or in a dry run would do.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// How many files were given.
    public let fileCount: Int
    /// How many messages were read.
    public let messageCount: Int
    /// The plan that was applied.
    public let plan: ImportPlan
    /// Everything that a person should look at, in the order of the files.
    public let problems: [Problem]
    /// The set-up that names are taken from.
    public let company: Company

    /// What the program exits with.
    public var status: ExitStatus {
      problems.contains { $0.severity == .error } ? .dataWrong : plan.needsPerson ? .personNeeded : .done
    }
  }

  /// Imports files as one booking: all or nothing, or with `keepGoing` the good ones.
  ///
  /// - Parameters:
  ///   - files: the files in the order in which they are read; a file that could not be opened is a problem.
  ///   - dialects: how files that are no message of ours are read.
  ///   - progress: told how far it is.
  /// - Throws: ``Refusal`` with every fault of every file when nothing is kept.
  public static func run(
    _ context: JourneyContext, files: [Result<File, Refusal>], dialects: [DialectFile], keepGoing: Bool,
    progress: (Step) -> Void = { _ in }
  ) throws(Refusal) -> Outcome {
    let before = try context.look(.importForms) { ($0.company, $0.today) }
    let reading = try readAll(files, dialects, company: before.0, progress: progress)
    try refuse(reading.problems, unless: keepGoing)
    progress(.saving)
    let apply = { (situation: Situation, writer: StoreWriter?) throws -> Outcome in
      var plan = ImportPlan(of: reading.messages.map(\.message), against: situation.ledger, today: situation.today)
      var problems = reading.problems + plan.problems
      if !plan.refusals.isEmpty {
        try refuse(problems, unless: keepGoing)
        let refused = Set(plan.refusals.compactMap { $0.place?.file })
        let kept = reading.messages.map(\.message).filter { !refused.contains($0.file) }
        let refusals = plan.refusals
        plan = ImportPlan(of: kept, against: situation.ledger, today: situation.today)
        problems = reading.problems + refusals + plan.problems
      }
      if let writer, !plan.isEmpty {
        try writer.add(context.booking(.import, after: situation))
        let bytes = Dictionary(reading.messages.map { ($0.message.file, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        try writer.apply(plan) { bytes[$0.file] ?? [] }
      }
      return Outcome(
        booking: writer == nil || plan.isEmpty ? nil : plan.booking, fileCount: files.count, messageCount: reading.messages.count,
        plan: plan, problems: problems, company: situation.company)
    }
    if context.isDryRun { return try context.look(.importForms) { try apply($0, nil) } }
    return try context.write(.importForms) { try apply($0, $1) }
  }

  /// Reads and checks files without keeping anything; a database is only asked which schools have nine-digit numbers.
  public static func check(
    _ context: JourneyContext, _ files: [Result<File, Refusal>], dialects: [DialectFile]
  ) throws(Refusal) -> (messages: [SchoolMessage], problems: [Problem]) {
    let company = context.store.exists ? try context.store.read { Knowledge(try $0.ledger()).company } : Company()
    let reading = try readAll(files, dialects, company: company, progress: { _ in })
    return (reading.messages.map(\.message), reading.problems)
  }

  private struct Reading {
    var messages: [(message: SchoolMessage, bytes: [UInt8])] = []
    var problems: [Problem] = []
  }

  private static func readAll(
    _ files: [Result<File, Refusal>], _ dialects: [DialectFile], company: Company, progress: (Step) -> Void
  ) throws(Refusal) -> Reading {
    guard let reader = try? FormReader(dialects: Dialects(dialects.map(\.source))) else {
      throw Refusal(.failed, .unexpected, values: ["detail": "voortgangsformulier-1.xsd"])
    }
    var reading = Reading()
    for (index, file) in files.enumerated() {
      switch file {
      case .failure(let refusal): reading.problems += refusal.problems
      case .success(let file):
        let result = reader.read(
          file.bytes, file: file.name,
          nineDigitSenders: { company.school(withNumbers: $0)?.hasNineDigitNumbers == true },
          onForm: { progress(.forms($0)) })
        switch result {
        case .refused(let problems): reading.problems += problems
        case .read(let message, let warnings):
          reading.messages.append((message, file.bytes))
          reading.problems += warnings
        }
      }
      progress(.files(index + 1))
    }
    return reading
  }

  private static func refuse(_ problems: [Problem], unless keepGoing: Bool) throws(Refusal) {
    let errors = problems.filter { $0.severity == .error }
    guard !errors.isEmpty, !keepGoing else { return }
    throw Refusal(status(of: errors), errors)
  }

  /// What the program exits with when files are refused for these reasons: a dialect that must be repaired goes first.
  public static func status(of errors: [Problem]) -> ExitStatus {
    if errors.isEmpty { return .done }
    if errors.contains(where: { $0.code == .dialect_faulty || $0.code == .dialect_ambiguous }) { return .configuration }
    return errors.allSatisfy { $0.code == .file_not_found || $0.code == .file_unreadable } ? .notFound : .dataWrong
  }
}
