internal import CompetencyCore

extension CompanyFiles {
  /// Reads `scholen.csv`: whose forms come in.
  mutating func readSchools(_ bytes: [UInt8]) {
    var check = RowCheck(
      bytes, file: folder + "scholen.csv", required: ["id", "naam"],
      optional: ["instellingscode", "dialect", "andere_nummers", "negen_cijfers"])
    check.eachRow { row in
      let id = row.needed("id", "id", SchoolID.init)
      let name = row.needed("naam", "name") { $0.isEmpty ? nil : $0 }
      let words = row.text("andere_nummers").utf8.split(separator: UInt8(ascii: " ")).map { String($0) ?? "" }
      let numbers = words.compactMap(OrganisationNumber.init(word:))
      if numbers.count != words.count { row.refuse("andere_nummers", expected: "organisation_numbers") }
      let nine = row.optional("negen_cijfers", "yes") { $0 == "ja" ? true : nil }
      guard let id, let name, row.once("id", id.text) else { return }
      schools.append(
        School(
          id: id, name: name, institutionCode: row.text("instellingscode"), dialect: row.text("dialect"), otherNumbers: numbers,
          hasNineDigitNumbers: nine ?? false))
    }
    problems += check.problems
  }
}

extension OrganisationNumber {
  /// A number as `scholen.csv` writes it: `kvk:12345678`; nil for anything else.
  fileprivate init?(word: String) {
    let parts = word.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0]) ?? ""), let value = String(parts[1]), !value.isEmpty else {
      return nil
    }
    self.init(kind: kind, value: value)
  }
}
