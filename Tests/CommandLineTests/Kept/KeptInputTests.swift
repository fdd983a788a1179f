import Foundation
import Testing

/// What the fuzzer found to be worth trying, tried in every run of the tests.
@Suite struct KeptInputTests {
  @Test func `a kept set of the company's files is taken or told`() throws {
    try expect("company", CompanyTrial.run)
  }

  @Test func `a kept form of a browser is taken or refused`() throws {
    try expect("web", WebTrial.run)
  }

  @Test func `every link of the fuzzer points at what is there`() throws {
    let folder = Samples.folder.deletingLastPathComponent().appendingPathComponent("Tests/Fuzz")
    var links = 0
    for part in ["Product", "Product/Journeys", "Product/CompetencyWeb", "Sources/fuzz"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(part).path) {
        let place = folder.appendingPathComponent(part + "/" + name).path
        guard (try? FileManager.default.destinationOfSymbolicLink(atPath: place)) != nil else { continue }
        links += 1
        #expect(FileManager.default.fileExists(atPath: place), "\(part)/\(name)")
      }
    }
    #expect(links >= 17)
  }

  private func expect(_ reader: String, _ run: ([UInt8]) -> String?) throws {
    let folder = Samples.folder.deletingLastPathComponent().appendingPathComponent("Tests/Fuzz/Corpus/\(reader)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count >= 20)
    for name in names {
      let fault = run(Array(try Data(contentsOf: folder.appendingPathComponent(name))))
      #expect(fault == nil, "\(reader)/\(name)")
    }
  }
}
