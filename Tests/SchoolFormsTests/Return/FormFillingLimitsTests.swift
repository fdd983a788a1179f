import CompetencyCore
import Testing

@testable import SchoolForms

/// A school's own form: what is not written in it, and what is refused.
@Suite struct FormFillingLimitsTests {
  @Test func `what says already the same stays, also where another word would be written`() throws {
    let dialect = FilledSample.dialect.replacing(
      "<teken woord=\"S\"", with: "<teken woord=\"9\" niveau=\"beheerst\" schrijf=\"ja\"/><teken woord=\"S\"")
    let form = FilledSample.form.replacing("<score wie=\"po\">V</score>", with: "<score wie=\"po\">07,50</score>")
    let filled = try FilledSample.fill(form, by: dialect)
    #expect(filled.text == form && filled.form.count == 0)
    #expect(try FilledSample.fill(FilledSample.form, by: dialect).text.contains("<score wie=\"po\">9</score>"))
  }

  @Test(arguments: [
    ("level", "<teken woord=\"7,5\" niveau=\"beheerst\"/>", "<teken woord=\"7,5\" niveau=\"aangeleerd\"/>"),
    (
      "level", "<teken woord=\"7,5\" niveau=\"beheerst\"/>",
      "<teken woord=\"7,5\" niveau=\"beheerst\"/><teken woord=\"8\" niveau=\"beheerst\"/>"
    ),
    ("place", "niveau=\"r:score[@wie='po']\"", "niveau=\"string(r:score[@wie='po'])\""),
    ("conflict", "niveau=\"r:score[@wie='po']\"", "niveau=\"$formulier/r:wp[1]/r:score[@wie='po']\""),
  ])
  func `what cannot be written is told, and stays as it was`(kind: String, before: String, after: String) throws {
    let dialect = FilledSample.dialect.replacing(before, with: after)
    #expect(dialect != FilledSample.dialect)
    let form = kind == "conflict" ? FilledSample.form.replacing("LAS-04", with: "LAS-03") : FilledSample.form
    let filled = try FilledSample.fill(form, by: dialect)
    #expect(filled.text == form && filled.form.count == 0)
    #expect(!filled.form.losses.isEmpty)
    #expect(filled.form.losses.allSatisfy { $0.code == .level_not_written && $0.values["kind"] == kind })
    #expect(filled.form.losses.first?.place?.line == 10)
  }

  @Test func `of another student nothing is written`() throws {
    let card = try #require(FilledSample.form.firstMatch(of: /(?s)<kaart.*<\/kaart>/)).output
    let other = card.replacing("K-1", with: "K-2").replacing("0512345", with: "0512338")
    let form = FilledSample.form.replacing("</map>", with: other + "</map>")
    let filled = try FilledSample.fill(form)
    #expect(filled.form.otherStudents == 1 && filled.form.count == 1)
    #expect(filled.text.hasSuffix(other + "</map>"))
  }

  @Test func `what the trainee says of the own work is not written over`() throws {
    let dialect = FilledSample.dialect.replacing("rol=\"'student'\"", with: "rol=\"'student'\" schrijf=\"niveau\"")
    #expect(try FilledSample.fill(FilledSample.form, by: dialect).text.contains("<score wie=\"st\">V</score>"))
  }

  @Test func `a form without anchors, a message of ours and a file that nobody reads are refused`() throws {
    let obstacle = { (text: String, dialect: String) -> String in
      do throws(FillingObstacle) {
        _ = try FilledSample.fillBytes(Array(text.utf8), by: dialect)
        return "filled"
      } catch {
        return "\(error)"
      }
    }
    #expect(obstacle(FilledSample.form, SampleDialect.text) == "noAnchors(dialect: \"d0\")")
    #expect(obstacle("<bericht xmlns=\"urn:vakmatrix:voortgangsformulier:1\"/>", FilledSample.dialect) == "canonical")
    #expect(obstacle("<x/>", FilledSample.dialect) == "unreadable")
    #expect(obstacle("<map", FilledSample.dialect) == "unreadable")
  }
}
