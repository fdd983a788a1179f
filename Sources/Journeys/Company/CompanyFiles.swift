internal import CompetencyCore

/// The rows of a company's CSV files, checked one by one and against each other.
struct CompanyFiles {
  private(set) var people: [Person] = []
  private(set) var trainees: [Trainee] = []
  private(set) var tasks: [WorkTask] = []
  private(set) var profiles: [(id: ProfileID, title: String, tasks: [ProfileTask])] = []
  private(set) var schools: [School] = []
  private(set) var problems: [Problem] = []
  /// Which files there were.
  private(set) var found: Set<Name> = []

  /// The folder as the person gave it, for the places of faults.
  private let folder: String

  enum Name: String, CaseIterable { case mensen, taken, scholen, profielen, trainees }

  /// Reads those of the five files that are there; references may also point at what the company already has.
  init(known: Company, scale: MasteryScale, folder: String, bytes: (Name) -> [UInt8]?) {
    self.folder = folder.isEmpty || folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    for name in Name.allCases {
      guard let bytes = bytes(name) else { continue }
      found.insert(name)
      switch name {
      case .mensen: readPeople(bytes, known: known)
      case .taken: readTasks(bytes)
      case .scholen: readSchools(bytes)
      case .profielen: readProfiles(bytes, known: known, scale: scale)
      case .trainees: readTrainees(bytes, known: known)
      }
    }
  }

  private mutating func readPeople(_ bytes: [UInt8], known: Company) {
    var check = RowCheck(
      bytes, file: folder + "mensen.csv", required: ["id", "roepnaam", "achternaam", "rollen"],
      optional: ["tussenvoegsel", "personeelsnummer", "team"])
    check.eachRow { row in
      let id = row.needed("id", "id", PersonID.init)
      let roles = row.text("rollen").utf8.split(separator: UInt8(ascii: " ")).map { String($0) ?? "" }
      let checked = roles.compactMap(Role.init(rawValue:)).filter(\.isOfTheCompany)
      if checked.count != roles.count || roles.isEmpty {
        row.refuse("rollen", expected: "company_roles")
      }
      if let id, known.trainees[id] != nil { row.refuse("id", expected: "other_id") }
      row.refuseCitizenNumber("personeelsnummer")
      let name = row.name()
      guard let id, row.once("id", id.text), row.onceUnlessEmpty("personeelsnummer") else { return }
      let number = row.text("personeelsnummer")
      if !number.isEmpty && known.trainees.values.contains(where: { sameBytes($0.personnelNumber, number) }) {
        row.refuse("personeelsnummer", expected: "own_number")
      }
      people.append(
        Person(id: id, name: name, personnelNumber: row.text("personeelsnummer"), team: row.text("team"), roles: checked))
    }
    problems += check.problems
  }

  private mutating func readTasks(_ bytes: [UInt8]) {
    var check = RowCheck(
      bytes, file: folder + "taken.csv", required: ["code", "titel"],
      optional: ["groep", "nodig", "herhalen_maanden", "veiligheid", "muur"])
    check.eachRow { row in
      let code = row.needed("code", "code", TaskCode.init)
      let title = row.needed("titel", "title") { $0.isEmpty ? nil : $0 }
      let needed = row.optional("nodig", "number_999") { Int($0).flatMap { (0...999).contains($0) ? $0 : nil } }
      let months = row.optional("herhalen_maanden", "number_120") { Int($0).flatMap { (1...120).contains($0) ? $0 : nil } }
      let safety = row.optional("veiligheid", "yes") { $0 == "ja" ? true : nil }
      let wall = row.optional("muur", "yes") { $0 == "ja" ? true : nil }
      guard let code, let title, row.once("code", code.text) else { return }
      tasks.append(
        WorkTask(
          code: code, title: title, group: row.text("groep"), needed: needed, repeatMonths: months, isSafety: safety ?? false,
          isOnWall: wall ?? false))
    }
    problems += check.problems
  }

  private mutating func readSchools(_ bytes: [UInt8]) {
    var check = RowCheck(
      bytes, file: folder + "scholen.csv", required: ["id", "naam"],
      optional: ["instellingscode", "dialect", "andere_nummers", "negen_cijfers"])
    check.eachRow { row in
      let id = row.needed("id", "id", SchoolID.init)
      let name = row.needed("naam", "name") { $0.isEmpty ? nil : $0 }
      let words = row.text("andere_nummers").utf8.split(separator: UInt8(ascii: " ")).map { String($0) ?? "" }
      let numbers = words.compactMap(OrganisationNumber.init(word:))
      if numbers.count != words.count { row.refuse("andere_nummers", expected: "organisation_numbers") }
      let nine = row.optional("negen_cijfers", "yes") { $0 == "ja" ? true : nil }
      guard let id, let name, row.once("id", id.text) else { return }
      schools.append(
        School(
          id: id, name: name, institutionCode: row.text("instellingscode"), dialect: row.text("dialect"), otherNumbers: numbers,
          hasNineDigitNumbers: nine ?? false))
    }
    problems += check.problems
  }

  private mutating func readProfiles(_ bytes: [UInt8], known: Company, scale: MasteryScale) {
    var check = RowCheck(
      bytes, file: folder + "profielen.csv", required: ["profiel", "taak"], optional: ["titel", "niveau", "week", "wijze"])
    let codes = Set(tasks.map(\.code)).union(known.tasks.keys)
    check.eachRow { row in
      let id = row.needed("profiel", "id", ProfileID.init)
      let task = row.needed("taak", "code", TaskCode.init)
      if let task, !codes.contains(task) { row.refuseReference("taak", in: "taken.csv") }
      let target = row.optional("niveau", "level") { text in
        LevelID(text).flatMap { level in scale.rank(of: level).flatMap { $0 > 0 ? level : nil } }
      }
      let week = row.optional("week", "number_520") { Int($0).flatMap { (1...520).contains($0) ? $0 : nil } }
      let way = row.optional("wijze", "way", LearningWay.init(rawValue:))
      guard let id, let task, row.once("taak", id.text + "\u{0}" + task.text) else { return }
      let line = ProfileTask(task: task, target: target ?? scale.level(atRank: scale.masteredRank), week: week, way: way)
      let place = profiles.firstIndex { $0.id == id }
      if let place {
        let title = profiles[place].title
        if !row.text("titel").isEmpty && !title.isEmpty && !sameBytes(row.text("titel"), title) {
          row.refuse("titel", expected: title)
        }
        profiles[place].tasks.append(line)
        if title.isEmpty { profiles[place].title = row.text("titel") }
      } else {
        profiles.append((id: id, title: row.text("titel"), tasks: [line]))
      }
    }
    for index in profiles.indices where profiles[index].title.isEmpty { profiles[index].title = profiles[index].id.text }
    problems += check.problems
  }

  private mutating func readTrainees(_ bytes: [UInt8], known: Company) {
    var check = RowCheck(
      bytes, file: folder + "trainees.csv", required: ["id", "roepnaam", "achternaam", "team", "profiel", "start"],
      optional: [
        "tussenvoegsel", "personeelsnummer", "begeleider", "leidinggevende", "school", "studentnummer", "einde", "ritme",
        "opleiding", "leerweg", "status",
      ])
    let profileIDs = Set(profiles.map(\.id)).union(known.profiles.map(\.id))
    let personIDs = Set(people.map(\.id)).union(known.people.keys)
    let schoolsByID = known.schools.merging(schools.map { ($0.id, $0) }) { _, new in new }
    let ownIDs = Set(people.map(\.id.text))
    let colleagues = people + known.people.values.filter { !ownIDs.contains($0.id.text) }
    check.eachRow { row in
      let id = row.needed("id", "id", TraineeID.init)
      if let id, ownIDs.contains(id.text) || known.people[id] != nil { row.refuse("id", expected: "other_id") }
      let profile = row.needed("profiel", "id", ProfileID.init)
      if let profile, !profileIDs.contains(profile) { row.refuseReference("profiel", in: "profielen.csv") }
      let team = row.needed("team", "team") { $0.isEmpty ? nil : $0 }
      let start = row.needed("start", "date") { CalendarDate(typed: $0) }
      let end = row.optional("einde", "date") { CalendarDate(typed: $0) }
      if let start, let end, end < start { row.refuse("einde", expected: "after_start") }
      let mentor = row.reference("begeleider", in: "mensen.csv", among: personIDs, PersonID.init)
      let manager = row.reference("leidinggevende", in: "mensen.csv", among: personIDs, PersonID.init)
      let school = row.reference("school", in: "scholen.csv", among: Set(schoolsByID.keys), SchoolID.init)
      let rhythm = row.optional("ritme", "rhythm", Rhythm.init)
      let pathway = row.optional("leerweg", "pathway", Trainee.Pathway.init(rawValue:))
      let status = row.optional("status", "status", Trainee.Status.init(rawValue:))
      row.refuseCitizenNumber("personeelsnummer")
      let ownNumber = row.text("personeelsnummer")
      if !ownNumber.isEmpty && colleagues.contains(where: { sameBytes($0.personnelNumber, ownNumber) }) {
        row.refuse("personeelsnummer", expected: "own_number")
      }
      if school.flatMap({ schoolsByID[$0]?.hasNineDigitNumbers }) != true { row.refuseCitizenNumber("studentnummer") }
      let name = row.name()
      let number = row.text("studentnummer")
      guard let id, let profile, let team, let start, row.once("id", id.text), row.onceUnlessEmpty("personeelsnummer"),
        number.isEmpty || row.once("studentnummer", row.text("school") + "\u{0}" + number)
      else { return }
      trainees.append(
        Trainee(
          id: id, name: name, personnelNumber: row.text("personeelsnummer"), team: team, profile: profile, mentor: mentor,
          lineManager: manager, school: school, studentNumber: number, start: start, expectedEnd: end, rhythm: rhythm,
          programme: row.text("opleiding"), pathway: pathway, status: status ?? .lopend))
    }
    problems += check.problems
  }
}

extension OrganisationNumber {
  /// A number as `scholen.csv` writes it: `kvk:12345678`; nil for anything else.
  fileprivate init?(word: String) {
    let parts = word.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0]) ?? ""), let value = String(parts[1]), !value.isEmpty else {
      return nil
    }
    self.init(kind: kind, value: value)
  }
}
