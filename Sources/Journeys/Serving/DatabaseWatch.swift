public import CompetencyCore
internal import CompetencyStore

/// Tells whether anything was written since one looked last; what was made of the database is good for as long as not.
public final class DatabaseWatch: Sendable {
  private let watch: StoreWatch

  /// Begins to watch the database of a context.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the database is missing, damaged, newer than the program or not ours.
  public init(_ context: JourneyContext) throws(Refusal) { watch = try StoreWatch(context.store) }

  /// A number that is another one after each change by anybody.
  public func version() -> Int { watch.version() }
}
