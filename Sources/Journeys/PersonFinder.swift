internal import CompetencyCore

/// Finds who is meant by an id, a personeelsnummer or a piece of a name that fits one person; never guesses.
struct PersonFinder {
  private struct Candidate {
    let id: PersonID
    let name: PersonName
    let personnelNumber: String
  }

  private let people: [Candidate]
  private let trainees: [Candidate]

  init(_ company: Company) {
    people = company.people.values.map { Candidate(id: $0.id, name: $0.name, personnelNumber: $0.personnelNumber) }
    trainees = company.trainees.values.map { Candidate(id: $0.id, name: $0.name, personnelNumber: $0.personnelNumber) }
  }

  /// Anybody of the company.
  func anyone(_ text: String) throws(Refusal) -> PersonID { try find(text, among: people + trainees) }

  /// A trainee among those that may be seen; another one is answered as one that does not exist.
  func trainee(_ text: String, visible: Set<TraineeID>) throws(Refusal) -> TraineeID {
    try find(text, among: trainees.filter { visible.contains($0.id) })
  }

  /// Somebody who is not a trainee.
  func colleague(_ text: String) throws(Refusal) -> PersonID { try find(text, among: people) }

  private func find(_ text: String, among candidates: [Candidate]) throws(Refusal) -> PersonID {
    if let exact = candidates.first(where: { sameBytes($0.id.text, text) }) { return exact.id }
    if let exact = candidates.first(where: { !$0.personnelNumber.isEmpty && sameBytes($0.personnelNumber, text) }) {
      return exact.id
    }
    let wanted = NameMatching.plain(text)
    let tests: [(Candidate) -> Bool] = [
      { NameMatching.plain($0.name.full) == wanted },
      { NameMatching.plain($0.name.given) == wanted },
      { candidate in NameMatching.plain(candidate.name.full).utf8.split(separator: 0x20).contains { $0.starts(with: wanted.utf8) }
      },
      { NameMatching.plain($0.name.full).contains(wanted) },
    ]
    for test in tests where !wanted.isEmpty {
      let found = candidates.filter(test).sorted { $0.id < $1.id }
      if found.count == 1 { return found[0].id }
      if found.count > 1 {
        let list = found.prefix(8).map { "\($0.name.full) (\($0.id))" }.joined(separator: ", ")
        throw Refusal(.usage, .person_ambiguous, values: ["who": text, "list": list, "count": "\(found.count)"])
      }
    }
    throw Refusal(.notFound, .person_not_found, values: ["who": text])
  }
}
