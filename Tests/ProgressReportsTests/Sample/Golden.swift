import Foundation
import Testing

/// Compares bytes with a file of Golden/; `UPDATE_GOLDEN=1 swift test` rewrites it, and the difference is read like code.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(bytes).write(to: file) }
  let golden = try? Data(contentsOf: file)
  #expect(
    golden == Data(bytes), "\(name) differs: \(firstDifference(Array(golden ?? Data()), bytes))", sourceLocation: sourceLocation)
}

private func firstDifference(_ golden: [UInt8], _ made: [UInt8]) -> String {
  let lines = [golden, made].map { $0.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) }
  for (number, pair) in zip(lines[0], lines[1]).enumerated() where !pair.0.elementsEqual(pair.1) {
    return "line \(number + 1): \(String(decoding: pair.0, as: UTF8.self)) ≠ \(String(decoding: pair.1, as: UTF8.self))"
  }
  return "\(lines[0].count) and \(lines[1].count) lines"
}
