import Foundation
import Testing

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

/// Compares bytes with a file of Golden/; `UPDATE_GOLDEN=1 swift test` rewrites it, and the difference is read like code.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  try expect(bytes, folder.appendingPathComponent("Golden/" + name), sourceLocation)
}

/// Compares bytes with a file of the gallery of problems, `SampleData/Problems`, in the same way.
func expectGolden(_ bytes: [UInt8], inGallery name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let root = folder.deletingLastPathComponent().deletingLastPathComponent()
  try expect(bytes, root.appendingPathComponent("SampleData/Problems/" + name), sourceLocation)
}

private func expect(_ bytes: [UInt8], _ file: URL, _ location: SourceLocation) throws {
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(bytes).write(to: file) }
  let golden = try? Data(contentsOf: file)
  #expect(
    golden == Data(bytes), "\(file.lastPathComponent) differs: \(firstDifference(Array(golden ?? Data()), bytes))",
    sourceLocation: location)
}

private func firstDifference(_ golden: [UInt8], _ made: [UInt8]) -> String {
  let lines = [golden, made].map { $0.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) }
  for (number, pair) in zip(lines[0], lines[1]).enumerated() where !pair.0.elementsEqual(pair.1) {
    return "line \(number + 1): \(String(decoding: pair.0, as: UTF8.self)) ≠ \(String(decoding: pair.1, as: UTF8.self))"
  }
  return "\(lines[0].count) and \(lines[1].count) lines"
}
