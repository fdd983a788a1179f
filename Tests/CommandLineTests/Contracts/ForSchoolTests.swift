import Foundation
import Testing

/// `check --for-school`: a letter that can be sent to the school as it is.
@Suite struct ForSchoolTests {
  private struct Letter: Decodable { let letter: String? }

  @Test func `of several files the letter tells what the school must mend, and the rest is told beside it`() throws {
    let desk = try Self.desk()

    let outcome = try desk.run("check in weg.xml --for-school", exit: 65)

    #expect(outcome.text.contains("het bestand week47.xml."))
    #expect(outcome.text.contains("- Regel 11: ‘soort’ van ‘formulier’ heeft een waarde die niet kan."))
    for other in ["week46.xml", "weg.xml", "in/", "Sanne", "praatje"] { #expect(!outcome.text.contains(other), "\(other)") }
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errorText.contains("weg.xml: bestand niet gevonden."))
  }

  @Test func `without anything to mend there is no letter`() throws {
    let desk = try Self.desk()
    let outcome = try desk.run("check in/week46.xml --for-school")
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errorText == "Er is niets dat de school moet herstellen.\n")
  }

  @Test func `a program finds the letter in the document, when it asks for it`() throws {
    let desk = try Self.desk()
    let text = try desk.run("check in --for-school", exit: 65).text

    let wrong = try desk.run("check in --for-school --json", exit: 65)
    let good = try desk.run("check in/week46.xml --for-school --json")

    #expect(wrong.bytes.isEmpty)
    #expect(try JSONDecoder().decode(Letter.self, from: wrong.errorBytes).letter == text)
    #expect(good.text.hasSuffix("\"letter\":null}\n"))
    #expect(try !desk.run("check in --json", exit: 65).errorText.contains("\"letter\""))
    #expect(try desk.run("check in --for-school --lang en", exit: 65).text.contains("Dear administration"))
  }

  /// A desk with a folder of one good message and one that the school must mend.
  private static func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write("in/week46.xml", Message(number: 1).xml)
    try desk.write("in/week47.xml", Message(number: 2).xml.replacing("tussenbeoordeling", with: "praatje"))
    return desk
  }
}
