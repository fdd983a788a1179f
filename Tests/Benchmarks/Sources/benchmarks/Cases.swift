internal import Workload

/// The list of all cases.
enum Cases {
  private static let imports: [(size: Size, shape: ImportCase.Shape)] = [
    (.small, .files), (.small, .batch), (.medium, .files), (.medium, .batch), (.large, .batch),
  ]

  static let names =
    imports.map { ImportCase.name($0.size, $0.shape) } + ["start-up", "one-trainee", "hr-csv", "hr-xlsx", "team-page"]
    + Size.allCases.flatMap(ExportCases.names)

  static func chosen(by options: Options, _ workshop: Workshop) -> [BenchmarkCase] {
    let reading = ReadingCases(size: options.isSmall ? .small : .medium, workshop: workshop)
    let reports = ReportCases(size: reading.size, workshop: workshop)
    let all =
      imports.filter { !options.isSmall || $0.size == .small }
      .map { ImportCase(size: $0.size, shape: $0.shape, workshop: workshop).described(rounds: options.rounds) } + [
        reading.startUp(rounds: options.rounds), reading.oneTrainee(rounds: options.rounds),
        reports.summaryForHR(rounds: options.rounds), reports.workbookForHR(rounds: options.rounds),
        reports.teamPage(rounds: options.rounds),
      ]
      + Size.allCases.filter { !options.isSmall || $0 == .small }.map { ExportCases(size: $0, workshop: workshop) }
      .flatMap { [$0.export(rounds: options.rounds), $0.restore(rounds: options.rounds)] }
    return all.filter { (options.only.isEmpty || options.only.contains($0.name)) && !options.skip.contains($0.name) }
  }
}
