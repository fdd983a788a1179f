import CompetencyCore

/// The levels of the scales that travel with a message, by their ids, which are unique over the message.
struct Scales: Sendable {
  /// A level with what the message says of how it must be read.
  struct Level: Sendable {
    let level: SchoolLevel
    let reading: FormEntry.Reading
    fileprivate let line: Int
  }
  private var levels: [ExactKey: Level] = [:]

  /// The scales in the root of a message, as far as they are right.
  init(in root: TreeElement) { self.init(in: root) { _, _, _ in } }

  /// Notes the levels whose id was given before.
  static func noteDoubles(in root: TreeElement, noting faults: inout FaultList) {
    var doubles: [Fault] = []
    _ = Scales(in: root) { element, id, firstLine in
      doubles.append(duplicate(element, name: "id", value: id, firstLine: firstLine))
    }
    for fault in doubles { faults.add(fault) }
  }

  /// Whether the id of a level was given before.
  static func hasDoubles(in root: TreeElement) -> Bool {
    var found = false
    _ = Scales(in: root) { _, _, _ in found = true }
    return found
  }

  private init(in root: TreeElement, onDouble: (_ element: TreeElement, _ id: String, _ firstLine: Int) -> Void) {
    for scale in root.children("schalen").flatMap({ Array($0.children("schaal")) }) {
      let scaleID = collapsed(scale.attribute("id") ?? "")
      let isOurs = scale.attribute("vocabulaire").map { sameScalars(collapsed($0), MasteryScale.vocabulary) } ?? false
      for element in scale.children("niveau") {
        guard let id = element.attribute("id").map(collapsed) else { continue }
        if let first = levels[ExactKey(id)] {
          onDouble(element, id, first.line)
          continue
        }
        levels[ExactKey(id)] = Level(
          level: SchoolLevel(scale: scaleID, level: id), reading: Self.reading(of: element, id: id, isOurs: isOurs),
          line: element.mark.line)
      }
    }
  }

  /// The scales as the message states them, for who answers in them.
  static func stated(in root: TreeElement) -> [StatedScale] {
    let levels = Scales(in: root)
    return root.children("schalen").flatMap { Array($0.children("schaal")) }.map { scale in
      let words = scale.children("niveau").compactMap { element -> (rank: Int, word: StatedScale.Word)? in
        guard let id = element.token("id"), let level = levels[id] else { return nil }
        let said = FormEntry.Said.level(level.level, readAs: level.reading)
        let rank = element.token("rang").flatMap(smallNumber) ?? .max
        return (rank, StatedScale.Word(text: id, name: element.token(in: "naam"), said: said))
      }
      let isOurs = scale.token("vocabulaire").map { sameScalars($0, MasteryScale.vocabulary) } ?? false
      return StatedScale(id: scale.token("id") ?? "", isOurs: isOurs, words: words.sorted { $0.rank < $1.rank }.map(\.word))
    }
  }

  /// The level with an id; nil when no scale has it.
  subscript(id: String) -> Level? { levels[ExactKey(id)] }

  /// Notes the judgements of a form that name a level which no scale has.
  func noteUnknownLevels(in form: TreeElement, noting faults: inout FaultList) {
    guard let progress = form.first("voortgang") else { return }
    for task in progress.children("taak") {
      for judgement in task.children("oordeel") {
        guard let level = judgement.first("niveau"), level.isOurs else { continue }
        let id = collapsed(level.text)
        guard !id.isEmpty, self[id] == nil else { continue }
        faults.add(unknownReference(level, name: "niveau", in: judgement, value: id))
      }
    }
  }

  /// The sender's own reading goes before the name of our scale.
  private static func reading(of element: TreeElement, id: String, isOurs: Bool) -> FormEntry.Reading {
    if let term = element.attribute("komt_overeen_met").flatMap({ LevelID(collapsed($0)) }) { return .term(term) }
    if isOurs, let level = LevelID(id) { return .ours(level) }
    return .unsaid
  }
}
