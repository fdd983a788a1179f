internal import ArgumentParser

struct PrivacyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "privacy", abstract: "What the AVG asks: access, correction, restriction, erasure, retention, the register.",
    subcommands: [
      PersonAccess.self, Correct.self, Restrict.self, Erase.self, Retention.self, Register.self,
    ])
}
