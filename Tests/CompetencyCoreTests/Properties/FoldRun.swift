import CompetencyCore

/// One case in one order, folded by the product and looked up in the naive model.
struct FoldRun {
  let trainees: [String]
  let tasks: [String]
  /// The days to look at the matrix.
  let days: [Int]
  let model: NaiveModel
  let facts: NaiveFacts
  /// What the product shows on these days with all that is known.
  let shown: [CellView]
  private let ledger: Ledger
  private let scale: MasteryScale

  init(_ foldCase: FoldCase, _ order: [FoldCase.Event], days: [Int]) {
    (trainees, tasks, self.days) = (foldCase.trainees, foldCase.tasks, days)
    model = NaiveModel(foldCase.history(order))
    facts = NaiveFacts(model)
    ledger = LedgerWriter.ledger(of: model.history)
    scale = RandomCompany.scale(foldCase.scale)
    let knowledge = Knowledge(ledger, scale: scale)
    shown = days.flatMap { [trainees, tasks] day in Self.views(knowledge, day, trainees, tasks) }
  }

  private static func views(_ knowledge: Knowledge, _ day: Int, _ trainees: [String], _ tasks: [String]) -> [CellView] {
    let matrix = CompetencyMatrix(knowledge, asOf: date(day))
    return trainees.flatMap { trainee in
      tasks.map { CellView(matrix[made(TraineeID(trainee)), made(TaskCode($0))]) }
    }
  }

  /// Where the product differs from the law, with all that is known; nil when it does not.
  func difference(fault: NaiveFault? = nil) -> String? {
    difference(shown, fault.map { NaiveFacts(NaiveModel(model.history, fault: $0)) } ?? facts, days)
  }

  /// Where the product differs from the law on a day, as known at a booking; nil when it does not.
  func difference(on day: Int, knownOn booking: Int, fault: NaiveFault? = nil) -> String? {
    let knowledge = Knowledge(ledger, knownOn: made(BookingNumber(booking)), scale: scale)
    let facts = NaiveFacts(NaiveModel(model.history, knownOn: booking, fault: fault))
    return difference(Self.views(knowledge, day, trainees, tasks), facts, [day]).map { "known on b-\(booking): " + $0 }
  }

  private func difference(_ shown: [CellView], _ facts: NaiveFacts, _ days: [Int]) -> String? {
    var rest = shown[...]
    for day in days {
      for trainee in trainees {
        for task in tasks {
          let product = rest.removeFirst()
          let law = NaiveCell(facts, trainee: trainee, task: task, asOf: day).view(besides: product)
          if product != law { return "\(trainee) \(task) as of \(day):\n  product \(product)\n  law     \(law)" }
        }
      }
    }
    return nil
  }

  /// What HR reads on a day, of the matrix and of a count that keeps no lines.
  func progress(on day: Int) -> (ofMatrix: [SharedProgress], counted: [SharedProgress]) {
    let everybody = Set(trainees.map { made(TraineeID($0)) })
    let matrix = CompetencyMatrix(Knowledge(ledger, scale: scale), asOf: date(day), trainees: everybody)
    var bare = ledger
    bare.decisions = []
    bare.readings = ledger.readings.map { reading in
      FormReading(
        id: reading.id, identity: reading.identity, content: reading.content, kind: reading.kind, trainee: reading.trainee,
        lines: [],
        agreements: reading.agreements, nextConversation: reading.nextConversation)
    }
    var count = ProgressCount(Knowledge(bare, scale: scale), asOf: date(day))
    for reading in ledger.readings {
      for line in reading.lines {
        guard let task = line.task, case .level(_, let level?) = line.said, line.role.observes else {
          count.see(line, of: reading.id)
          continue
        }
        count.see(
          reading.id, position: line.position, role: line.role, task: count.number(of: task), level: count.number(of: level),
          seenOn: line.seenOn)
      }
    }
    return (matrix.sharedProgress(), count.sharedProgress())
  }

  /// Whether what was known at this booking is the same as when it was the last one.
  func remembersRightly(knownOn booking: Int, on day: Int) -> Bool {
    var then = model.history
    then.bookings = Array(then.bookings.prefix(booking))
    let before = CompetencyMatrix(Knowledge(LedgerWriter.ledger(of: then), scale: scale), asOf: date(day))
    let now = CompetencyMatrix(Knowledge(ledger, knownOn: made(BookingNumber(booking)), scale: scale), asOf: date(day))
    return before.cells == now.cells
  }
}
