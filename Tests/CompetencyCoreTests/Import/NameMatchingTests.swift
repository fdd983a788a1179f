import CompetencyCore
import Testing

/// A name only confirms or contradicts a number, so it is compared as people write it.
@Suite struct NameMatchingTests {
  @Test func `marks and capitals say nothing, and a letter that is no marked one stays what it is`() {
    #expect(NameMatching.plain("Öztürk") == "ozturk")
    #expect(NameMatching.plain("O\u{308}ZTU\u{308}RK") == "ozturk")
    #expect(NameMatching.plain("Müller-Łukasz") == "muller-lukasz")
    #expect(NameMatching.plain("Yıldız") == "yıldız" && NameMatching.plain("Weiß") == "weiß")
    #expect(NameMatching.plain("DE WIT 2") == "de wit 2")
  }

  @Test(arguments: ["Sanne", "s. de WIT", "wit", "Wit-Bakker, S.", "Sanné", "Šanne x"])
  func `a given name or a word of the family name is a part that is shared`(_ displayed: String) {
    #expect(NameMatching.shareAPart(displayed, PersonName(given: "Sanne", prefix: "de", family: "Wit")))
  }

  @Test(arguments: ["", "de", "S.", "Piet de Boer", "Witte", "Sann", "é", "Š. de Bóer"])
  func `a prefix, a letter or a piece of a word is none`(_ displayed: String) {
    #expect(!NameMatching.shareAPart(displayed, PersonName(given: "Sanne", prefix: "de", family: "Wit")))
    #expect(!NameMatching.shareAPart(displayed, PersonName(given: "S", prefix: "de", family: "É")))
  }

  @Test func `words of other letters are compared in the same way`() {
    #expect(NameMatching.shareAPart("H. Yıldız", PersonName(given: "Hatice", family: "Yıldız")))
    #expect(!NameMatching.shareAPart("Yıldız, ı.", PersonName(given: "ı", family: "Yıldırım")))
  }
}
