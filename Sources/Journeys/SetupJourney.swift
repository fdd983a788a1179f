public import CompetencyCore
internal import CompetencyStore

/// Loads or updates a company from its CSV files; what is gone from them is listed and stays.
public enum SetupJourney {
  /// What a set-up changed.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// Each difference, in the order of the files.
    public let differences: [Difference]
    /// The rows that are known but stand in no file any more; they stay.
    public let gone: [RowName]
    /// How many rows of each kind there are now.
    public let people: Int, trainees: Int, tasks: Int, profiles: Int, schools: Int
  }

  /// Reads the five files that are there, checks them, and books what differs.
  ///
  /// - Parameter file: the bytes of a file of the folder by its name; nil when it is not there.
  /// - Throws: ``Refusal`` with every fault of every file; nothing is kept then.
  public static func run(
    _ context: JourneyContext, folder: String, file: (String) throws(Refusal) -> [UInt8]?
  ) throws(Refusal) -> Outcome {
    var bytes: [CompanyFiles.Name: [UInt8]] = [:]
    for name in CompanyFiles.Name.allCases { bytes[name] = try file(name.rawValue + ".csv") }
    guard !bytes.isEmpty else {
      throw Refusal(.notFound, .no_company_files, at: SourcePlace(file: folder), values: ["file": folder])
    }
    if context.isDryRun && !context.store.exists {
      return try plan(bytes, in: folder, known: Company(), today: .first, booking: .first).outcome
    }
    if context.isDryRun {
      return try context.look(.setUp, .frame) { situation in
        try plan(bytes, in: folder, known: situation.company, today: situation.today, booking: situation.ledger.nextBooking)
          .outcome
      }
    }
    // A first set-up that is refused must not leave an empty database behind.
    if !context.store.exists { _ = try plan(bytes, in: folder, known: Company(), today: .first, booking: .first) }
    return try context.write(.setUp, .frame, creating: true) { situation, writer in
      let booking = context.booking(.setup, after: situation)
      let plan = try plan(bytes, in: folder, known: situation.company, today: situation.today, booking: booking.number)
      if try situation.reader.setting(CompanyZone.settingName) == nil {
        try writer.keep(setting: CompanyZone.settingName, CompanyZone.standard)
      }
      guard !plan.rows.isEmpty else { return plan.outcome }
      try writer.add(booking)
      try writer.add(plan.rows, in: booking.number)
      return plan.outcome
    }
  }

  /// What files would change, with the rows to write.
  static func plan(
    _ bytes: [CompanyFiles.Name: [UInt8]], in folder: String, known: Company, today: CalendarDate, booking: BookingNumber
  ) throws(Refusal) -> (rows: [SetupRow], outcome: Outcome) {
    let files = CompanyFiles(known: known, scale: known.scale, folder: folder) { bytes[$0] }
    guard files.problems.isEmpty else { throw Refusal(.dataWrong, files.problems) }
    let change = CompanyChange(files, known: known, today: today)
    let outcome = Outcome(
      booking: change.rows.isEmpty ? nil : booking, differences: change.differences, gone: change.gone,
      people: change.company.people.count, trainees: change.company.trainees.count, tasks: change.company.tasks.count,
      profiles: change.company.profiles.count, schools: change.company.schools.count)
    return (change.rows, outcome)
  }
}
