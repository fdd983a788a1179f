import CompetencyCore

/// The judgements of a file that our scale cannot say, counted by why.
struct LossReport {
  private struct Loss {
    let reason: String
    let line: Int?
    var words: [String]
    var count: Int
  }
  private var losses: [Loss] = []

  /// Counts a judgement with this word of the school.
  mutating func add(_ word: String, because reason: String, line: Int?) {
    guard let index = losses.firstIndex(where: { sameScalars($0.reason, reason) }) else {
      losses.append(Loss(reason: reason, line: line, words: [word], count: 1))
      return
    }
    losses[index].count += 1
    if !losses[index].words.contains(where: { sameScalars($0, word) }) { losses[index].words.append(word) }
  }

  /// The words with a stroke between them: a comma may be part of one.
  private static func shown(_ words: [String]) -> String {
    words.prefix(5).map { quoted($0) }.joined(separator: " / ") + (words.count > 5 ? " / …" : "")
  }

  /// One problem a reason.
  func problems(in file: String) -> [Problem] {
    losses.map { loss in
      let values = [
        "count": String(loss.count), "words": Self.shown(loss.words), "reason": quoted(loss.reason, most: 80),
        "kind": loss.count == 1 ? "one" : "",
      ]
      return Problem(.level_not_convertible, at: SourcePlace(file: file, line: loss.line), values: values)
    }
  }
}
