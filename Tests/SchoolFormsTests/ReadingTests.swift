import CompetencyCore
import SchoolForms
import Testing

struct ReadingTests {
  @Test func `a message is read whole`() throws {
    let read = try message(SampleMessage.text())

    #expect(read.key.sender.text == "instellingscode:99ZZ")
    #expect(read.key.id.text == "urn:uuid:2d8c59eb-94e9-485d-a679-b28ffe2e9b98")
    #expect(read.senderNumbers.map(\.value) == ["rocd", "99ZZ"])
    #expect(read.senderName == "ROC Delta")
    #expect(read.createdAt == Instant(milliseconds: 1_773_324_245_250))
    #expect(read.replaces == nil)
    #expect(read.file == "f.xml")
    #expect(read.forms.count == 1)
  }

  @Test func `a form says who it is about and never keeps an ECK-iD`() throws {
    let form = try #require(try message(SampleMessage.text()).forms.first)

    #expect(form.id.text == "F-1")
    #expect(form.version == 3)
    #expect(form.kind == .voortgangsgesprek)
    #expect(form.heldOn.iso == "2026-03-11")
    #expect(form.participant.numbers == [.init(kind: .studentnummer, value: "0512345", issuer: "99ZZ")])
    #expect(sameBytes(form.participant.displayName, "Zoë van ’t Hof"))
    #expect(form.minutes == 25)
    #expect(form.nextConversation?.iso == "2026-06-10")
    #expect(form.place == SourcePlace(file: "f.xml", line: 23, path: "/bericht/formulier[1]"))
  }

  @Test func `what is said of a task names level, role, day and place`() throws {
    let entries = try #require(try message(SampleMessage.text()).forms.first).entries

    let first = try #require(entries.first)
    #expect(first.task.text == "LAS-02")
    #expect(first.taskName == "MIG/MAG hoeknaad (PB)")
    #expect(first.role == .werkplekbegeleider)
    #expect(first.byName == "Mo Haddou")
    #expect(first.note == "Drie naden.")
    #expect(first.place == SourcePlace(file: "f.xml", line: 35, path: "/bericht/formulier[1]/voortgang/taak[1]/oordeel[1]"))
    #expect(entries.map(\.place.line) == [35, 36, 38, 39, 40])
    #expect(entries[2].place.path == "/bericht/formulier[1]/voortgang/taak[2]/oordeel")
  }

  @Test func `the day of an entry is its own, else that of the conversation`() throws {
    let entries = try #require(try message(SampleMessage.text()).forms.first).entries
    #expect(entries.map(\.seenOn.iso) == ["2026-03-09", "2026-03-11", "2026-03-11", "2026-03-11", "2026-03-11"])
  }

  @Test func `the sender's own reading of a level goes before the name of our scale`() throws {
    let entries = try #require(try message(SampleMessage.text()).forms.first).entries
    #expect(
      entries.map(\.said) == [
        .level(SchoolLevel(scale: "ovg", level: "V"), readAs: .term(.aangeleerd)),
        .level(SchoolLevel(scale: "ovg", level: "G"), readAs: .unsaid),
        .without(.kan_hier_niet),
        .level(SchoolLevel(scale: "ons", level: "beheerst"), readAs: .ours(.beheerst)),
        .level(SchoolLevel(scale: "ons", level: "expert"), readAs: .term(.beheerst)),
      ])
  }

  @Test func `texts are kept as they are, with the line ends of XML`() throws {
    let form = try #require(try message(SampleMessage.text()).forms.first)
    #expect(form.topics.map(\.text) == ["De lasmap is bijgewerkt.", " Wachten op\n de kantbank & meer. "])
    #expect(form.topics.map(\.contributedBy) == [nil, .student])

    let windows = SampleMessage.text().utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let same = try message(String(decoding: windows, as: UTF8.self))
    #expect(same.forms.first?.topics == form.topics)
    #expect(same.forms.first?.place.line == 23)
  }

  @Test func `agreements keep their ids, owners, days and what they reword`() throws {
    let agreements = try #require(try message(SampleMessage.text()).forms.first).agreements
    #expect(agreements.map(\.statement.id) == ["A1", "A2"])
    #expect(agreements.map(\.statement.owner) == [.werkplekbegeleider, .student])
    #expect(agreements.map { $0.statement.dueOn?.iso } == ["2026-04-01", nil])
    #expect(agreements.map(\.statement.status) == [.open, .gereed])
    #expect(agreements.map(\.ownerName) == ["Mo", ""])
    #expect(agreements.map(\.statement.task) == ["LAS-02", ""])
    #expect(agreements.map(\.statement.follows) == ["", "A0"])
    #expect(agreements.map(\.text) == ["Tijd regelen.", "Map bijwerken."])
  }

  @Test func `a name is kept to the code point`() throws {
    let written = "Zoe\u{308} \u{1F468}\u{200D}\u{1F527} O\u{2019}Neil"
    let read = try message(SampleMessage.text().changing("Zoë  van ’t Hof", to: written))
    let name = try #require(read.forms.first).participant.displayName
    #expect(Array(name.unicodeScalars) == Array(written.unicodeScalars))
  }

  @Test(arguments: [
    ("2026-03-12T15:04:05Z", 1_773_327_845_000), ("2026-03-12T24:00:00Z", 1_773_360_000_000),
    ("2026-03-12T15:04:05.1239-00:30", 1_773_329_645_123), ("2026-03-12T00:00:00+14:00", 1_773_223_200_000),
  ])
  func `a moment is read with its zone and its fractions`(written: String, milliseconds: Int64) throws {
    let read = try message(SampleMessage.text().changing("2026-03-12T15:04:05.250+01:00", to: written))
    #expect(read.createdAt.milliseconds == milliseconds)
  }

  @Test func `a correction names the message whose place it takes, in small letters`() throws {
    let replaced = "<vervangt>URN:UUID:11111111-2222-3333-4444-55555555AAAA</vervangt>\n  <aanmaakdatum>"
    let text = SampleMessage.text().changing("<aanmaakdatum>", to: replaced.changing("URN:UUID", to: "urn:uuid"))
    #expect(try message(text).replaces?.text == "urn:uuid:11111111-2222-3333-4444-55555555aaaa")
  }

  @Test func `a signed message is read with the warning that nobody checked the signature`() throws {
    let signature = #"<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>"#
    guard case .read(let read, let warnings) = try result(Array(SampleMessage.text(tail: signature).utf8)) else {
      Issue.record("refused")
      return
    }
    #expect(read.forms.count == 1)
    #expect(warnings.map(\.short) == ["signature_not_checked 53"])
    #expect(warnings.first?.severity == .warning)
  }

  @Test func `a form without a version is the first, and additions of a sender are let be`() throws {
    let additions = #"<toevoegingen><x:uren xmlns:x="urn:rocd">120<x:dag/></x:uren></toevoegingen>"#
    let text = SampleMessage.text(tail: additions).changing(#" versie="3""#, to: "")
    #expect(try message(text).forms.first?.version == 1)
  }

  @Test func `a message may use a prefix, single quotes and comments before the root`() throws {
    let text = SampleMessage.text(
      SampleMessage.form(progress: #"<taak code='A'><oordeel rol='student'><niveau>V</niveau></oordeel></taak>"#))
    let prefixed = text.changing("<bericht", to: "<!-- school --><?school 7?>\n<bericht")
    #expect(try message(prefixed).forms.first?.entries.map(\.task.text) == ["A"])
  }
}
