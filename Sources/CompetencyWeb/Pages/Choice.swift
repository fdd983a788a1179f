internal import CompetencyCore

/// One of the things that somebody chooses from in a form: a person, a task.
struct Choice: Sendable {
  let id, name: String
  let isChosen: Bool

  /// Each once, by name.
  static func byName(_ all: [(id: String, name: String)], chosen: String) -> [Choice] {
    var known: [Choice] = []
    for (id, name) in all where !known.contains(where: { sameBytes($0.id, id) }) {
      known.append(Choice(id: id, name: name, isChosen: sameBytes(id, chosen)))
    }
    return known.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
