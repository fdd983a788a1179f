import CompetencyCore
import Foundation
import Testing

@testable import SchoolForms

struct FaultTextTests {
  @Test(arguments: ["nl", "en"]) func `every kind of fault has a text`(language: String) throws {
    // This file stands in Tests/SchoolFormsTests of the checkout.
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Templates/Texts/\(language).txt"), encoding: .utf8)
    let keys = Set(text.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) })
    let kinds =
      EncodingFaultKind.allCases.map { "bad_encoding." + $0.rawValue }
      + MarkupFaultKind.allCases.map { "not_well_formed." + $0.rawValue }
      + SizeFaultKind.allCases.map { "too_large." + $0.rawValue }
      + SchemaFaultKind.allCases.map { "schema_fault." + $0.rawValue }
      + UnreadableKind.allCases.map { "file_unreadable." + $0.rawValue }
      + DialectFaultKind.allCases.map { "dialect_faulty." + $0.rawValue }
      + FormValueKind.allCases.map { "form_value." + $0.rawValue }
      + FormDefinitionKind.allCases.map { "form_definition." + $0.rawValue }
      + FieldTwiceKind.allCases.map { "field_twice." + $0.rawValue }
      + MarkPlaceKind.allCases.map { "mark_not_here." + $0.rawValue }
    for kind in kinds { #expect(keys.contains("problem." + kind), "\(kind)") }
  }
}
