internal import CompetencyCore
internal import CompetencyStore

/// What a return is made at: the matrix of whom it is about, and the school that it goes to.
struct ReturnDesk {
  let matrix: CompetencyMatrix
  let school: School
  let trainees: [Trainee]
  private let situation: Situation
  private let version: BookingNumber
  private let sharesAgreements: Bool

  var company: Company { matrix.knowledge.company }

  init(_ question: ReturnJourney.Question, in situation: Situation) throws(Refusal) {
    let view = try MatrixJourney.view(question.view, in: situation)
    let company = view.matrix.knowledge.company
    if let typed = question.school {
      let school = try Self.school(typed, in: company)
      let ofSchool = view.trainees.filter { $0.school == school.id && !$0.studentNumber.isEmpty }
      guard !ofSchool.isEmpty else {
        throw Refusal(.notFound, .return_impossible, values: ["kind": "nobody", "school": school.name])
      }
      (self.school, trainees) = (school, ofSchool)
    } else {
      guard let trainee = view.trainees.first, let school = trainee.school.flatMap({ company.schools[$0] }) else {
        let who = view.trainees.first?.name.full ?? question.view.trainees.first ?? ""
        throw Refusal(.notFound, .return_impossible, values: ["kind": "school", "who": who])
      }
      guard !trainee.studentNumber.isEmpty else {
        let values = ["kind": "student_number", "who": trainee.name.full, "trainee": trainee.id.text, "school": school.name]
        throw Refusal(.notFound, .return_impossible, values: values)
      }
      (self.school, trainees) = (school, [trainee])
    }
    matrix = view.matrix
    (self.situation, sharesAgreements) = (situation, question.sharesAgreements)
    version = try MatrixJourney.booking(of: question.view.knownOn, in: situation) ?? .first
  }

  private static func school(_ text: String, in company: Company) throws(Refusal) -> School {
    let all = company.schools.values.sorted { $0.id < $1.id }
    if let exact = all.first(where: { sameBytes($0.id.text, text) }) { return exact }
    let wanted = NameMatching.plain(text)
    let found = all.filter { !wanted.isEmpty && NameMatching.plain($0.name).contains(wanted) }
    guard found.count == 1 else {
      let values = ["kind": "unknown_school", "school": text, "list": all.map(\.id.text).joined(separator: ", ")]
      throw Refusal(.notFound, .return_impossible, values: values)
    }
    return found[0]
  }

  /// The return about a trainee.
  func content(about trainee: Trainee, _ words: ReturnJourney.Words) throws -> SchoolReturn {
    let days = Dictionary(uniqueKeysWithValues: situation.ledger.bookings.map { ($0.number, $0.recordedAt) })
    return try SchoolReturn(
      of: trainee, to: school, in: matrix, version: version,
      dayOf: { booking in days[booking].map { CompanyZone.day(of: $0, zone: situation.zone) } },
      words: { try self.words(of: $0, words) })
  }

  /// When the school made a message.
  func createdAt(_ message: MessageKey) -> Instant {
    situation.ledger.forms.first { $0.message == message }?.createdAt ?? Instant(milliseconds: 0)
  }

  /// The words of an agreement: the school's own go back to it; ours stay here unless somebody who may read them shares them.
  private func words(of agreement: StandingAgreement, _ words: ReturnJourney.Words) throws -> String {
    let goesAlong: Bool
    switch agreement.id {
    case .school: goesAlong = true
    case .own:
      goesAlong = sharesAgreements && company.trainees[agreement.trainee].map(situation.access.readsWords) ?? false
    }
    let told = goesAlong ? try ReportJourney.words(of: agreement, in: situation) : nil
    return told ?? words.withheld(agreement.id)
  }
}
