internal import ArgumentParser
internal import CompetencyCore
internal import Foundation
internal import Journeys
internal import Wording

/// What people sign in with on the pages. The first administrator gets in by this; there is no account to begin with.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "What people sign in with on the pages.",
    subcommands: [List.self, Password.self, Code.self, Take.self], aliases: ["toegang"])

  struct List: ProductCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Everybody with what they sign in with.", aliases: ["lijst"])
    @OptionGroup var actor: ActingOptions
    @OptionGroup var common: CommonOptions
    var acting: String? { actor.acting }

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      for standing in try SecretJourney.list(context) {
        let kinds = standing.secrets.map { console.texts.say("secret." + $0.kind.rawValue) }
        console.item(
          "cli.account.line",
          [
            "id": standing.account.id.text, "who": standing.account.name.full,
            "what": kinds.isEmpty ? console.texts.say("cli.account.nothing") : console.texts.list(kinds),
          ])
      }
      return .done
    }
  }

  struct Password: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "password", abstract: "Give somebody a password; it is asked for, or read from a file.",
      aliases: ["wachtwoord"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one person.")
    var who: String
    @Option(name: .customLong("password-file"), help: "A file whose first line is the password; - is standard input.")
    var file: String = "-"
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      if file == "-" && isatty(STDIN_FILENO) == 1 { Terminal.tell(console.texts.say("cli.account.ask")) }
      let secret = try SecretLine.read(from: file)
      try PasswordRule.check(secret, names: [who])
      return try give(secret, .password, context, console)
    }
  }

  struct Code: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "code", abstract: "Give somebody a new code of six figures for a shared device, and print it once.",
      aliases: ["pin"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one person.")
    var who: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      let code = PasswordRule.code()
      let status = try give(code, .pin, context, console)
      if !isDryRun { Terminal.print(Array((code + "\n").utf8)) }
      return status
    }
  }

  struct Take: WritingCommand {
    static let configuration = CommandConfiguration(
      commandName: "take", abstract: "Take away what somebody signs in with: password, pin, badge or calendar.",
      aliases: ["neem"])
    @Argument(help: "An id, a personeelsnummer or a piece of a name that fits one person.")
    var who: String
    @Argument(help: "password, pin, badge or calendar.")
    var kind: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var common: CommonOptions

    func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus {
      guard let kind = SecretKind(rawValue: kind) else {
        let list = SecretKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal(.usage, .value_not_understood, values: ["option": "kind", "value": self.kind, "expected": list])
      }
      guard !isDryRun else { return .done }
      let account = try SecretJourney.take(context, kind, from: who)
      console.say("cli.account.taken", ["who": account.name.full, "what": console.texts.say("secret." + kind.rawValue)])
      return .done
    }
  }
}

extension WritingCommand {
  /// Gives somebody a secret, and says so.
  fileprivate func give(
    _ secret: String, _ kind: SecretKind, _ context: JourneyContext, _ console: Console
  ) throws(Refusal) -> ExitStatus {
    guard !isDryRun else {
      console.say("cli.dry_run")
      return .done
    }
    guard let who = (self as? AccountCommand.Password)?.who ?? (self as? AccountCommand.Code)?.who,
      let hash = SecretHash.make(of: secret)
    else { throw Refusal(.usage, .secret_weak, values: ["count": "\(PasswordRule.shortest)"]) }
    let account = try SecretJourney.give(context, kind, to: who, hash: hash)
    console.say("cli.account.given", ["who": account.name.full, "what": console.texts.say("secret." + kind.rawValue)])
    return .done
  }
}

/// The first line of a file or of standard input, which is a secret.
enum SecretLine {
  static func read(from file: String) throws(Refusal) -> String {
    let bytes: Data?
    if file == "-" { bytes = FileHandle.standardInput.availableData } else { bytes = FileManager.default.contents(atPath: file) }
    guard let bytes else { throw Refusal(.notFound, .file_not_found, at: SourcePlace(file: file), values: ["file": file]) }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: line, as: UTF8.self)
  }
}
