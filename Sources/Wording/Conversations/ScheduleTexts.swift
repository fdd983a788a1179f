public import CompetencyCore

extension Texts {
  /// Why a conversation is not on the day that the rhythm gives.
  public func reason(_ reason: ConversationScheduling.Reason) -> String {
    switch reason {
    case .rest(.holiday(let holiday)): say("holiday." + holiday.rawValue)
    case .rest(.closed(let period)): say("schedule.reason.closed", ["period": period.text])
    default: say("schedule.reason." + reason.code)
    }
  }
}
