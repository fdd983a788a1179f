import CompetencyCore
import Testing

@testable import Journeys

/// Who is typed is found, or told to be nobody or more than one; it is never guessed.
@Suite struct PersonFinderTests {
  private static let finder: PersonFinder = {
    var company = Company()
    for (id, given, family, number) in [
      ("mo", "Mo", "Haddou", "00101"), ("monique", "Monique", "Mol", ""), ("anna", "Anna", "Berg", "00102"),
      ("berg", "Piet", "Annasson", ""), ("x-00101", "Kees", "Mohr", ""),
    ] {
      guard let id = PersonID(id) else { continue }
      let name = PersonName(given: given, family: family)
      company.apply(.person(Person(id: id, name: name, personnelNumber: number, team: "", roles: [])))
    }
    return PersonFinder(company)
  }()

  @Test(arguments: [
    ("mo", "mo"), ("00101", "mo"), ("berg", "berg"), ("anna", "anna"), ("Mo Haddou", "mo"), ("HADDOU", "mo"), ("Had", "mo"),
    ("Berg", "anna"), ("Kees", "x-00101"), ("addo", "mo"), ("Annas", "berg"), ("Anna", "anna"),
  ]) func `an id goes before a number, that before a whole name, and that before a piece of one`(_ typed: String, _ id: String)
    throws
  {
    #expect(try Self.finder.anyone(typed).text == id)
    #expect(try Self.finder.colleague(typed).text == id)
  }

  @Test func `a piece that fits more is told with all whom it fits, and one that fits none is nobody`() {
    let many = #expect(throws: Refusal.self) { try Self.finder.anyone("M") }
    #expect(many?.problems.first?.code == .person_ambiguous)
    #expect(
      many?.problems.first?.values["list"] == "Mo Haddou (mo), Monique Mol (monique), Kees Mohr (x-00101)")
    for nobody in ["", "0010", "Zaagsel"] {
      let refusal = #expect(throws: Refusal.self) { try Self.finder.anyone(nobody) }
      #expect(refusal?.problems.first?.code == .person_not_found, "\(nobody)")
    }
  }

  @Test func `a trainee who may not be seen is nobody, and a colleague is no trainee`() {
    #expect(throws: Refusal.self) { try Self.finder.trainee("mo", visible: []) }
    #expect(throws: Refusal.self) { try Self.finder.trainee("anna", visible: Set([PersonID("anna")].compactMap { $0 })) }
  }
}
