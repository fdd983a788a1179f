import CompetencyCore
import SchoolForms
import Testing

struct LargeMessageTests {
  @Test func `a message of five hundred forms is read in their order`() throws {
    let read = try message(SampleMessage.large(500))
    #expect(read.forms.map(\.id.text) == (1...500).map { "F-\($0)" })
    #expect(Set(read.forms.map(\.content)).count == 1)
    #expect(read.forms.last?.place.path == "/bericht/formulier[500]")
  }

  @Test func `lines are right past the number where libxml2 stops counting`() throws {
    let text = SampleMessage.text(
      SampleMessage.form("F-1") + String(repeating: "<!-- -->\n", count: 70_000)
        + SampleMessage.form("F-2").changing("<niveau>V", to: "<niveau>Z"))
    let found = try problems(text).map(\.short)
    #expect(found == ["schema_fault.unknown_reference 70065"])
  }

  @Test func `one wrong form of many is found with its number and line`() throws {
    let text = SampleMessage.large(60).changing(#"<formulier id="F-58""#, to: #"<formulier id="F-58" x="1""#)
    let found = try problems(text)
    #expect(found.map { $0.place?.path } == ["/bericht/formulier[58]"])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(found.first?.place?.line == lines.firstIndex { $0.contains("F-58\"") }.map { $0 + 1 })
  }

  @Test func `two threads share one reader`() async throws {
    let reader = try #require(reader)
    let good = Array(SampleMessage.large(20).utf8)
    let bad = Array(SampleMessage.large(20).changing("<niveau>V", to: "<niveau>Z").utf8)
    let expected = try message(SampleMessage.large(20)).content
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          switch reader.read(number.isMultiple(of: 2) ? good : bad, file: "f.xml", nineDigitSenders: { _ in false }) {
          case .read(let read, _): #expect(read.content == expected)
          case .refused(let problems): #expect(problems.map(\.code) == [.schema_fault] && !number.isMultiple(of: 2))
          }
        }
      }
    }
  }
}
