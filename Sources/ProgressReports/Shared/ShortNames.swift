import CompetencyCore

/// Short names for the columns of a table; longer where two would look alike.
struct ShortNames: Sendable {
  /// The ways to name somebody, shortest first; the last is never the same for two.
  typealias Forms = (PersonName, PersonID) -> [String]
  private let names: [PersonID: String]

  init(_ people: [(id: PersonID, name: PersonName)], forms: Forms = firstNames) {
    var names = Dictionary(people.map { ($0.id, forms($0.name, $0.id)[0]) }, uniquingKeysWith: { first, _ in first })
    let rounds = people.map { forms($0.name, $0.id).count }.max() ?? 0
    // Each round takes a longer form for all who still look like somebody else.
    for round in 0..<rounds where round > 0 {
      let alike = Dictionary(grouping: people, by: { NameMatching.plain(names[$0.id] ?? "") }).values.filter { $0.count > 1 }
      for person in alike.joined() {
        let all = forms(person.name, person.id)
        names[person.id] = all[min(round, all.count - 1)]
      }
    }
    self.names = names
  }

  subscript(id: PersonID) -> String { names[id] ?? id.text }

  /// The first name, with the initial of the family name, the whole name, with the id.
  static func firstNames(_ name: PersonName, _ id: PersonID) -> [String] {
    let given = name.given.isEmpty ? name.family : name.given
    return [given, withInitial(given, name), name.full, name.full + " (" + id.text + ")"]
  }

  /// A name with the initial of the family name behind it.
  static func withInitial(_ given: String, _ name: PersonName) -> String {
    name.family.unicodeScalars.first.map { given + " " + String($0) + "." } ?? given
  }
}
