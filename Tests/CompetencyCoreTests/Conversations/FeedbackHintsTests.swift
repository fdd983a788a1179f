import CompetencyCore
import Testing

@Suite struct FeedbackHintsTests {
  private let hints = FeedbackHints(
    HintWords.parse(
      Array(
        """
        [begin]
        ik
        [positief]
        goed, niet na niet
        [oordelend]
        nooit
        te, niet voor -en
        ongeïnteresseerd
        op je gemak
        [doen]
        -en
        maakt
        [wie]
        Lisa
        [wanneer]
        vrijdag
        [beoordeling]
        onvoldoende
        één
        """.utf8), file: "nl.txt"
    ).words)

  private func judging(_ text: String) -> [String] {
    hints.feedback(text).filter { $0.code == .judging_word }.map(\.word)
  }

  @Test func `feedback begins with ik`() {
    #expect(hints.feedback("Ik zag dat je de lasmap pakte.") == [])
    #expect(hints.feedback("  ‘IK merkte …’") == [])
    #expect(hints.feedback("Jij pakt de lasmap.") == [Hint(.begin_with_ik, word: "Jij")])
    #expect(hints.feedback("Ikzelf zag het.") == [Hint(.begin_with_ik, word: "Ikzelf")], "a whole word, not the beginning of one")
  }

  @Test func `a judging word is found whole, whatever its case and its marks`() {
    #expect(judging("Ik vind dat je NOOIT opruimt.") == ["NOOIT"])
    #expect(judging("Ik zag dat nooitgedacht.") == [])
    for written in ["ongeïnteresseerd", "ONGEÏNTERESSEERD", "ongei\u{308}nteresseerd", "ongeinteresseerd"] {
      #expect(judging("Ik vind je \(written)!").map { Array($0.utf8) } == [Array(written.utf8)])
    }
    #expect(judging("Ik zag je op je gemak werken.") == ["op je gemak"])
  }

  @Test func `a word can be all right before or after another`() {
    #expect(judging("Ik zag je te laat komen.") == ["te"])
    #expect(judging("Ik vroeg je te leren meten.") == [])
    #expect(hints.feedback("Ik vond het goed.", isFirst: true) == [])
    #expect(hints.feedback("Ik vond het niet goed.", isFirst: true) == [Hint(.begin_positive)])
  }

  @Test func `the first feedback is something good, as it was marked or as it reads`() {
    #expect(hints.feedback("Ik zag een rechte naad.", isFirst: true) == [Hint(.begin_positive)])
    #expect(hints.feedback("Ik zag een rechte naad.", isFirst: true, isPositive: true) == [])
    #expect(hints.feedback("Ik vond het goed.", isFirst: true, isPositive: false) == [Hint(.begin_positive)])
    #expect(hints.feedback("Ik zag een scheve naad.") == [])
  }

  @Test func `an agreement says who, what and when`() {
    #expect(hints.agreement("Met Lisa TIG oefenen op vrijdag", hasOwner: false, hasDay: false) == [])
    #expect(
      hints.agreement("De lasmap", hasOwner: false, hasDay: false)
        == [Hint(.agreement_who), Hint(.agreement_what), Hint(.agreement_when)])
    #expect(hints.agreement("De lasmap", hasOwner: true, hasDay: true) == [Hint(.agreement_what)])
    #expect(hints.agreement("En de lasmap", hasOwner: true, hasDay: true) == [Hint(.agreement_what)], "an ending is no word")
  }

  @Test func `words that read as an assessment are named`() {
    #expect(hints.conversation("Sanne kreeg een onvoldoende.").map(\.code) == [.reads_as_judgement, .reads_as_judgement])
    #expect(hints.conversation("We oefenen verder.") == [])
  }

  @Test func `on nothing there is nothing to say`() {
    #expect(hints.feedback(" … ", isFirst: true) == [])
    #expect(hints.agreement("", hasOwner: false, hasDay: false) == [])
    #expect(hints.conversation("") == [])
  }

  @Test(
    arguments: [
      ("lui\n[begin]", 1, "no_heading"), ("[begin]\n[aardig]\nlui", 2, "heading"), ("[begin]\nte, behalve voor x", 2, "line"),
      ("[begin]\nte, niet voor", 2, "line"), ("[begin]\na = b", 2, "line"), ("[begin]\nik\u{202E}", 2, "bytes"),
      ("[begin]", nil, "missing"),
    ] as [(String, Int?, String)])
  func `a slip in the words is told with its line`(text: String, line: Int?, kind: String) {
    let problem = HintWords.parse(Array(text.utf8), file: "nl.txt").problems.first
    #expect((problem?.code, problem?.place?.line, problem?.values["kind"]) == (.hints_faulty, line, kind))
  }
}
