import Foundation
import Testing

@Suite struct ConversationTemplateTests {
  @Test func `every template that comes along is good`() throws {
    let text = try Desk().run("conversation template check").text
    #expect(
      text
        == ["bpv-bezoek", "eindgesprek", "ontwikkelgesprek", "startgesprek", "voortgangsgesprek"].map { "\($0): goed\n" }.joined()
    )
  }

  @Test(arguments: [
    ("conversation template list", "gesprek sjabloon lijst"), ("conversation template check", "gesprek sjabloon controleer"),
    ("conversation template show startgesprek", "gesprek sjabloon toon startgesprek"),
    ("conversation template new eigen", "gesprek sjabloon nieuw eigen"),
  ])
  func `a Dutch name does the same`(english: String, dutch: String) throws {
    let desk = try Desk()
    let told = try desk.run(english).bytes
    #expect(!told.isEmpty)
    #expect(try desk.run(dutch).bytes == told)
  }

  @Test func `a template of one's own is begun as a copy, changed, and then one of the list`() throws {
    let desk = try Desk()
    let file = "eigen/Conversations/werkplaats.txt"
    try desk.run("conversation template new werkplaats -o \(file) --from startgesprek")
    let text = String(decoding: try desk.read(file), as: UTF8.self).replacing(
      "= Startgesprek", with: "= Kennismaken in de werkplaats")
    try desk.write(file, text)

    try desk.run("conversation template check \(file)")
    let list = try desk.run("conversation template list --templates eigen").text

    #expect(list.contains("werkplaats         Kennismaken in de werkplaats  25 minuten  versie 1"))
    #expect(
      try desk.run("conversation template show werkplaats --templates eigen").text.hasPrefix("Kennismaken in de werkplaats"))
    try desk.run("conversation template new werkplaats -o \(file)", exit: 73)
    #expect(String(decoding: try desk.read(file), as: UTF8.self) == text)
  }

  @Test func `a new template that would be wrong where it is put is not made`() throws {
    let desk = try Desk()
    #expect(try desk.run("conversation template new eigen -o ander.txt", exit: 78).errorText.contains("Geef ze dezelfde naam."))
    #expect(!desk.has("ander.txt"))
    try desk.run("conversation template new \"Mijn gesprek\"", exit: 64)
    try desk.run("conversation template new eigen --from praatje", exit: 66)
  }

  @Test func `one's own file goes before the one that comes along`() throws {
    let desk = try Desk()
    let text = try desk.run("conversation template new startgesprek --from startgesprek").text
    try desk.write("eigen/Conversations/startgesprek.txt", text.replacing("titel.nl = Startgesprek", with: "titel.nl = Welkom"))
    #expect(try desk.run("conversation template show startgesprek --templates eigen").text.hasPrefix("Welkom · 25 minuten"))
    #expect(
      try desk.run("conversation template check --templates eigen --json").text.contains(
        "\"eigen/Conversations/startgesprek.txt\""))
  }

  @Test func `every slip is told with file and line, by the check and by the doctor, and the list stays whole`() throws {
    let desk = try Desk(.company)
    let text = try desk.run("conversation template new voortgangsgesprek").text
    try desk.write(
      "eigen/Conversations/voortgangsgesprek.txt",
      text.replacing("minuten = 5", with: "minuten = vijf").replacing(
        "onderwerpen = terugblik", with: "type = cijfer\nonderwerpen = terugblik"))

    let check = try desk.run("conversation template check --templates eigen", exit: 78)
    let doctor = try desk.run("doctor --templates eigen", exit: 78).text

    #expect(check.text.contains("voortgangsgesprek: 2 dingen te doen") && check.text.contains("startgesprek: goed"))
    for said in [check.errorText, doctor] {
      #expect(said.contains("eigen/Conversations/voortgangsgesprek.txt, regel 66: ‘vijf’ is geen aantal minuten."), "\(said)")
      #expect(said.contains("regel 67: ‘type’ vraagt om een oordeel"))
    }
    let refused = try desk.run("conversation template show voortgangsgesprek --templates eigen", exit: 78)
    #expect(refused.bytes.isEmpty)
    #expect(try desk.run("conversation template list --templates eigen").text.contains("2 dingen te doen"))
    #expect(try desk.run("conversation template list --json --templates eigen").text.contains("\"code\":\"mark_not_here\""))
  }

  @Test func `a question that asks for a mark in free words gets a hint, and stays`() throws {
    let desk = try Desk()
    let text = try desk.run("conversation template new eigen").text
    try desk.write("eigen.txt", text.replacing("Wat kost je nu de meeste energie?", with: "Welk cijfer geef je jezelf?"))
    let outcome = try desk.run("conversation template check eigen.txt")
    #expect(outcome.text == "eigen.txt: goed\n")
    #expect(
      outcome.errorText
        == "  ‘cijfer’ leest als een beoordeling. Zeg wat je zag en wat de volgende stap is; een beoordeling staat apart.\n")
    #expect(try desk.run("conversation template check").errorBytes.isEmpty, "those that come along need none")
  }

  @Test func `an id leads to no file elsewhere`() throws {
    let desk = try Desk()
    try desk.write("eigen/Conversations/a.txt", "id = a\n")
    try desk.run("conversation template show ../Conversations/startgesprek", exit: 66)
    #expect(
      try desk.run("conversation template show ../../geheim", exit: 66).errorText.contains("Kies uit: bpv-bezoek, eindgesprek"))
  }

  @Test func `the other language has the same form`() throws {
    let desk = try Desk()
    let (nl, en) = (
      try desk.run("conversation template show eindgesprek").text,
      try desk.run("conversation template show eindgesprek --lang en").text
    )
    #expect(nl != en && en.contains("Closing conversation · 25 minutes"))
    #expect(nl.split(separator: "\n").count == en.split(separator: "\n").count)
  }
}
