import Foundation
import Testing

/// `points.txt` names, for every point that the two sources of the field make about conversations, the test that shows it.
@Suite struct PointsTests {
  @Test func `every point of the field names a test that is there`() throws {
    let tests = try Self.testNames()
    let points = try Self.points()

    #expect(points.map(\.number) == Array(18...99), "every number once, in order")
    for point in points {
      #expect(!point.asks.isEmpty, "\(point.number) says what is asked")
      #expect(tests.contains(point.test), "\(point.number): no test is called “\(point.test)”")
    }
  }

  private struct Point {
    let number: Int
    let asks, test: String
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  private static func points() throws -> [Point] {
    let text = try String(contentsOf: folder.appendingPathComponent("points.txt"), encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
      try #require(parts.count == 3, "\(line)")
      return Point(number: try #require(Int(parts[0])), asks: parts[1], test: parts[2])
    }
  }

  /// The names of all tests, as they stand between backticks after `func`.
  private static func testNames() throws -> Set<String> {
    let tests = folder.deletingLastPathComponent().deletingLastPathComponent()
    var names: Set<String> = []
    for case let file as URL in FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil) ?? .init()
    where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      names.formUnion(source.matches(of: /func `([^`]+)`/).map { String($0.output.1) })
    }
    return names
  }
}
