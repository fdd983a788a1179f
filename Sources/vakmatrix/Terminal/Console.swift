internal import CompetencyCore
internal import Foundation
internal import Journeys
internal import Wording

/// What a command speaks through: texts in the chosen language, and the choice between people and programs.
struct Console {
  let texts: Texts
  let folders: TemplateFolders
  let isJSON: Bool
  let isQuiet: Bool
  /// Whether a command that writes says nothing of what it did.
  let isSilent: Bool

  /// A line for people; nothing with `--json`, where the document says it.
  func say(_ key: String, _ values: [String: String] = [:]) { line(texts.say(key, values)) }

  /// A line for people with a number in it.
  func say(_ key: String, count: Int, _ values: [String: String] = [:]) { line(texts.say(key, count: count, values)) }

  /// A line for people that stands under another.
  func item(_ key: String, _ values: [String: String] = [:]) { line("  " + texts.say(key, values)) }

  /// A line for people with a number in it that stands under another.
  func item(_ key: String, count: Int, _ values: [String: String] = [:]) { line("  " + texts.say(key, count: count, values)) }

  /// A finished line for people.
  func line(_ text: String) {
    if !isJSON && !isSilent { Terminal.print(text + "\n") }
  }

  /// A note beside the data, on standard error; nothing with `--quiet`.
  func note(_ text: String) {
    if !isQuiet && !isJSON { Terminal.tell(text + "\n") }
  }

  /// The document for programs; nothing for people.
  func document(_ value: @autoclosure () -> JSONValue) {
    if isJSON { Terminal.print(value().line) }
  }

  /// A level as people read it: `◐ aangeleerd`.
  func level(_ level: LevelID, _ scale: MasteryScale) -> String { scale.glyph(of: level) + " " + texts.level(level) }

  /// What a cell shows: its circle, or why it has none.
  func cell(_ cell: MatrixCell, _ scale: MasteryScale) -> String {
    cell.without.map { texts.absence($0) } ?? level(cell.level, scale)
  }
}
