internal import ArgumentParser

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports for supervisors, teams, the wall, HR and schools.",
    subcommands: [TraineeSheet.self, Team.self, Wall.self, ConversationSheet.self, HR.self, School.self], aliases: ["rapport"])
}
