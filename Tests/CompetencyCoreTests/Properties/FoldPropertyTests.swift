import Testing

/// §3a against a naive model: 10,000 small histories, each with its messages in two orders.
@Suite struct FoldPropertyTests {
  static let cases = 10_000
  static let seed: UInt64 = 20_260_301

  @Test func `every case folds as the law says, in two orders, on any day, as known at any booking`() async {
    let report = await withTaskGroup(of: FoldReport.self) { group in
      // More parts than cores, so that no core waits long for the other.
      let parts = 8
      for part in 0..<parts {
        group.addTask {
          var report = FoldReport()
          for number in stride(from: part, to: Self.cases, by: parts) {
            report.check(CaseGenerator.make(number, seed: Self.seed))
          }
          return report
        }
      }
      return await group.reduce(into: FoldReport()) { $0.add($1) }
    }

    print(report.text(seed: Self.seed))
    #expect(report.runs == 2 * Self.cases)
    #expect(report.findings.isEmpty, "\(report.findings.min { $0.number < $1.number }?.text ?? "")")
    for situation in Situation.allCases {
      #expect(report.counts[situation, default: 0] * 100 >= report.runs, "\(situation.rawValue) is rarer than 1 %")
    }
  }

  @Test(arguments: NaiveFault.allCases)
  func `a planted fault is found within the run`(_ fault: NaiveFault) {
    let found = (0..<Self.cases).first { number in
      let foldCase = CaseGenerator.make(number, seed: Self.seed)
      var random = foldCase.looks
      let run = FoldRun(foldCase, foldCase.events, days: foldCase.daysToLookAt(&random))
      let (day, booking) = (random.pick(run.days), 1 + random.below(foldCase.events.count))
      // What differs without the fault too would say nothing about the fault.
      return run.difference() == nil && run.difference(fault: fault) != nil
        || run.difference(on: day, knownOn: booking) == nil && run.difference(on: day, knownOn: booking, fault: fault) != nil
    }

    print("planted fault \(fault.rawValue): found after \(found.map { "\($0 + 1)" } ?? "no") cases")
    #expect(found != nil)
  }
}
