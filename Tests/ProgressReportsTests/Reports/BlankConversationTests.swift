import CompetencyCore
import Foundation
import ProgressReports
import Testing
import Wording

@Suite struct BlankConversationTests {
  private let folders = TemplateFolders()

  @Test func `an empty form shows what both sides prepare, five steps in 27 minutes and room for agreements`() throws {
    let template = try folders.conversationTemplate("voortgangsgesprek")
    #expect(template.minutes == 27)
    let form = BlankConversation(template)
    try expectGolden(try form.html(try Texts(.nl), folders: folders), "blank-conversation.nl.html")
    try expectGolden(form.text(try Texts(.nl)), "blank-conversation.nl.txt")
    try expectGolden(form.text(try Texts(.en)), "blank-conversation.en.txt")
  }

  @Test func `the next conversation has other questions on it`() throws {
    let template = try folders.conversationTemplate("voortgangsgesprek")
    let texts = try Texts(.nl)
    #expect(BlankConversation(template, number: 2).text(texts) != BlankConversation(template).text(texts))
    #expect(BlankConversation(template, number: 7).text(texts) == BlankConversation(template).text(texts))
  }

  @Test func `questions that are HTML stay questions`() throws {
    let mine = try TemporaryTemplates([:])
    let bytes = try folders.conversationTemplateFile("startgesprek").bytes
    let text = String(decoding: bytes, as: UTF8.self).replacing("Getting to know", with: "<b onload='x'>")
    let template = try #require(ConversationTemplate.parse(Array(text.utf8), file: "startgesprek.txt").template)
    let html = try BlankConversation(template).html(try Texts(.en), folders: mine.folders)
    #expect(!String(decoding: html, as: UTF8.self).contains("<b "))
  }

  @Test func `each kind of conversation comes with a template of its own, in both languages`() throws {
    let templates = try folders.conversationTemplates().map { try #require($0.parsed.template, "\($0.parsed.problems)") }
    #expect(Set(templates.map(\.kind)) == Set(ConversationKind.allCases))
    for template in templates {
      #expect(template.preparation(of: .medewerker).count >= 3 && template.preparation(of: .begeleider).count >= 2)
      for language in Language.allCases {
        let text = String(decoding: BlankConversation(template).text(try Texts(language)), as: UTF8.self)
        #expect(!text.contains("["))
      }
    }
  }

  @Test func `the hints that come along know the tips`() throws {
    let nl = try folders.feedbackHints(.nl)
    #expect(nl.feedback("Ik zag dat je het werk goed voorbereidde.", isFirst: true) == [])
    #expect(nl.feedback("Je bent altijd te laat").map(\.word) == ["Je", "altijd", "te"])
    #expect(nl.feedback("Ik vroeg je om te leren lassen.") == [])
    #expect(nl.agreement("Lasmap bijwerken", hasOwner: true, hasDay: true) == [])
    #expect(nl.conversation("Een dikke onvoldoende").map(\.code) == [.reads_as_judgement])
    let en = try folders.feedbackHints(.en)
    #expect(en.feedback("I saw that you are never too early").map(\.word) == ["never", "too"])
    #expect(en.agreement("Practise TIG with Lisa on Friday", hasOwner: true, hasDay: false) == [])
    for language in Language.allCases {
      let texts = try Texts(language)
      for code in Hint.Code.allCases { #expect(texts.has("hint." + code.rawValue)) }
      #expect(texts.hint(Hint(.judging_word, word: "lui")).contains("‘lui’"))
    }
  }
}
