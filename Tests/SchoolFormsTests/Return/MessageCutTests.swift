import CompetencyCore
import Foundation
import Testing

@testable import SchoolForms

/// The form about one participant goes out of a message, and all else is read as before.
@Suite struct MessageCutTests {
  @Test(arguments: [
    ("koggeland", "2026-04-17-tussen.xml", "K203107"), ("veste", "2026-09-04-voortgang.xml", "V2041"),
    ("noorderkwartier", "2026-06-19-matrix.xml", "NK-118"),
  ])
  func `out of a school's own form about more students the one goes`(school: String, file: String, number: String) throws {
    let folder = Self.templates.appendingPathComponent(school)
    let dialect = DialectSource(
      name: school, path: "dialect.xml", bytes: Array(try Data(contentsOf: folder.appendingPathComponent("dialect.xml"))))
    let reader = try FormReader(dialects: Dialects([dialect]))
    let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(file)))

    let cut = try #require(try Self.cut(bytes, by: reader, number))
    let (before, after) = (try Self.forms(bytes, by: reader), try Self.forms(cut, by: reader))
    #expect(before.count > after.count && !after.isEmpty)
    #expect(before.filter { $0.participant.key.number != number }.map(\.content) == after.map(\.content))
    #expect(!String(decoding: cut, as: UTF8.self).contains(number))
    #expect(bytes.count { $0 == 0x0A } == cut.count { $0 == 0x0A })
  }

  @Test func `what is no form at all is not cut`() throws {
    let reader = try FormReader()
    #expect(try Self.cut(Array("geen formulier".utf8), by: reader, "0512345") == nil)
  }

  private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Templates/SchoolForms")

  private static func cut(_ bytes: [UInt8], by reader: FormReader, _ number: String) throws -> [UInt8]? {
    var kept: [UInt8] = []
    let isCut = try reader.cut(
      [ParticipantKey("studentnummer:" + number)], replaced: { Self.without(number, $0) }, piece: { $0 == 1 ? bytes : nil },
      keep: { kept += $0 })
    return isCut ? kept : nil
  }

  /// A school may name its students in a list beside the forms; there another number takes the place.
  private static func without(_ number: String, _ bytes: [UInt8]) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains(number) ? Array(text.replacing(number, with: "gewist").utf8) : nil
  }

  private static func forms(_ bytes: [UInt8], by reader: FormReader) throws -> [SchoolForm] {
    guard case .read(let message, _) = reader.read(bytes, file: "f.xml", nineDigitSenders: { _ in true }) else {
      Issue.record("it is not read")
      return []
    }
    return message.forms
  }
}
