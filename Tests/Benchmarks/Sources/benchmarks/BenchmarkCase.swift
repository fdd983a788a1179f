/// One piece of work that several contenders do in turn.
struct BenchmarkCase {
  let name: String
  let title: String
  let rounds: Int
  /// Makes what all contenders read; not timed.
  var prepare: () throws -> Void = {}
  /// The contenders in the order in which each round runs them.
  let contenders: () throws -> [Contender]
  /// The contender that the others are held against.
  let measure: String
  let goals: [Goal]

  /// Runs round by round, A B C A B C …, so that a busy minute of the machine falls on all of them.
  ///
  /// One round goes before and is not counted: it checks that each contender does the work, and fills the caches alike.
  func run() throws -> [(name: String, summary: Summary)] {
    try prepare()
    let contenders = try contenders()
    var costs = [[Command.Cost]](repeating: [], count: contenders.count)
    for round in 0...rounds {
      for (index, contender) in contenders.enumerated() {
        say("\(name): round \(round) of \(rounds), \(contender.name)")
        let cost = try contender.run()
        if round > 0 { costs[index].append(cost) }
      }
    }
    return zip(contenders, costs).map { ($0.name, Summary($1)) }
  }
}

/// What was measured, by case and contender.
struct Results {
  private var summaries: [String: [String: Summary]] = [:]

  mutating func add(_ rows: [(name: String, summary: Summary)], of name: String) {
    summaries[name] = Dictionary(rows.map { ($0.name, $0.summary) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(name: String, contender: String) -> Summary? { summaries[name]?[contender] }
}
