public import CompetencyCore
internal import CompetencyStore

/// Devices that a team shares: the tablet at the saw, on which people sign in with a code.
public enum DeviceJourney {
  /// The devices of every team.
  public static func list(_ context: JourneyContext) throws(Refusal) -> [SharedDevice] {
    try context.look(.setUp, .frame) { try $0.reader.sharedDevices() }
  }

  /// Makes the device that shows this token one that the team shares.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` for who has no access to the administration, or a team that is not known.
  public static func share(_ context: JourneyContext, token: String, team typed: String) throws(Refusal) -> String {
    try context.write(.setUp, .frame) { situation, writer in
      let team = try TeamFinder.find(typed, among: situation.company.teams)
      let device = SharedDevice(
        hash: SecretHash.plain(of: token), team: team, madeAt: context.now, madeBy: situation.actor.id)
      try writer.add(device)
      return team
    }
  }

  /// Takes a device out of use, by its hash.
  public static func stop(_ context: JourneyContext, hash: String) throws(Refusal) {
    try context.write(.setUp, .frame) { _, writer in try writer.drop(device: hash) }
  }
}
