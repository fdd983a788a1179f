internal import ArgumentParser

struct ConversationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conversation", abstract: "The conversations of trainees and those who guide them.",
    subcommands: [ConversationTemplateCommand.self], aliases: ["gesprek"])
}
