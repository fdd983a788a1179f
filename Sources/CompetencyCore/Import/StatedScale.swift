/// A school's own scale, as its message states it or the dialect of its forms knows it: the words in which it judges.
public struct StatedScale: Hashable, Sendable {
  /// One word of the scale.
  public struct Word: Hashable, Sendable {
    /// The word as judgements write it: `V`, `Met hulp`.
    public let text: String
    /// What it is called; the word itself when it has no other name.
    public let name: String
    /// What it says, as a judgement with this word would; nil for what our scale cannot say.
    public let said: FormEntry.Said?
    /// Whether it is the word to write where more than one means the same.
    public let isWritten: Bool

    /// A word from checked parts.
    public init(text: String, name: String, said: FormEntry.Said?, isWritten: Bool = false) {
      (self.text, self.name, self.said, self.isWritten) = (text, name, said, isWritten)
    }
  }
  /// The id that judgements name it by.
  public let id: String
  /// Whether the message says that it is our own scale.
  public let isOurs: Bool
  /// The words, in the order in which they are stated.
  public let words: [Word]

  /// A scale from checked parts.
  public init(id: String, isOurs: Bool = false, words: [Word]) { (self.id, self.isOurs, self.words) = (id, isOurs, words) }

  /// The word that means exactly this; nil when none does, and when two do and neither is the one to write.
  ///
  /// Never the nearest: a level between two words of a school is not said in its words.
  public func word(for judgement: Judgement, meaning: (FormEntry.Said) -> Judgement?) -> Word? {
    let found = words.filter { word in word.said.flatMap(meaning) == judgement }
    return found.count == 1 ? found[0] : found.first(where: \.isWritten)
  }
}
