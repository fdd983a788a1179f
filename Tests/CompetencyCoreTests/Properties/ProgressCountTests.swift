import CompetencyCore
import Testing

/// What HR reads is counted while the lines go by; it must be what the matrix says.
@Suite struct ProgressCountTests {
  @Test func `a count that keeps no lines tells of every history what the matrix tells`() {
    var (mastered, stale) = (0, 0)
    for number in 0..<3000 {
      let foldCase = CaseGenerator.make(number, seed: FoldPropertyTests.seed)
      var random = foldCase.looks
      let run = FoldRun(foldCase, foldCase.events, days: foldCase.daysToLookAt(&random))
      for day in run.days {
        let (ofMatrix, counted) = run.progress(on: day)
        if ofMatrix != counted { Issue.record("case \(number), day \(day):\n  matrix  \(ofMatrix)\n  counted \(counted)") }
        mastered += counted.count { $0.tasksMastered > 0 }
        stale += counted.count { $0.tasksStale > 0 }
      }
    }
    #expect(mastered > 500 && stale > 100, "the histories say enough: \(mastered) mastered, \(stale) stale")
  }
}
