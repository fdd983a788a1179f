/// A name in the three parts that Dutch administrations keep; sorting goes by the family name without its prefix.
public struct PersonName: Hashable, Sendable {
  /// The name used at work (roepnaam).
  public let given: String
  /// The prefix of the family name (tussenvoegsel), empty when there is none.
  public let prefix: String
  /// The family name (achternaam).
  public let family: String

  /// A name from its three parts.
  public init(given: String, prefix: String = "", family: String) {
    (self.given, self.prefix, self.family) = (given, prefix, family)
  }

  /// The whole name as people say it: `Sanne de Wit`.
  public var full: String { [given, prefix, family].filter { !$0.isEmpty }.joined(separator: " ") }
}

/// Somebody of the leerbedrijf who is not a trainee.
public struct Person: Hashable, Sendable {
  /// The id that facts keep.
  public let id: PersonID
  /// The name as people say it.
  public let name: PersonName
  /// The employer's number, kept as text because zeros count; empty when there is none.
  public let personnelNumber: String
  /// The name of the team; empty when the person is of no team.
  public let team: String
  /// What the person is to trainees; more than one is usual in a small company.
  public let roles: [Role]

  /// A person from checked parts.
  public init(id: PersonID, name: PersonName, personnelNumber: String, team: String, roles: [Role]) {
    (self.id, self.name, self.personnelNumber, self.team, self.roles) = (id, name, personnelNumber, team, roles)
  }
}

/// A school that sends forms, and the numbers by which its messages are known.
public struct School: Hashable, Sendable {
  /// The id that the company gave it.
  public let id: SchoolID
  /// The name as people say it: `ROC Delta`.
  public let name: String
  /// The number of the institution (formerly BRIN): `99ZZ`; empty when there is none.
  public let institutionCode: String
  /// The dialect of its forms; empty for the canonical form.
  public let dialect: String
  /// Further numbers of the organisation, such as `kvk:12345678` or `lokaal:rocd`.
  public let otherNumbers: [OrganisationNumber]
  /// Whether its student numbers have nine digits, so that one may pass the eleven-test without being a BSN.
  public let hasNineDigitNumbers: Bool

  /// A school from checked parts.
  public init(
    id: SchoolID, name: String, institutionCode: String, dialect: String = "", otherNumbers: [OrganisationNumber] = [],
    hasNineDigitNumbers: Bool = false
  ) {
    (self.id, self.name, self.institutionCode, self.dialect) = (id, name, institutionCode, dialect)
    (self.otherNumbers, self.hasNineDigitNumbers) = (otherNumbers, hasNineDigitNumbers)
  }

  /// Every number of the school, the institution's first.
  public var numbers: [OrganisationNumber] {
    (institutionCode.isEmpty ? [] : [OrganisationNumber(kind: .instellingscode, value: institutionCode)]) + otherNumbers
  }

  /// Whether one of these numbers is one of the school's.
  public func answers(to numbers: some Sequence<OrganisationNumber>) -> Bool {
    numbers.contains { number in
      (number.kind == .instellingscode && !institutionCode.isEmpty && sameBytes(number.value, institutionCode))
        || otherNumbers.contains(number)
    }
  }
}

/// A number of an organisation with the register it comes from.
public struct OrganisationNumber: Hashable, Sendable {
  /// The registers that a form may name, strongest first.
  public enum Kind: String, Sendable, CaseIterable {
    case instellingscode, vestigingscode, rio_aanbieder, leerbedrijf_id, kvk, kvk_vestiging, oin, lokaal
  }
  /// The register.
  public let kind: Kind
  /// The number as it was written.
  public let value: String

  /// A number of a register.
  public init(kind: Kind, value: String) { (self.kind, self.value) = (kind, value) }

  /// A number with its register before it, `kvk:12345678`; nil for another register, or without a number.
  public init?(written text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).map { String(decoding: Array($0), as: UTF8.self) }
    guard parts.count == 2, let kind = Kind(rawValue: parts[0]) else { return nil }
    self.init(kind: kind, value: parts[1])
  }
}
