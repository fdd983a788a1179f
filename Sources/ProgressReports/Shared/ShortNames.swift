import CompetencyCore

/// First names for the columns of a table; longer where two would look alike.
struct ShortNames: Sendable {
  private let names: [PersonID: String]

  init(_ people: [(id: PersonID, name: PersonName)]) {
    var names = Dictionary(people.map { ($0.id, Self.forms(of: $0.name, $0.id)[0]) }, uniquingKeysWith: { first, _ in first })
    // Each round takes a longer form for all who still look like somebody else.
    for round in 1..<Self.formCount {
      let alike = Dictionary(grouping: people, by: { NameMatching.plain(names[$0.id] ?? "") }).values.filter { $0.count > 1 }
      for person in alike.joined() { names[person.id] = Self.forms(of: person.name, person.id)[round] }
    }
    self.names = names
  }

  subscript(id: PersonID) -> String { names[id] ?? id.text }

  private static let formCount = 4

  private static func forms(of name: PersonName, _ id: PersonID) -> [String] {
    let given = name.given.isEmpty ? name.family : name.given
    let initial = name.family.unicodeScalars.first.map { String($0) + "." } ?? ""
    return [given, given + (initial.isEmpty ? "" : " " + initial), name.full, name.full + " (" + id.text + ")"]
  }
}
