public import CompetencyCore
internal import CompetencyStore

/// Changing or adding one row of the set-up, by the same checks as the company's CSV files.
///
/// The fields become a file of one row: what is refused there is refused here, and a row that is not in it stays.
public enum SetupRowJourney {
  /// The tables of the set-up, as their files are called.
  public enum Table: String, Sendable, CaseIterable {
    case taken, profielen, mensen, trainees, scholen

    /// The column whose value names a row.
    public var key: String {
      switch self {
      case .taken: "code"
      case .profielen: "profiel"
      case .mensen, .trainees, .scholen: "id"
      }
    }

    /// The other columns of a row, in their order; those of a profile are of its tasks.
    public var columns: [String] {
      switch self {
      case .taken: ["titel", "groep", "nodig", "herhalen_maanden", "veiligheid", "muur"]
      case .profielen: ["titel", "taak", "niveau", "week", "wijze"]
      case .mensen: ["roepnaam", "tussenvoegsel", "achternaam", "personeelsnummer", "team", "rollen"]
      case .trainees:
        [
          "roepnaam", "tussenvoegsel", "achternaam", "personeelsnummer", "team", "profiel", "begeleider", "leidinggevende",
          "school", "studentnummer", "start", "einde", "ritme", "opleiding", "leerweg", "status",
        ]
      case .scholen: ["naam", "instellingscode", "dialect", "andere_nummers", "negen_cijfers"]
      }
    }

    fileprivate var file: CompanyFiles.Name {
      switch self {
      case .taken: .taken
      case .profielen: .profielen
      case .mensen: .mensen
      case .trainees: .trainees
      case .scholen: .scholen
      }
    }
  }

  /// A row as it is now.
  public struct Row: Sendable {
    /// Its id or code.
    public let id: String
    /// What people call it.
    public let title: String
    /// Its fields by their columns, the name of the row left out.
    public let fields: [(name: String, text: String)]
    /// Says which state of the row this is; another state has another mark.
    public let mark: String
  }

  /// What a change did, or in a dry run would do.
  public struct Outcome: Sendable {
    /// The booking; nil when nothing was written.
    public let booking: BookingNumber?
    /// Each field that differs.
    public let differences: [Difference]
    /// The current trainees for whom something changes, by id.
    public let touched: [Trainee]
    /// The row as it is, when it is not as it was shown any more; nothing is written then.
    public let meanwhile: Row?
  }

  /// Every row of a table, in its order, and the set-up that it is part of.
  public static func list(_ context: JourneyContext, _ table: Table) throws(Refusal) -> (rows: [Row], company: Company) {
    try context.look(.setUp, .frame) { situation in
      (rows(of: table, in: situation.company).map(row), situation.company)
    }
  }

  /// Changes a row, or adds one.
  ///
  /// - Parameters:
  ///   - lines: the row by its columns; for a profile one line a task.
  ///   - mark: the mark of the row as it was shown; nil for a new row.
  /// - Throws: ``CompetencyCore/Refusal`` with every fault of the fields; nothing is kept then.
  public static func change(
    _ context: JourneyContext, _ table: Table, id: String, lines: [[String: String]], mark: String?
  ) throws(Refusal) -> Outcome {
    func work(_ situation: Situation, _ writer: StoreWriter?) throws -> Outcome {
      let company = situation.company
      let old = rows(of: table, in: company).first { sameBytes($0.name.id, id) }
      if mark == nil, old != nil { throw Refusal(.usage, .id_taken, values: ["id": id]) }
      if let mark {
        guard let old else { throw Refusal(.notFound, .person_not_found, values: ["who": id]) }
        let now = row(old)
        guard sameBytes(now.mark, mark) else { return Outcome(booking: nil, differences: [], touched: [], meanwhile: now) }
      }
      let booking = context.booking(.setup, after: situation)
      let plan = try SetupJourney.plan(
        [table.file: bytes(of: lines, table)], in: "", known: company, today: situation.today, booking: booking.number)
      for case .trainee(let trainee) in plan.rows
      where sameBytes(trainee.id.text, id) {
        try FieldReader(situation).checkNumbers(of: trainee)
      }
      if let writer, !plan.rows.isEmpty {
        try writer.add(booking)
        try writer.add(plan.rows, in: booking.number)
      }
      return Outcome(
        booking: writer != nil && !plan.rows.isEmpty ? booking.number : nil, differences: plan.outcome.differences,
        touched: touched(by: plan.rows, in: company), meanwhile: nil)
    }
    if context.isDryRun { return try context.look(.setUp, .frame) { try work($0, nil) } }
    return try context.write(.setUp, .frame) { try work($0, $1) }
  }

  private static func rows(of table: Table, in company: Company) -> [SetupRow] {
    switch table {
    case .taken: company.tasksInOrder.map(SetupRow.task)
    case .profielen: company.profiles.map(SetupRow.profile)
    case .mensen: company.people.values.sorted { $0.id < $1.id }.map(SetupRow.person)
    case .trainees: company.trainees.values.sorted { $0.id < $1.id }.map(SetupRow.trainee)
    case .scholen: company.schools.values.sorted { $0.id < $1.id }.map(SetupRow.school)
    }
  }

  private static func row(_ row: SetupRow) -> Row {
    let all = row.fields
    let mark = SecretHash.plain(of: all.map { $0.name + "=" + $0.text }.joined(separator: "\n"))
    var fields = all
    if case .trainee(let trainee) = row {
      // A version is no field of the file: who is under way keeps it.
      fields = all.map { $0.name == "profiel" ? ($0.name, trainee.profile.text) : $0 }
    }
    return Row(id: row.name.id, title: row.title, fields: fields, mark: mark)
  }

  private static func bytes(of lines: [[String: String]], _ table: Table) -> [UInt8] {
    let columns = [table.key] + table.columns
    var bytes = Array((columns.joined(separator: ";") + "\n").utf8)
    for line in lines {
      for (place, column) in columns.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ";")) }
        bytes.append(UInt8(ascii: "\""))
        for byte in (line[column] ?? "").utf8 { bytes += byte == UInt8(ascii: "\"") ? [byte, byte] : [byte] }
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The trainees who do a task that changes, are guided by who changes, go to the school that changes, or change.
  private static func touched(by rows: [SetupRow], in company: Company) -> [Trainee] {
    company.currentTrainees.filter { trainee in
      rows.contains { row in
        switch row {
        case .person(let person): trainee.mentor == person.id || trainee.lineManager == person.id
        case .trainee(let changed): changed.id == trainee.id
        case .task(let task): company.profile(of: trainee)?.tasks.contains { $0.task == task.code } ?? false
        case .profile: false
        case .school(let school): trainee.school == school.id
        }
      }
    }
  }
}
