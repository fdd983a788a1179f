public import CompetencyCore
internal import CompetencyStore

/// Who looked at whom: noted by the pages, told to the trainee.
public enum ViewJourney {
  /// A look, with the name of who looked.
  public struct Look: Sendable {
    /// What was opened.
    public let view: PageView
    /// The name of who looked.
    public let name: String
  }

  /// Notes who opened what; pages gather it and hand it over every few seconds.
  public static func note(_ context: JourneyContext, _ views: [PageView]) throws(Refusal) {
    try context.store.write(at: context.now) { writer in
      for view in views { try writer.add(view) }
    }
  }

  /// Who looked at the acting trainee, the last day first.
  public static func ofOneself(_ context: JourneyContext) throws(Refusal) -> [Look] {
    try context.look(.seeLevels, .frame) { situation in
      guard let id = situation.actor.id else { return [] }
      return looks(try situation.reader.views(of: id).filter { $0.viewer != id }, in: situation.company)
    }
  }

  /// Who made files for HR, the last day first.
  public static func hrFiles(_ context: JourneyContext) throws(Refusal) -> [Look] {
    try context.look(.seeHRReport, .frame) { situation in
      looks(try situation.reader.views(of: "hr_file"), in: situation.company)
    }
  }

  private static func looks(_ views: [PageView], in company: Company) -> [Look] {
    views.map { Look(view: $0, name: company.name(of: $0.viewer)?.full ?? $0.viewer.text) }
  }
}
