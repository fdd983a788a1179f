/// That somebody opened a page, about one trainee or about many.
public struct PageView: Sendable, Hashable {
  /// Who looked.
  public let viewer: PersonID
  /// At whom; nil for a page about many.
  public let trainee: TraineeID?
  /// Which page, by its short name.
  public let page: String
  /// The day.
  public let seenOn: CalendarDate

  /// A look at a page.
  public init(viewer: PersonID, trainee: TraineeID?, page: String, seenOn: CalendarDate) {
    (self.viewer, self.trainee, self.page, self.seenOn) = (viewer, trainee, page, seenOn)
  }
}
