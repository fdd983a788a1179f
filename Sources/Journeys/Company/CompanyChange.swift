internal import CompetencyCore

/// A row of the set-up by its kind and id.
public struct RowName: Hashable, Sendable {
  /// The kinds of row, as the files are called.
  public enum Kind: String, Sendable { case person, trainee, task, profile, school }
  /// What kind of row it is.
  public let kind: Kind
  /// Its id, code or name.
  public let id: String
}

/// One difference that a set-up makes: a new row (no `field`), or a field of a row, old and new.
public struct Difference: Hashable, Sendable {
  /// Which row.
  public let row: RowName
  /// The field, by its column; nil for a row that is new.
  public let field: String?
  /// What stood there; empty for a row that is new.
  public let old: String
  /// What stands there now.
  public let new: String
}

/// What a company's files change in what is known: the rows to add as new versions, and each difference.
struct CompanyChange {
  private(set) var rows: [SetupRow] = []
  private(set) var differences: [Difference] = []
  private(set) var gone: [RowName] = []
  private(set) var company: Company

  init(_ files: CompanyFiles, known: Company, today: CalendarDate) {
    company = known
    for person in files.people { put(.person(person), old: known.people[person.id].map(SetupRow.person)) }
    for task in files.tasks { put(.task(task), old: known.tasks[task.code].map(SetupRow.task)) }
    for school in files.schools { put(.school(school), old: known.schools[school.id].map(SetupRow.school)) }
    for (id, title, tasks) in files.profiles {
      let old = known.profile(id)
      let profile = Profile(id: id, version: old?.version ?? 1, title: title, tasks: tasks)
      guard profile != old else { continue }
      let next = Profile(id: id, version: (old?.version ?? 0) + 1, title: title, tasks: tasks)
      put(.profile(next), old: old.map(SetupRow.profile))
    }
    for var trainee in files.trainees {
      let old = known.trainees[trainee.id]
      let newest = company.profile(trainee.profile)?.version ?? 1
      // Who is under way keeps the version that the route was drawn with; who is still to start gets the newest.
      let isUnderWay = old.map { $0.profile == trainee.profile && trainee.start <= today } ?? false
      trainee.profileVersion = isUnderWay ? old?.profileVersion ?? newest : newest
      put(.trainee(trainee), old: old.map(SetupRow.trainee))
    }
    let listed = Set(files.trainees.map(\.id))
    for var trainee in known.trainees.values.sorted(by: { $0.id < $1.id })
    where !listed.contains(trainee.id) && trainee.start > today {
      guard let newest = company.profile(trainee.profile)?.version else { continue }
      trainee.profileVersion = newest
      put(.trainee(trainee), old: known.trainees[trainee.id].map(SetupRow.trainee))
    }
    gone = Self.gone(files, known: known)
  }

  private mutating func put(_ row: SetupRow, old: SetupRow?) {
    guard row != old else { return }
    rows.append(row)
    company.apply(row)
    let name = row.name
    guard let old else {
      differences.append(Difference(row: name, field: nil, old: "", new: row.title))
      return
    }
    for (before, after) in zip(old.fields, row.fields) where !sameBytes(before.text, after.text) {
      differences.append(Difference(row: name, field: after.name, old: before.text, new: after.text))
    }
  }

  private static func gone(_ files: CompanyFiles, known: Company) -> [RowName] {
    var gone: [RowName] = []
    func note<ID: ExactText>(_ file: CompanyFiles.Name, _ kind: RowName.Kind, _ known: [ID], _ here: [ID]) {
      guard files.found.contains(file) else { return }
      gone += Set(known).subtracting(here).sorted().map { RowName(kind: kind, id: $0.text) }
    }
    note(.mensen, .person, Array(known.people.keys), files.people.map(\.id))
    note(.taken, .task, Array(known.tasks.keys), files.tasks.map(\.code))
    note(.scholen, .school, Array(known.schools.keys), files.schools.map(\.id))
    note(.profielen, .profile, known.profiles.map(\.id), files.profiles.map(\.id))
    note(.trainees, .trainee, Array(known.trainees.keys), files.trainees.map(\.id))
    return gone
  }
}

extension SetupRow {
  /// The row's kind and id.
  var name: RowName {
    switch self {
    case .person(let person): RowName(kind: .person, id: person.id.text)
    case .trainee(let trainee): RowName(kind: .trainee, id: trainee.id.text)
    case .task(let task): RowName(kind: .task, id: task.code.text)
    case .profile(let profile): RowName(kind: .profile, id: profile.id.text)
    case .school(let school): RowName(kind: .school, id: school.id.text)
    }
  }

  /// What people call it.
  var title: String {
    switch self {
    case .person(let person): person.name.full
    case .trainee(let trainee): trainee.name.full
    case .task(let task): task.title
    case .profile(let profile): profile.title
    case .school(let school): school.name
    }
  }

  /// The fields by their columns, always in one order.
  var fields: [(name: String, text: String)] {
    switch self {
    case .person(let person):
      return person.name.fields + [
        ("personeelsnummer", person.personnelNumber), ("team", person.team),
        ("rollen", person.roles.map(\.rawValue).joined(separator: " ")),
      ]
    case .trainee(let trainee):
      return trainee.name.fields + [
        ("personeelsnummer", trainee.personnelNumber), ("team", trainee.team),
        ("profiel", "\(trainee.profile) v\(trainee.profileVersion)"), ("begeleider", trainee.mentor?.text ?? ""),
        ("leidinggevende", trainee.lineManager?.text ?? ""), ("school", trainee.school?.text ?? ""),
        ("studentnummer", trainee.studentNumber), ("start", trainee.start.iso), ("einde", trainee.expectedEnd?.iso ?? ""),
        ("ritme", trainee.rhythm?.text ?? ""), ("opleiding", trainee.programme), ("leerweg", trainee.pathway?.rawValue ?? ""),
        ("status", trainee.status.rawValue),
      ]
    case .task(let task):
      return [
        ("titel", task.title), ("groep", task.group), ("nodig", task.needed.map(String.init) ?? ""),
        ("herhalen_maanden", task.repeatMonths.map(String.init) ?? ""), ("veiligheid", task.isSafety ? "ja" : ""),
        ("muur", task.isOnWall ? "ja" : ""),
      ]
    case .profile(let profile):
      let tasks = profile.tasks.map { task in
        "\(task.task):\(task.target)" + (task.week.map { "@\($0)" } ?? "") + (task.way.map { "/\($0.rawValue)" } ?? "")
      }
      return [("titel", profile.title), ("versie", "\(profile.version)"), ("taken", tasks.joined(separator: " "))]
    case .school(let school):
      return [
        ("naam", school.name), ("instellingscode", school.institutionCode), ("dialect", school.dialect),
        ("andere_nummers", school.otherNumbers.map { "\($0.kind.rawValue):\($0.value)" }.joined(separator: " ")),
        ("negen_cijfers", school.hasNineDigitNumbers ? "ja" : ""),
      ]
    }
  }
}

extension PersonName {
  fileprivate var fields: [(name: String, text: String)] {
    [("roepnaam", given), ("tussenvoegsel", prefix), ("achternaam", family)]
  }
}
