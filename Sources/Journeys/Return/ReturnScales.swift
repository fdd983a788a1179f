internal import CompetencyCore
internal import SchoolForms

/// Our scale and those of a school side by side, tied by what is exactly the same in both.
struct ReturnScales {
  private let ours: MasteryScale
  private let stated: [StatedScale]
  private let meaning: (FormEntry.Said) -> Judgement?

  /// The scales of a message of the school, read with our own bridge.
  init(_ head: MessageHead?, by knowledge: Knowledge) {
    let resolution = FormResolution(knowledge)
    ours = knowledge.company.scale
    stated = (head?.scales ?? []).filter { !$0.isOurs }
    meaning = { said in head.flatMap { resolution.judgement(said, from: $0.key.sender) } }
  }

  /// The school's words for each of our levels; empty when its scale is not known.
  var words: [ReturnJourney.SchoolWord] {
    guard !stated.isEmpty else { return [] }
    return ours.levels.map { level in
      let words = stated.flatMap(\.words).filter { $0.said.flatMap(meaning) == .level(level.id) }
      return .init(level: level.id, words: words.map { sameBytes($0.text, $0.name) ? $0.text : $0.text + " " + $0.name })
    }
  }

  /// Our scale first, then the school's, with levels that can be told from each other.
  func all(named name: (LevelID) -> String) -> [ReturnMessage.Scale] {
    let own = ReturnMessage.Scale(
      id: "vakmatrix", isOurs: true, levels: ours.levels.map { ($0.id.text, name($0.id), term(of: $0.id)) })
    var known = Set(ours.levels.map { FormID($0.id.text) })
    var scales = [own]
    for scale in stated {
      let levels = scale.words.compactMap { word -> (id: String, name: String, term: LevelID?)? in
        guard case .level? = word.said else { return nil }
        guard case .level(let level)? = word.said.flatMap(meaning) else { return (word.text, word.name, nil) }
        return (word.text, word.name, term(of: level))
      }
      // The ids of all levels of a message differ, and a scale has two at least; else only ours goes along.
      guard levels.count > 1, Set(levels.map { FormID($0.id) }).count == levels.count,
        known.isDisjoint(with: levels.map { FormID($0.id) }), !sameBytes(scale.id, "vakmatrix")
      else { continue }
      known.formUnion(levels.map { FormID($0.id) })
      scales.append(ReturnMessage.Scale(id: scale.id, levels: levels))
    }
    return scales
  }

  /// The levels in these returns that the school's scale has no word for; they go in ours alone.
  func losses(in returns: [SchoolReturn], named name: (LevelID) -> String, school: School) -> [Problem] {
    let used = Set(returns.flatMap(\.rows).flatMap(\.grounds).map(\.judgement))
    let unsaid = words.filter { used.contains(.level($0.level)) && $0.words.isEmpty }.map { name($0.level) }
    guard !unsaid.isEmpty else { return [] }
    return [Problem(.level_unsaid, values: ["levels": unsaid.joined(separator: ", "), "school": school.name])]
  }

  /// The term that a level of ours is exactly; nil for one between two marks.
  private func term(of level: LevelID) -> LevelID? {
    [LevelID.beheerst, .aangeleerd, .nogNiet].first { ours.level(reading: $0) == level }
  }
}
