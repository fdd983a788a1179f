/// What somebody signs in with on the pages, or reads a calendar with.
public enum SecretKind: String, Sendable, CaseIterable {
  /// A password, on one's own device.
  case password
  /// A code of six figures, on a device that a team shares.
  case pin
  /// What the code on a badge says.
  case badge
  /// The secret part of the address of one's own calendar.
  case calendar
}

/// That somebody has a secret; the secret itself is not kept, and its hash is not told.
public struct KeptSecret: Sendable, Hashable {
  /// Whose it is.
  public let person: PersonID
  /// What it is.
  public let kind: SecretKind
  /// When it was given.
  public let madeAt: Instant
  /// Who gave it; nil for the administration.
  public let madeBy: PersonID?

  /// A secret of somebody.
  public init(person: PersonID, kind: SecretKind, madeAt: Instant, madeBy: PersonID?) {
    (self.person, self.kind, self.madeAt, self.madeBy) = (person, kind, madeAt, madeBy)
  }
}

/// A device that a team shares, on which people sign in with a code.
public struct SharedDevice: Sendable, Hashable {
  /// The hash of what the device shows to be known again.
  public let hash: String
  /// The team.
  public let team: String
  /// When it was set up.
  public let madeAt: Instant
  /// Who set it up; nil for the administration.
  public let madeBy: PersonID?

  /// A device of a team.
  public init(hash: String, team: String, madeAt: Instant, madeBy: PersonID?) {
    (self.hash, self.team, self.madeAt, self.madeBy) = (hash, team, madeAt, madeBy)
  }
}
