public import CompetencyCore
internal import CompetencyStore
internal import SchoolForms

/// A school's form becomes progress: bytes, checked forms, plan against what is known, applied as one booking.
public enum ImportJourney {
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

  /// How many forms are read before a turn to write is taken; a small import holds nobody up while it is read.
  private static let readAhead = 256

  /// Imports files as one booking: all or nothing, or with `keepGoing` the good ones.
  ///
  /// - Parameters:
  ///   - files: the files in the order in which they are read.
  ///   - dialects: how files that are no message of ours are read.
  ///   - progress: told how far it is.
  /// - Throws: ``Refusal`` with every fault of every file when nothing is kept.
  public static func run(
    _ context: JourneyContext, files: [File], dialects: [DialectFile], keepGoing: Bool,
    progress: @escaping (Step) -> Void = { _ in }
  ) throws(Refusal) -> Outcome {
    let stream = try stream(
      files, dialects, company: try context.look(.importForms, .frame) { $0.company }, keepsBytes: !context.isDryRun)
    var reading = FileReading(stream, keepGoing: keepGoing, progress: progress)
    reading.readAhead(forms: readAhead)
    if reading.isAtEnd { try reading.refuseFaulty() }
    let apply = { (situation: Situation, writer: StoreWriter) throws -> Outcome in
      let booking = context.booking(.import, after: situation)
      var intake = ImportIntake(situation, writer, booking: booking, keepsForms: context.isDryRun)
      try reading.readAll(into: &intake, writer)
      progress(.saving)
      let plan = try ImportEffect(intake: intake, situation: situation, reader: writer.reader).plan()
      return Outcome(
        booking: context.isDryRun ? nil : plan.booking, fileCount: files.count, messageCount: intake.messageCount,
        plan: plan, problems: reading.problems + plan.problems, company: situation.company)
    }
    return context.isDryRun
      ? try context.rehearse(.importForms, .frame, apply) : try context.write(.importForms, .frame, apply)
  }

  /// Refuses who may not import, before files are asked for.
  public static func require(_ context: JourneyContext) throws(Refusal) { try context.look(.importForms, .frame) { _ in } }

  /// A message that was checked.
  public struct CheckedMessage: Sendable {
    /// The name of its file.
    public let file: String
    /// How many forms it has.
    public let formCount: Int
  }

  /// Reads and checks files without keeping anything; a database is only asked which schools have nine-digit numbers.
  public static func check(
    _ context: JourneyContext, _ files: [File], dialects: [DialectFile]
  ) throws(Refusal) -> (messages: [CheckedMessage], problems: [Problem]) {
    let company = context.store.exists ? try context.store.read { try $0.frame(of: try $0.records()).company } : Company()
    let stream = try stream(files, dialects, company: company, keepsBytes: false)
    var messages: [CheckedMessage] = []
    var problems: [Problem] = []
    while let (file, event) = stream.next() {
      switch event {
      case .began, .bytes, .forms: continue
      case .refused(let faults): problems += faults
      case .ended(_, let formCount, let warnings):
        messages.append(CheckedMessage(file: files[file].name, formCount: formCount))
        problems += warnings
      }
    }
    return (messages, problems)
  }

  /// What the program exits with when files are refused for these reasons: a dialect that must be repaired goes first.
  public static func status(of errors: [Problem]) -> ExitStatus {
    if errors.isEmpty { return .done }
    if errors.contains(where: isOfDialect) { return .configuration }
    return errors.allSatisfy { $0.code == .file_not_found || $0.code == .file_unreadable } ? .notFound : .dataWrong
  }

  private static func isOfDialect(_ problem: Problem) -> Bool {
    switch problem.code {
    case .dialect_faulty, .dialect_ambiguous: true
    case .mark_not_here: problem.values["kind"].map { sameBytes($0, "dialect") } ?? false
    default: false
    }
  }

  private static func stream(
    _ files: [File], _ dialects: [DialectFile], company: Company, keepsBytes: Bool
  ) throws(Refusal) -> FormStream {
    guard let reader = try? FormReader(dialects: Dialects(dialects.map(\.source))) else {
      throw Refusal(.failed, .unexpected, values: ["detail": "voortgangsformulier-1.xsd"])
    }
    // Of a large company only the schools are kept while its forms are read.
    var schools = Company()
    for school in company.schools.values { schools.apply(.school(school)) }
    return FormStream(files.map(\.source), reader: reader, keepsBytes: keepsBytes) { [schools] numbers in
      schools.school(withNumbers: numbers)?.hasNineDigitNumbers == true
    }
  }
}
