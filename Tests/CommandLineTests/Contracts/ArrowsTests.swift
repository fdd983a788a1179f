import Foundation
import Testing

/// The arrows between the modules point one way. SwiftPM lets a target import whatever happens to be built, so the
/// imports themselves are held against what each module may know.
@Suite struct ArrowsTests {
  private static let allowed: [String: Set<String>] = [
    "CCrypt": [], "CLibXML2": [], "CNettle": [], "CQREncode": [], "CXLSXWriter": [], "CompetencyCore": [],
    "SchoolForms": ["CompetencyCore", "CLibXML2", "CNettle"],
    "CompetencyStore": ["CompetencyCore", "CNettle", "GRDB", "GRDBSQLite", "Foundation"],
    "Wording": ["CompetencyCore", "BundledTemplates", "Mustache", "Foundation"],
    "ProgressReports": ["CompetencyCore", "Wording", "CXLSXWriter", "Subprocess", "SystemPackage"],
    "Journeys": ["CompetencyCore", "SchoolForms", "CompetencyStore", "CCrypt", "Foundation"],
    "CompetencyWeb": [
      "CompetencyCore", "Journeys", "ProgressReports", "Wording", "CQREncode", "HTTPTypes", "Hummingbird", "HummingbirdCore",
      "Logging", "NIOCore", "NIOPosix",
    ],
    "vakmatrix": [
      "CompetencyCore", "CompetencyWeb", "Journeys", "ProgressReports", "Wording", "BundledSamples", "ArgumentParser",
      "Foundation",
    ],
  ]
  /// What comes with the language and says nothing of the house.
  private static let common: Set<String> = ["Glibc", "Dispatch", "Synchronization", "Swift"]

  private static let sources = Samples.folder.deletingLastPathComponent().appendingPathComponent("Sources")

  @Test func `each module imports only what it may know`() throws {
    let modules = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).sorted()
    #expect(modules == Self.allowed.keys.sorted())
    for module in modules {
      let folder = Self.sources.appendingPathComponent(module)
      let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
      for name in names where name.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let strange = Self.imports(in: text).subtracting(Self.allowed[module] ?? []).subtracting(Self.common)
        #expect(strange.isEmpty, "\(module)/\(name) imports \(strange.sorted())")
      }
    }
  }

  @Test func `an import is seen however it is written`() {
    let text = "import A\ninternal import B\npublic import struct C.Name\n@testable import D\n// import E\nlet import1 = 1\n"
    #expect(Self.imports(in: text) == ["A", "B", "C", "D"])
  }

  private static func imports(in text: String) -> Set<String> {
    let pattern =
      /^\s*(?:@\w+\s+)?(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|func|let|var|protocol|typealias)\s+)?(\w+)/
    return Set(text.split(separator: "\n").compactMap { $0.firstMatch(of: pattern).map { String($0.output.1) } })
  }
}
