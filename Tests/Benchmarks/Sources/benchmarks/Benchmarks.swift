internal import Glibc
internal import Workload

/// Measures the product against what else would do the same work, all in one run.
@main
struct Benchmarks {
  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      try options.generates ? generate(options) : measure(options)
    } catch let failure as Failure {
      say(failure.sentence)
      exit(1)
    } catch {
      say("\(error)")
      exit(1)
    }
  }

  private static func measure(_ options: Options) throws {
    let workshop = try Workshop(options)
    var results = Results()
    let cases = Cases.chosen(by: options, workshop)
    let least = try Command(program: "true", arguments: []).run().peak
    tell(
      "Medians; the peak is the highest, of one process; none shows below \(decimals(least, 0)) MiB, the size of the runner.\n")
    for one in cases {
      do {
        let rows = try one.run()
        results.add(rows, of: one.name)
        tell(ResultTable.text(of: one, rows))
      } catch let failure as Failure {
        tell("\n\(one.name): did not end: \(failure.sentence)\n")
      }
    }
    tell(ResultTable.text(of: cases.flatMap(\.goals), results))
    try workshop.clear()
  }

  private static func generate(_ options: Options) throws {
    let data = DataFolder(path: options.data)
    for size in options.isSmall ? [.small] : Size.allCases {
      try data.makeCompany(size)
      try data.makeBatch(size)
      if size != .large { try data.makeFiles(size) }
    }
    tell(options.data + "\n")
  }
}
