public import CompetencyCore

extension StoreReader {
  /// The hash of what somebody signs in with; nil without one.
  public func secretHash(of person: PersonID, _ kind: SecretKind) throws -> String? {
    guard try hasPages else { return nil }
    return try session.rows(.sign_in_secret_of_person, [.text(person.text), .text(kind.rawValue)]) { try $0.text(0) }.first
  }

  /// Whose badge or calendar address has this hash.
  public func person(withSecret hash: String, _ kind: SecretKind) throws -> PersonID? {
    guard try hasPages else { return nil }
    return try session.rows(.person_of_sign_in_secret, [.text(kind.rawValue), .text(hash)]) {
      try $0.value(0, PersonID.init)
    }.first
  }

  /// Who signs in with what.
  public func keptSecrets() throws -> [KeptSecret] {
    guard try hasPages else { return [] }
    return try session.rows(.all_sign_in_secrets) { row in
      KeptSecret(
        person: try row.value(0, PersonID.init), kind: try row.value(1, SecretKind.init(rawValue:)),
        madeAt: Instant(milliseconds: Int64(try row.integer(2))), madeBy: try row.optionalValue(3, PersonID.init))
    }
  }

  /// The devices that teams share.
  public func sharedDevices() throws -> [SharedDevice] {
    guard try hasPages else { return [] }
    return try session.rows(.all_shared_devices) { row in
      SharedDevice(
        hash: try row.text(0), team: try row.text(1), madeAt: Instant(milliseconds: Int64(try row.integer(2))),
        madeBy: try row.optionalValue(3, PersonID.init))
    }
  }

  /// Whether the database has the tables of the pages.
  var hasPages: Bool { get throws { try Schema.current(session) >= Schema.firstWithPages } }
}

extension StoreWriter {
  /// Gives somebody a secret in the place of the one before it.
  public func set(_ secret: KeptSecret, hash: String) throws {
    try session.run(
      .set_sign_in_secret,
      [
        .text(secret.person.text), .text(secret.kind.rawValue), .text(hash), .integer(Int(secret.madeAt.milliseconds)),
        .optional(secret.madeBy?.text),
      ])
  }

  /// Takes somebody's secret away.
  public func drop(_ kind: SecretKind, of person: PersonID) throws {
    try session.run(.drop_sign_in_secret, [.text(person.text), .text(kind.rawValue)])
  }

  /// Adds a device that a team shares.
  public func add(_ device: SharedDevice) throws {
    try session.run(
      .add_shared_device,
      [
        .text(device.hash), .text(device.team), .integer(Int(device.madeAt.milliseconds)), .optional(device.madeBy?.text),
      ])
  }

  /// Takes a device out of use.
  public func drop(device hash: String) throws { try session.run(.drop_shared_device, [.text(hash)]) }
}
