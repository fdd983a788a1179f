import CompetencyCore
import Testing

@testable import SchoolForms

struct DialectReadingTests {
  @Test func `a form of a school says what its dialect makes of it, each value with its line and path`() throws {
    let (message, _) = try SampleDialect.message()
    let form = try #require(message.forms.first)

    #expect(message.key.sender.text == "instellingscode:99ZZ")
    #expect(message.key.id.text == "B-1")
    #expect(form.id.text == "K-1")
    #expect(form.kind == .tussenbeoordeling)
    #expect(form.heldOn.iso == "2026-03-11")
    #expect(form.participant.key.text == "studentnummer:0512345")
    #expect(form.participant.displayName == "Sanne de Wit")
    let first = try #require(form.entries.first)
    #expect(first.place == SourcePlace(file: "f.xml", line: 10, path: "/map/kaart/wp[1]/score[1]"))
    #expect(first.said == .level(SchoolLevel(scale: "ovg", level: "V"), readAs: .term(.aangeleerd)))
    #expect(first.byName == "Henk Postma")
    #expect(first.seenOn.iso == "2026-03-09")
    #expect(first.note == "Zoë  zag het.")
    #expect(form.topics.map(\.text) == ["Wachten."])
    #expect(form.agreements.map(\.statement.status) == [.open])
  }

  @Test func `no word is no judgement, an unknown word a question, and a word can say why there is no level`() throws {
    let said = try SampleDialect.message().message.forms[0].entries.map { "\($0.task.text) \($0.role.rawValue) \($0.said)" }
    #expect(said.count == 4)
    #expect(said[1].contains("LAS-04 praktijkopleider without"))
    #expect(said[3].contains("LAS-06 student") && said[3].contains("ovg/K") && said[3].contains("unsaid"))
  }

  @Test func `a score that is a number is looked up as a number`() throws {
    let entry = try SampleDialect.message().message.forms[0].entries[2]
    #expect(entry.role == .student)
    #expect(entry.said == .level(SchoolLevel(scale: "ovg", level: "7,5"), readAs: .term(.beheerst)))
    let point = try SampleDialect.message(SampleDialect.form.changing("07,50", to: "7.5")).message.forms[0].entries[2]
    #expect(point.said == .level(SchoolLevel(scale: "ovg", level: "7.5"), readAs: .unsaid))
  }

  @Test func `what our scale cannot say is counted and told, and is no fact`() throws {
    let (message, warnings) = try SampleDialect.message()
    #expect(!message.forms[0].entries.contains { $0.task.text == "LAS-05" })
    #expect(warnings.map(\.code) == [.level_not_convertible])
    #expect(warnings[0].values["count"] == "2")
    #expect(warnings[0].values["reason"] == "zegt niets over zelfstandigheid")
    #expect(warnings[0].place?.line == 12)
  }

  @Test func `every value that is missing or not understood is told with its line`() throws {
    let form = SampleDialect.form.changing("soort=\"T\"", to: "soort=\"X\"").changing("11-3-2026", to: "2026-03-11")
      .changing("<nr>0512345</nr>", to: "").changing("wie=\"po\" voor=\"1-4-2026\"", to: "wie=\"hr\" voor=\"31-4-2026\"")
      .changing("code=\"LAS-04\"", to: "")
    #expect(
      try SampleDialect.problems(form).map(\.short)
        == [
          "form_value.missing 6", "form_value.kind 6", "form_value.day 6", "form_value.task 11", "form_value.role 15",
          "form_value.day 15",
        ].map { $0.replacing("form_value.task", with: "form_value.missing") })
  }

  @Test func `the same field twice is refused with both lines`() throws {
    let form = SampleDialect.form.changing("<naam>", to: "<nr>0512346</nr>\n    <naam>")
    let problem = try #require(try SampleDialect.problems(form).first)
    #expect(problem.short == "field_twice.field 8")
    #expect(problem.values["first"] == "7")
  }

  @Test func `a task that is judged twice by one role is refused, also when its code is written otherwise`() throws {
    let form = SampleDialect.form.changing("LAS-02\" op=\"9-3-2026\"", to: "la\u{308}s\"").changing("LAS-04", to: "l\u{E4}s")
      .changing("n.v.t.", to: "V")
    #expect(try SampleDialect.problems(form).map(\.short) == ["field_twice.judgement 11"])
  }

  @Test func `two forms with one identity are refused with both lines`() throws {
    let dialect = SampleDialect.text.changing(" id=\"@id\" soort", to: " soort")
    let card = "<kaart soort=\"T\" dag=\"11-3-2026\"><nr>0512345</nr></kaart>"
    let form = SampleDialect.form.changing("</map>", to: card + "\n</map>")
    #expect(try SampleDialect.problems(form, by: SampleDialect.dialects(dialect)).map(\.short) == ["field_twice.form 17"])
  }

  @Test func `without ids a message is its bytes, and a form is its student, kind and day`() throws {
    let dialect = SampleDialect.text.changing(" id=\"@id\" soort", to: " soort").changing(
      "<bericht id=\"r:nummer\" gemaakt=\"r:op\"", to: "<bericht")
    let (message, _) = try SampleDialect.message(by: SampleDialect.dialects(dialect))
    #expect(message.key.id.text == sha256Hex(Array(SampleDialect.form.utf8)))
    #expect(message.forms[0].id.text == "0512345/tussenbeoordeling/2026-03-11")
    #expect(message.createdAt == Instant(xml: "2026-03-11T00:00:00Z"))
  }

  @Test func `a dialect of a newer version reads a message anew, as the later of the two`() throws {
    let first = try SampleDialect.message().message
    let second = try SampleDialect.message(
      by: SampleDialect.dialects(SampleDialect.text.changing("versie=\"1\"", to: "versie=\"2\""))
    ).message
    #expect(second.key.id.text == "B-1@002")
    #expect(first.key < second.key)
    #expect(first.forms[0].content == second.forms[0].content)
  }

  @Test func `a file that no dialect recognises is not known, and one that two recognise is not read`() throws {
    #expect(try SampleDialect.problems(by: .none).map(\.code) == [.unknown_form])
    #expect(
      try SampleDialect.problems(SampleDialect.form.replacing("urn:proef", with: "urn:anders")).map(\.code) == [.unknown_form])
    let two = SampleDialect.dialects(SampleDialect.text, SampleDialect.text)
    #expect(try SampleDialect.problems(by: two).map(\.code) == [.dialect_ambiguous])
  }

  @Test func `a broken dialect is told with a form that might be its, and not with one that another reads`() throws {
    let broken = SampleDialect.text.changing("r:kaart", to: "r:kaart[")
    #expect(try SampleDialect.problems(by: SampleDialect.dialects(SampleDialect.text, broken)).map(\.code) == [.dialect_faulty])
    let other = broken.changing("r:map", to: "r:boek")
    #expect(try SampleDialect.problems(by: SampleDialect.dialects(SampleDialect.text, other)).isEmpty)
    #expect(try SampleDialect.problems(by: SampleDialect.dialects(other)).map(\.code) == [.dialect_faulty])
  }

  @Test func `a form whose namespace is missing is read by a dialect that allows it`() throws {
    let form = SampleDialect.form.changing(" xmlns=\"urn:proef\"", to: "")
    #expect(try SampleDialect.problems(form).map(\.code) == [.unknown_form])
    let lenient = SampleDialect.dialects(
      SampleDialect.text.changing("uri=\"urn:proef\"", to: "uri=\"urn:proef\" mag_ontbreken=\"ja\""))
    #expect(try SampleDialect.message(form, by: lenient).message.forms[0].entries.count == 4)
    #expect(try SampleDialect.message(by: lenient).message.forms[0].entries.count == 4)
    let others = (1...3).map { number in
      SampleDialect.text.replacing("uri=\"urn:proef\"", with: "uri=\"urn:pro-\(number)\" mag_ontbreken=\"ja\"")
        .replacing("<herken element=\"r:map\"/>", with: "<herken element=\"r:map\" als=\"r:nummer = 'B-\(number)'\"/>")
    }
    for number in 1...3 {
      let one = form.replacing("B-1", with: "B-\(number)")
      let found = try SampleDialect.message(one, by: SampleDialect.dialects(others[0], others[1], others[2])).message
      #expect(found.key.id.text == "B-\(number)")
      #expect(found.forms[0].entries.count == 4)
    }
  }
}
