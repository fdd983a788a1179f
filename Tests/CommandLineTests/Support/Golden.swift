import Foundation
import Testing

/// Compares bytes with a file of SampleData.
func expectGolden(_ bytes: Data, _ name: String) throws {
  let file = Samples.folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try bytes.write(to: file) }
  let golden = try? Data(contentsOf: file)
  #expect(golden == bytes, "\(name) is not what the program makes; UPDATE_GOLDEN=1 swift test writes it anew")
}
