internal import CompetencyCore
internal import Journeys
internal import Wording

/// Somebody who has signed in.
struct Visitor: Sendable {
  /// How somebody came in, which decides how long it lasts.
  enum Way: Sendable {
    /// By a code or a badge on a device that a team shares.
    case shared
    /// By a password or a badge on one's own device.
    case own
  }

  let account: SignInJourney.Account
  let way: Way
  /// What a form must send back, so that no other site can send it.
  let formToken: String
  var language: Language = .nl

  func has(_ role: Role) -> Bool { account.roles.contains(role) }
  /// Whether one of the roles judges work: who guides or leads.
  var observes: Bool { account.roles.contains(where: \.observes) }

  /// How long without use, in milliseconds: two minutes on a shared device, half an hour for who sees much of many, a
  /// working day for who stands on the floor.
  var idleLimit: Int64 {
    switch way {
    case .shared: 2 * 60_000
    case .own: has(.hr) || has(.beheer) ? 30 * 60_000 : 8 * 3_600_000
    }
  }
}
