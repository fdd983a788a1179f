/// What to think about once more in feedback, agreements and the words of a conversation (S2: tips for giving feedback).
///
/// A hint is a help for who writes. It blocks nothing, is kept nowhere, and counts nothing about anybody.
public struct FeedbackHints: Sendable {
  private let words: HintWords

  /// Hints by these words.
  public init(_ words: HintWords) { self.words = words }

  /// Hints on feedback that somebody gives.
  ///
  /// - Parameters:
  ///   - text: what was written; on an empty text there is nothing to say.
  ///   - isFirst: whether it is the first thing that will be said.
  ///   - isPositive: whether it was marked as something good; nil when only the words can tell.
  public func feedback(_ text: String, isFirst: Bool = false, isPositive: Bool? = nil) -> [Hint] {
    let text = HintText(text)
    guard let first = text.written.first else { return [] }
    var hints: [Hint] = []
    if isFirst && !(isPositive ?? !words.found(.positief, in: text).isEmpty) { hints.append(Hint(.begin_positive)) }
    if !words.begins(.begin, text) { hints.append(Hint(.begin_with_ik, word: first)) }
    return hints + words.found(.oordelend, in: text).map { Hint(.judging_word, word: $0) }
  }

  /// Hints on an agreement: who does what by when.
  ///
  /// - Parameters:
  ///   - text: what was agreed; on an empty text there is nothing to say.
  ///   - hasOwner: whether somebody was chosen who keeps it, so that the words need not say it.
  ///   - hasDay: whether a day was chosen, so that the words need not say it.
  public func agreement(_ text: String, hasOwner: Bool, hasDay: Bool) -> [Hint] {
    let text = HintText(text)
    guard !text.words.isEmpty else { return [] }
    var hints: [Hint] = []
    if !hasOwner && words.found(.wie, in: text).isEmpty { hints.append(Hint(.agreement_who)) }
    if words.found(.doen, in: text).isEmpty { hints.append(Hint(.agreement_what)) }
    if !hasDay && words.found(.wanneer, in: text).isEmpty { hints.append(Hint(.agreement_when)) }
    return hints
  }

  /// Hints on the words of a conversation: it steers, and does not judge.
  public func conversation(_ text: String) -> [Hint] {
    words.found(.beoordeling, in: HintText(text)).map { Hint(.reads_as_judgement, word: $0) }
  }
}
