public import Wording

/// A trainee's training in a few sentences and one drawing, as a page of the site shows it at its top.
public struct TraineeOutline: Sendable {
  /// An open agreement in words.
  public struct Agreement: Sendable {
    /// What was agreed, or that it is not for the reader.
    public let text: String
    /// Who keeps it.
    public let owner: String
    /// By when, and that it is late.
    public let due: String
    /// Whether its day is past.
    public let isOverdue: Bool
  }

  /// The training, the pathway and the school.
  public let training: String
  /// The people around the trainee.
  public let people: String
  /// Where the training stands when it is not going on; nil when it is.
  public let status: String?
  /// The whole in three or four sentences.
  public let inShort: String
  /// The drawing of the route with its sentence and table; nil without planned weeks.
  public let chart: HTMLFragment?
  /// The agreements that are open.
  public let agreements: [Agreement]
  /// The next conversation in a sentence.
  public let nextConversation: String
}

extension TraineeReport {
  /// The report in a few sentences and one drawing.
  public func outline(_ texts: Texts) -> TraineeOutline {
    let wording = TraineeWording(self, texts)
    return TraineeOutline(
      training: wording.training, people: wording.people, status: wording.status, inShort: wording.inShort,
      chart: RouteChart(self, texts)?.fragment,
      agreements: openAgreements.map {
        TraineeOutline.Agreement(
          text: wording.text(of: $0), owner: wording.owner($0), due: wording.due($0), isOverdue: $0.isOverdue)
      }, nextConversation: wording.nextConversation)
  }
}
