internal import CompetencyCore

/// Reads the fields of a trainee as they were typed, checked against the company.
struct FieldReader {
  private let situation: Situation

  init(_ situation: Situation) { self.situation = situation }

  /// The trainee with what was typed; what was not typed stays.
  func apply(_ fields: TraineeJourney.Fields, to old: Trainee) throws(Refusal) -> Trainee {
    let company = situation.company
    let written = [fields.given, fields.prefix, fields.family, fields.team, fields.programme, fields.personnelNumber]
    if let sign = (written + [fields.studentNumber]).lazy.compactMap({ $0.flatMap(SoundText.fault) }).first {
      throw Refusal(.dataWrong, .sign_refused, values: ["sign": SoundText.named(sign)])
    }
    var trainee = old
    trainee.name = PersonName(
      given: fields.given ?? old.name.given, prefix: fields.prefix ?? old.name.prefix, family: fields.family ?? old.name.family)
    if trainee.name.given.isEmpty { throw refusal("--given", "", "Bram") }
    if trainee.name.family.isEmpty { throw refusal("--family", "", "Smit") }
    trainee.team = fields.team ?? old.team
    if trainee.team.isEmpty { throw refusal("--team", "", company.teams.joined(separator: ", ")) }
    trainee.programme = fields.programme ?? old.programme
    trainee.status = fields.status ?? old.status
    if let text = fields.profile {
      guard let id = ProfileID(text), let profile = company.profile(id) else {
        throw Refusal(.notFound, .profile_not_found, values: ["profile": text])
      }
      (trainee.profile, trainee.profileVersion) = (id, profile.version)
    } else if company.profile(of: old) == nil {
      throw refusal("--profile", "", company.profiles.map(\.id.text).joined(separator: ", "))
    }
    if let text = fields.mentor { trainee.mentor = text.isEmpty ? nil : try PersonFinder(company).colleague(text) }
    if let text = fields.lineManager { trainee.lineManager = text.isEmpty ? nil : try PersonFinder(company).colleague(text) }
    if let text = fields.school { trainee.school = try school(text) }
    if let text = fields.start { trainee.start = try day("--start", text) }
    if let text = fields.expectedEnd { trainee.expectedEnd = text.isEmpty ? nil : try day("--end", text) }
    if let text = fields.rhythm {
      trainee.rhythm = text.isEmpty ? nil : try value("--rhythm", text, "rhythm", Rhythm.init)
    }
    if let text = fields.pathway {
      trainee.pathway = text.isEmpty ? nil : try value("--pathway", text, "pathway", Trainee.Pathway.init(rawValue:))
    }
    if let number = fields.personnelNumber { trainee.personnelNumber = number }
    if let number = fields.studentNumber { trainee.studentNumber = number }
    try checkNumbers(of: trainee)
    if let end = trainee.expectedEnd, end < trainee.start { throw refusal("--expected-end", end.iso, "after_start") }
    return trainee
  }

  /// The numbers of the whole trainee, whichever of them was typed: a school that is new makes an old number matter.
  func checkNumbers(of trainee: Trainee) throws(Refusal) {
    let company = situation.company
    let others = company.trainees.values.filter { $0.id != trainee.id }
    let (own, student) = (trainee.personnelNumber, trainee.studentNumber)
    if CitizenNumber.isWhole(own) { throw Refusal(.usage, .bsn_refused, values: ["kind": "typed", "column": "--number"]) }
    let taken = others.map(\.personnelNumber) + company.people.values.map(\.personnelNumber)
    if !own.isEmpty && taken.contains(where: { sameBytes($0, own) }) {
      throw Refusal(.usage, .id_taken, values: ["kind": "number", "id": own])
    }
    if CitizenNumber.isWhole(student), trainee.school.flatMap({ company.schools[$0] })?.hasNineDigitNumbers != true {
      throw Refusal(.usage, .bsn_refused, values: ["kind": "typed", "column": "--student-number"])
    }
    if !student.isEmpty && others.contains(where: { $0.school == trainee.school && sameBytes($0.studentNumber, student) }) {
      throw Refusal(.usage, .id_taken, values: ["kind": "number", "id": student])
    }
  }

  private func school(_ text: String) throws(Refusal) -> SchoolID? {
    guard !text.isEmpty else { return nil }
    let known = situation.company.schools
    return try value("--school", text, known.keys.sorted().map(\.text).joined(separator: ", ")) { text in
      SchoolID(text).flatMap { known[$0]?.id }
    }
  }

  private func day(_ option: String, _ text: String) throws(Refusal) -> CalendarDate {
    guard let day = CalendarDate(typed: text) else {
      throw Refusal(.usage, .date_not_understood, values: ["value": text, "option": option])
    }
    return day
  }

  private func value<Value>(
    _ option: String, _ text: String, _ expected: String, _ make: (String) -> Value?
  ) throws(Refusal) -> Value {
    guard let value = make(text) else { throw refusal(option, text, expected) }
    return value
  }

  private func refusal(_ option: String, _ value: String, _ expected: String) -> Refusal {
    Refusal(.usage, .value_not_understood, values: ["option": option, "value": value, "expected": expected])
  }
}
