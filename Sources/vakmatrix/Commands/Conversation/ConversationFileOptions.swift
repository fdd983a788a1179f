internal import ArgumentParser
internal import CompetencyCore
internal import Journeys

/// A text file instead of options.
struct ConversationFileOptions: ParsableArguments {
  func record(_ context: JourneyContext, who: String, _ console: Console) throws(Refusal) -> ConversationDraft? { nil }
  func preparation(
    _ console: Console, questions: [(id: String, text: String)], of outcome: PrepareJourney.Outcome
  ) throws(Refusal) -> PreparationDraft? { nil }
}
