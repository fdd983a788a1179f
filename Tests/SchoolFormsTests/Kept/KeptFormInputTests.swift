import Foundation
import SchoolForms
import Testing

/// What the fuzzer found to be worth trying, tried in every run of the tests.
struct KeptFormInputTests {
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: ["form", "dialect", "draft", "filling"])
  func `a kept input is read or refused with a reason that can be shown`(reader: String) throws {
    let trials = try FormTrials(Self.dialects)
    let tried = [
      "form": trials.form, "dialect": trials.dialect, "draft": trials.draft, "filling": trials.filling,
    ]
    let run = try #require(tried[reader])
    let inputs = try Self.files(in: "Tests/Fuzz/Corpus/\(reader)")
    #expect(inputs.count >= 20)
    for (name, bytes) in inputs {
      let fault = run(bytes)
      #expect(fault == nil, "\(reader)/\(name)")
    }
  }

  private static var dialects: Dialects {
    get throws {
      let folder = "Templates/SchoolForms/"
      let names = try FileManager.default.contentsOfDirectory(atPath: repository.path + "/" + folder).sorted()
      return Dialects(
        try names.map { name in
          let bytes = try Data(contentsOf: repository.appendingPathComponent(folder + name + "/dialect.xml"))
          return DialectSource(name: name, path: name + "/dialect.xml", bytes: Array(bytes))
        })
    }
  }

  private static func files(in folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let place = repository.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(atPath: place.path).sorted().map {
      ($0, Array(try Data(contentsOf: place.appendingPathComponent($0))))
    }
  }
}
