import CompetencyCore
import Testing
import Wording

@Suite struct SchoolLetterTests {
  @Test func `a letter names the file, the lines and what to do, and no value`() throws {
    let place = SourcePlace(file: "/srv/in/week47.xml", line: 31, path: "/bericht/formulier[2]/soort")
    let problems = [
      Problem(
        .schema_fault, at: place,
        values: ["kind": "not_in_list", "name": "soort", "element": "formulier", "value": "Sanne", "allowed": "eindgesprek"]),
      Problem(
        .not_well_formed, at: SourcePlace(file: "week48.xml", line: 4, column: 9),
        values: ["kind": "unknown_entity", "value": "Sanne"]),
      Problem(.file_empty, at: SourcePlace(file: "-")),
    ]

    let letter = try #require(SchoolLetter(about: problems))

    #expect(
      letter.text(try Texts(.nl)) == """
        Beste administratie van de school,

        Van u kregen wij het bestand week47.xml. Wij kunnen het niet verwerken. Er is niets uit dit bestand overgenomen.

        - Regel 31: ‘soort’ van ‘formulier’ heeft een waarde die niet kan. Kies uit: eindgesprek.
          Plaats: /bericht/formulier[2]/soort

        Van u kregen wij het bestand week48.xml. Wij kunnen het niet verwerken. Er is niets uit dit bestand overgenomen.

        - Regel 4, teken 9: Hier staat een verwijzing (&…;) die in XML niet bestaat. Schrijf het teken zelf.

        Van u kregen wij een bestand. Wij kunnen het niet verwerken. Er is niets uit dit bestand overgenomen.

        - Het bestand is leeg. Maak het opnieuw.

        Wilt u dit herstellen en het hele bestand opnieuw sturen? Dan verwerken wij het alsnog.

        Met vriendelijke groet

        """)
  }

  @Test func `what our own administration must answer is not for the school`() {
    let ours = [
      Problem(.unknown_task, at: SourcePlace(file: "f.xml", line: 3)), Problem(.file_not_found, at: SourcePlace(file: "f.xml")),
      Problem(.newer_form_version, at: SourcePlace(file: "f.xml")),
      Problem(.bsn_refused, at: SourcePlace(file: "trainees.csv", line: 2), values: ["kind": "row"]),
      Problem(.bad_encoding, at: SourcePlace(file: "mensen.csv"), values: ["kind": "company"]),
      Problem(.form_value, at: SourcePlace(file: "f.xml", line: 4), values: ["kind": "role"]),
      Problem(.form_definition, at: SourcePlace(file: "dialect.xml", line: 1), values: ["kind": "dialect"]),
      Problem(.dialect_ambiguous, at: SourcePlace(file: "f.xml", line: 1)),
    ]
    #expect(SchoolLetter(about: ours) == nil)
    let mixed = ours + [Problem(.message_changed, at: SourcePlace(file: "f.xml"))]
    #expect(SchoolLetter(about: mixed)?.parts.flatMap(\.problems).map(\.code) == [.message_changed])
  }

  @Test func `everything that the school must mend has words for the school, none with a value of the file`() throws {
    let texts = try Texts(.nl)
    for key in texts.keys where key.utf8.starts(with: "problem.".utf8) {
      let parts = key.split(separator: ".").map(String.init)
      guard let code = ProblemCode(rawValue: parts[1]) else { continue }
      let isForSchool = Problem(code, values: parts.count > 2 ? ["kind": parts[2]] : [:]).isForSchool
      #expect(texts.has("school." + key) == isForSchool, "\(key)")
    }
    for key in texts.keys where key.utf8.starts(with: "school.problem.".utf8) {
      #expect(texts.valueNames(of: key).isDisjoint(with: ["value", "who", "number", "file", "line"]), "\(key)")
    }
  }
}
