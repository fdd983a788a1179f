/// Faults that can be planted in the naive model: a run of cases that lets one through tests nothing.
enum NaiveFault: String, CaseIterable {
  case lastInsteadOfHighest
  case sameDayCapOff
  /// `<` and `≤` stand in rule 8 in three places; each is confused once.
  case sameDayDisagrees
  case equalLevelDisagrees
  case lastDayCannotDisagree
  case replacedOnlyByCountingMessage
  case undoOfUndoIgnored
  case knownOnCutsOnSeenOn
}
