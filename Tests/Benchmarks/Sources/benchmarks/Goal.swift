/// What must hold of the measured: a figure that may be at most so much.
struct Goal {
  let sentence: String
  let most: Double
  let unit: String
  /// The figure; nil when one of the runs it needs was left out.
  let figure: (Results) -> Double?

  func verdict(_ results: Results) -> String {
    guard let figure = figure(results) else { return "not measured  \(sentence)" }
    let limit = decimals(most, 2) + unit
    guard figure > most else { return "met           \(sentence): \(decimals(figure, 2))\(unit), at most \(limit)" }
    return
      "MISSED        \(sentence): \(decimals(figure, 2))\(unit), at most \(limit): \(decimals(figure / most, 2)) times too much"
  }

  /// The wall time of one contender in that of others, one after the other.
  static func wall(_ sentence: String, most: Double, case name: String, _ contender: String, to others: String...) -> Goal {
    Goal(sentence: sentence, most: most, unit: " ×") { results in
      let walls = others.compactMap { results[name, $0]?.wall }
      guard let own = results[name, contender]?.wall, walls.count == others.count else { return nil }
      return own / walls.reduce(0, +)
    }
  }
}
