import Foundation
import Testing

/// Compares bytes with a file of SampleData.
///
/// Seals are made with chance, so one stands for all.
func expectGolden(_ bytes: Data, _ name: String) throws {
  let bytes = Data(
    (String(validating: bytes, as: UTF8.self) ?? "").replacing(/b-\d{4} [0-9a-f]{16}/, with: "b-0042 2847885c3ce6f68a").utf8)
  let file = Samples.folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try bytes.write(to: file) }
  let golden = try? Data(contentsOf: file)
  #expect(golden == bytes, "\(name) is not what the program makes; UPDATE_GOLDEN=1 swift test writes it anew")
}
