internal import CompetencyCore

extension CompanyFiles {
  /// Reads `mensen.csv`: who works here, and in which roles.
  mutating func readPeople(_ bytes: [UInt8], known: Company) {
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

  /// Reads `trainees.csv`, after the other four: it points at them.
  mutating func readTrainees(_ bytes: [UInt8], known: Company) {
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
