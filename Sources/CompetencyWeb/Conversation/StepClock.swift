internal import CompetencyCore
internal import Journeys
internal import Wording

/// How long the conversation goes on: time that has passed, never time that is left.
struct StepClock: Sendable {
  let sentence: String
  let minutes, total: Int

  /// The clock of a conversation that began within the last hours; nil otherwise.
  init?(_ shown: StepJourney.Outcome, minutes total: Int, _ request: PageRequest) {
    guard let begun = shown.begun, shown.prepared.conversation.versions.isEmpty else { return nil }
    let passed = Int((request.now.milliseconds - begun.at.milliseconds) / 60_000)
    guard (0..<180).contains(passed) else { return nil }
    (minutes, self.total) = (min(passed, total), total)
    sentence = request.texts.say("page.step.clock", ["time": begun.time, "count": "\(passed)", "total": "\(total)"])
  }
}
