import Foundation
import Testing

@Suite struct ReadmeTests {
  @Test func `every command line of the README does what it should, one after the other`() throws {
    let desk = try Desk()
    let lines = try Self.commandLines()
    #expect(lines.count >= 8)

    for line in lines {
      let outcome = try desk.start(line).wait()
      // The folder of the example for cron is not on this machine.
      let allowed: [Int32] = line.contains("/srv/") ? [66] : [0, 3]
      #expect(allowed.contains(outcome.exit), "vakmatrix \(line)\n\(outcome.errorText)")
    }
  }

  /// What stands after `vakmatrix` in the README's code blocks, without the remark behind it.
  private static func commandLines() throws -> [String] {
    let file = Samples.folder.deletingLastPathComponent().appendingPathComponent("README.md")
    let parts = String(decoding: try Data(contentsOf: file), as: UTF8.self).components(separatedBy: "```")
    let blocks = parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    // What waits for a person or for visitors is tried by the tests of the pages.
    let waiting = ["vakmatrix serve", "vakmatrix account password"]
    return blocks.flatMap { $0.components(separatedBy: "\n") }.compactMap { line in
      guard !waiting.contains(where: line.contains) else { return nil }
      guard let name = line.firstRange(of: "vakmatrix ") else { return nil }
      let command = line[name.upperBound...]
      return String(command[..<(command.firstRange(of: " #")?.lowerBound ?? command.endIndex)])
    }
  }
}
