import CompetencyCore
import Foundation
import Testing
import Wording

@Suite struct TextsTests {
  @Test func `every text is there in Dutch and in English, with the same values`() throws {
    let (nl, en) = (try Texts(.nl), try Texts(.en))
    #expect(Set(nl.keys).symmetricDifference(en.keys) == [])
    for key in nl.keys where en.has(key) { #expect(nl.valueNames(of: key) == en.valueNames(of: key), "\(key)") }
  }

  @Test func `every text that the code asks for by name is there`() throws {
    let nl = try Texts(.nl)
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    for module in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
      let folder = sources.appendingPathComponent(module).resolvingSymlinksInPath()
      for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init() {
        guard file.pathExtension == "swift", let code = try? String(contentsOf: file, encoding: .utf8) else { continue }
        for match in code.matches(of: /\bsay\(\s*"([A-Za-z0-9_.-]+)"\s*[,)]/) {
          let key = String(match.1)
          #expect(nl.has(key), "\(key) in \(file.lastPathComponent)")
        }
      }
    }
  }

  @Test func `an administrator's file changes the texts that are in it, and no others`() throws {
    let folder = try TemporaryTemplates(["Texts/nl.txt": "\u{FEFF}# eigen woorden\r\nlevel.beheerst = kan het zelf\r\n"])
    let texts = try Texts(.nl, folders: folder.folders)
    #expect(texts.level(.beheerst) == "kan het zelf")
    #expect(texts.level(.aangeleerd) == "aangeleerd")
  }

  @Test(arguments: [
    ("level.beheerst", "line"), ("level.beheerst =", "line"), ("le vel = x", "line"), ("level.beheerst = {", "braces"),
    ("level.beheerst = {a b}", "braces"), ("level.beheerst = x}", "braces"), ("level.beheerst = {}", "braces"),
    ("level.beheerst = a\n#\nlevel.beheerst = b", "double"), ("level.beherst = a", "unknown_key"),
    ("date.week = week {weak}", "unknown_value"), ("level.beheerst = a\u{1B}[31m", "bytes"),
  ])
  func `a text that is wrong is refused with its line`(content: String, kind: String) throws {
    let folder = try TemporaryTemplates(["Texts/nl.txt": content])
    let refusal = try #require(throws: Refusal.self) { try Texts(.nl, folders: folder.folders) }
    #expect(refusal.status == .configuration)
    let problem = try #require(refusal.problems.first)
    #expect((problem.code, problem.values["kind"]) == (.texts_faulty, kind))
    #expect(problem.place?.line == (kind == "double" ? 3 : 1))
    #expect(try !Texts(.nl).problem(problem).contains("…"))
  }

  @Test func `a file that is no UTF-8 and a folder that is not there are refused`() throws {
    let folder = try TemporaryTemplates([:])
    try Data([0x61, 0x20, 0x3D, 0x20, 0xEB, 0x0A]).write(to: folder.url.appendingPathComponent("Texts/nl.txt"))
    let bytes = try #require(throws: Refusal.self) { try Texts(.nl, folders: folder.folders) }
    #expect(bytes.problems.first?.values["kind"] == "bytes")
    let gone = try #require(throws: Refusal.self) { try Texts(.nl, folders: TemplateFolders(override: "/no/such/folder")) }
    #expect(gone.problems.first?.code == .template_missing)
  }

  @Test func `what people wrote cannot steer the screen`() throws {
    let nl = try Texts(.nl)
    #expect(nl.say("said.via", ["who": "A\u{1B}[2J\u{202E}B\nC", "school": "é"]) == "A\u{FFFD}[2J\u{FFFD}B\u{FFFD}C via é")
  }

  @Test func `a number chooses its own sentence`() throws {
    let nl = try Texts(.nl)
    #expect(nl.say("short.since", count: 0, ["date": "1 mei"]) == "Sinds het gesprek van 1 mei kwam er geen taak bij.")
    #expect(nl.say("short.since", count: 1, ["date": "1 mei"]) == "Sinds het gesprek van 1 mei kwam er 1 bij.")
    #expect(nl.say("short.since", count: 5, ["date": "1 mei"]) == "Sinds het gesprek van 1 mei kwamen er 5 bij.")
    #expect(nl.list(["Mo", "Lisa", "Ineke"]) == "Mo, Lisa en Ineke")
    #expect(nl.say("no.such.key") == "[no.such.key]")
  }

  @Test func `days and numbers are written as people write them`() throws {
    let (nl, en, day) = (try Texts(.nl), try Texts(.en), SampleTeam.today)
    #expect(
      [nl.date(day), nl.fullDate(day), nl.shortDay(day), nl.week(of: day)] == [
        "20-11-2026", "vrijdag 20 november 2026", "20 nov.", "week 47",
      ])
    #expect(
      [en.date(day), en.fullDate(day), en.shortDay(day), en.week(of: day)] == [
        "20-11-2026", "Friday 20 November 2026", "20 Nov", "week 47",
      ])
    #expect(nl.week(of: SampleTeam.day("2027-01-01"), readOn: SampleTeam.day("2027-02-01")) == "week 53 van 2026")
    #expect((day.dutchFigures, SampleTeam.day("2027-01-01").isoWeekText) == ("20-11-2026", "2026-W53"))
    #expect(nl.number(FixedDecimal(0.4375, digits: 2)) == "0,44")
    #expect(en.number(FixedDecimal(-0.05, digits: 1)) == "-0.1")
    #expect(nl.percentage(16.0 / 36) == "44%")
    #expect(FixedDecimal(.nan, digits: 2).text(sign: ".") == "0.00")
  }
}

/// A folder of an administrator's own templates, for the time of a test.
final class TemporaryTemplates {
  let url: URL
  var folders: TemplateFolders { TemplateFolders(override: url.path) }

  init(_ files: [String: String]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("templates-\(UUID().uuidString)")
    for folder in ["Texts", "Reports"] {
      try FileManager.default.createDirectory(at: url.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    for (name, content) in files { try Data(content.utf8).write(to: url.appendingPathComponent(name)) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
