import CompetencyCore
import ProgressReports
import Testing
import Wording

/// The opener of Sanne's next conversation, on 20 November 2026.
@Suite struct OpenerWordingTests {
  private var opener: Opener { Opener(of: SampleSetup.trainees[0], in: SampleTeam.matrix) }

  @Test func `the opener says what the facts give to talk about`() throws {
    for language in Language.allCases {
      let wording = wording(opener, try Texts(language))
      let lines = [wording.since] + wording.sentences.map { "· " + $0.sentence }
      try expectGolden(Array((lines.joined(separator: "\n") + "\n").utf8), "opener.\(language.rawValue).txt")
    }
    try expectGolden(opener.json(wording(opener, try Texts(.nl))).line, "opener.json")
  }

  @Test func `every number is that of the entries, and every entry names its facts`() throws {
    #expect(!opener.isEmpty)
    for line in opener.lines {
      let sentence = try wording(opener, Texts(.nl)).sentence(of: line)
      if line.kind != .no_goal { #expect(sentence.hasPrefix("\(line.entries.count) "), "\(sentence)") }
      // A task that nobody saw yet is behind without a fact.
      for entry in line.entries where line.kind != .behind { #expect(!entry.facts.isEmpty, "\(line.kind)") }
    }
  }

  @Test func `a line stands under a topic of every conversation`() {
    for kind in Opener.Kind.allCases { #expect(ConversationTopic(rawValue: kind.topic) != nil, "\(kind)") }
  }

  @Test func `without facts one line says so`() throws {
    let matrix = CompetencyMatrix(SampleTeam.knowledge, asOf: SampleTeam.day("2025-09-01"))
    let opener = Opener(of: SampleSetup.trainees[0], in: matrix)
    for language in Language.allCases {
      let sentences = try wording(opener, Texts(language)).sentences
      #expect(sentences.map(\.sentence) == [try Texts(language).say("opener.nothing")])
      #expect(sentences.map(\.kind) == [nil])
    }
    #expect(opener.since == nil)
  }

  private func wording(_ opener: Opener, _ texts: Texts) -> OpenerWording {
    let words = ["a-1": "Lasmap bijwerken", "a-2": "Met Lisa TIG oefenen op vrijdag"]
    let titles = Dictionary(uniqueKeysWithValues: SampleSetup.tasks.map { ($0.code, $0.title) })
    return OpenerWording(opener, texts, today: SampleTeam.today) { subject in
      switch subject {
      case .agreement(let id): words[id.description] ?? id.description
      case .task(let code): code.text + " " + (titles[code] ?? "")
      case .goal(let id): id.description
      case .obstacle(let id): id.description
      }
    }
  }
}
