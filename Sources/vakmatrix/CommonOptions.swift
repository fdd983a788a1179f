internal import ArgumentParser
internal import CompetencyCore
internal import Foundation
internal import Journeys
internal import Wording

/// The options of every command.
struct CommonOptions: ParsableArguments {
  @Option(help: "The database (VAKMATRIX_DATABASE; default vakmatrix.sqlite).")
  var database: String?
  @Option(help: "A folder whose texts and templates go before those of the program, file by file.")
  var templates: String?
  @Option(help: "The language of what the program says: nl or en.")
  var lang: String = "nl"
  @Flag(help: "Print one JSON document instead of text.")
  var json = false
  @Flag(name: .shortAndLong, help: "Say nothing but the data.")
  var quiet = false
  @Flag(name: .customLong("no-color"), help: "Print no bold text on a terminal.")
  var noColor = false

  var databasePath: String {
    database ?? setting("VAKMATRIX_DATABASE") ?? "vakmatrix.sqlite"
  }
}

/// On whose behalf a command goes.
struct ActingOptions: ParsableArguments {
  @Option(help: "On whose behalf: an id, a personeelsnummer or a piece of a name that fits one person (VAKMATRIX_BY).")
  var by: String?

  var acting: String? { by ?? setting("VAKMATRIX_BY") }
}

/// The options of a command that writes.
struct WritingOptions: ParsableArguments {
  @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Show what would be written and keep nothing.")
  var dryRun = false
  @OptionGroup var actor: ActingOptions
}

/// The day and the moment that a look is about.
struct ViewOptions: ParsableArguments {
  @Option(name: .customLong("as-of"), help: "The day that is shown: 2026-11-20 or 20-11-2026 (default today).")
  var asOf: String?
  @Option(name: .customLong("known-on"), help: "As it was known on a day or at a booking: 20-11-2026, b-0007.")
  var knownOn: String?
  @OptionGroup var actor: ActingOptions

  func question() throws(Refusal) -> MatrixJourney.Question {
    var question = MatrixJourney.Question()
    question.asOf = try asOf.map { text throws(Refusal) in try day(text) }
    question.knownOn = try knownOn.map { text throws(Refusal) in
      guard let knownOn = MatrixJourney.KnownOn(typed: text) else {
        throw Refusal(.usage, .date_not_understood, values: ["value": text])
      }
      return knownOn
    }
    return question
  }
}

/// A command that writes: acts on somebody's behalf, and may be tried without keeping anything.
protocol WritingCommand: ProductCommand {
  var writing: WritingOptions { get }
}

extension WritingCommand {
  var acting: String? { writing.actor.acting }
  var isDryRun: Bool { writing.dryRun }
  var writes: Bool { !writing.dryRun }
}

/// A variable of the environment that stands in for an option; nil when it is not set or empty.
func setting(_ name: String) -> String? {
  ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
}

/// A text without white space around it; a blank reason is no reason.
func trimmed(_ text: String) -> String {
  let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
  let rest = text.unicodeScalars.drop(while: isBlank)
  return String(
    String.UnicodeScalarView(rest.prefix(upTo: rest.lastIndex { !isBlank($0) }.map(rest.index(after:)) ?? rest.startIndex)))
}

/// A day as it was typed.
func day(_ text: String) throws(Refusal) -> CalendarDate {
  guard let day = CalendarDate(typed: text) else { throw Refusal(.usage, .date_not_understood, values: ["value": text]) }
  return day
}

/// A command of the product: speaks through a console, refuses with a ``Refusal``, ends with an exit status.
protocol ProductCommand: ParsableCommand {
  var common: CommonOptions { get }
  var acting: String? { get }
  var isDryRun: Bool { get }
  /// Whether the command writes when it is not a dry run, so that a refusal says that nothing was kept.
  var writes: Bool { get }
  /// Whether Ctrl-C ends this command; a command that runs others leaves that to them.
  var listensForStop: Bool { get }
  /// Whether the command goes on with the bundled texts when those of the own folder are wrong.
  var bearsFaultyTexts: Bool { get }
  func perform(_ context: JourneyContext, _ console: Console) throws(Refusal) -> ExitStatus
}

extension ProductCommand {
  var isDryRun: Bool { false }
  var writes: Bool { false }
  var listensForStop: Bool { true }
  var bearsFaultyTexts: Bool { false }

  /// Runs the command and tells what went wrong; the one place where a refusal becomes words and a number.
  func end() -> ExitStatus {
    let folders = TemplateFolders(override: common.templates)
    do throws(Refusal) {
      guard let language = Language(rawValue: common.lang) else {
        throw Refusal(.usage, .value_not_understood, values: ["option": "--lang", "value": common.lang, "expected": "nl, en"])
      }
      let texts = try texts(language, folders)
      let context = context
      let stop = listensForStop ? StopSignal.listen(context, saying: texts.say("problem.interrupted")) : nil
      defer { stop?.cancel() }
      do throws(Refusal) {
        let console = Console(
          texts: texts, folders: folders, isJSON: common.json, isQuiet: common.quiet, isSilent: common.quiet && writes)
        let status = try perform(context, console)
        guard !Terminal.lostData else {
          throw Refusal(.ioFailed, .output_failed, values: ["kind": "stdout", "file": "-", "detail": ""])
        }
        return status
      } catch {
        context.yieldToStop()
        return tell(error, texts)
      }
    } catch {
      return tell(error, (try? Texts(Language(rawValue: common.lang) ?? .nl)) ?? .none)
    }
  }

  private func texts(_ language: Language, _ folders: TemplateFolders) throws(Refusal) -> Texts {
    do throws(Refusal) {
      return try Texts(language, folders: folders)
    } catch {
      if bearsFaultyTexts { return try Texts(language) }
      throw error
    }
  }

  private var context: JourneyContext {
    JourneyContext(
      database: common.databasePath, holder: "vakmatrix " + (Self.configuration.commandName ?? ""),
      now: Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))), actingText: acting,
      account: NSUserName(), isDryRun: isDryRun)
  }

  private func tell(_ refusal: Refusal, _ texts: Texts) -> ExitStatus {
    if common.json {
      Terminal.tell(JSONValue.error(refusal, texts, nothingKept: writes).line)
    } else {
      for problem in refusal.problems {
        Terminal.tell(bold(texts.say("cli.error")) + " " + texts.located(problem, nothingKept: writes) + "\n")
      }
    }
    return refusal.status
  }

  /// Bold on a terminal, unless `--no-color` or NO_COLOR says no.
  private func bold(_ text: String) -> String {
    let isPlain = common.noColor || ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return isPlain || !Terminal.hasViewer ? text : "\u{1B}[1m" + text + "\u{1B}[0m"
  }
}
