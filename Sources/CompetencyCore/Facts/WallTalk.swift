/// A team was told that its matrix will hang on a wall, and talked it over: who does not want it there could say so.
public struct WallTalk: Sendable, Hashable {
  /// Its place among the facts.
  public let id: FactID
  /// The team.
  public let team: String

  /// A talk with a team.
  public init(id: FactID, team: String) { (self.id, self.team) = (id, team) }
}
