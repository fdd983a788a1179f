internal import ArgumentParser

struct ConversationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conversation", abstract: "The conversations of trainees and those who guide them.",
    subcommands: [
      Plan.self, Prepare.self, Hold.self, Record.self, Seen.self, Evaluate.self, Show.self, List.self, Assessments.self,
      ConversationTemplateCommand.self,
    ], aliases: ["gesprek"])
}
