import CompetencyCore
import SchoolForms
import Testing

/// 123456782 is a made-up number that passes the eleven-test; 123456789 does not pass it.
struct CitizenNumberTests {
  @Test(arguments: ["123456782", " 123456782 ", "123.456.782", "1234 56 782", "123-456-782", "１２３４５６７８２", "123/456/782"])
  func `a burgerservicenummer as the number of a participant is refused`(number: String) throws {
    for kind in ["studentnummer", "personeelsnummer", "lokaal"] {
      let text = SampleMessage.text(SampleMessage.form(number: number)).changing(
        #"soort="studentnummer""#, to: "soort=\"\(kind)\"")
      let found = try problems(text)
      #expect(found.map(\.short) == ["bsn_refused 28"])
      #expect(found.first?.place?.path == "/bericht/formulier[1]/deelnemer/identificatie[2]")
      #expect(found.allSatisfy { problem in !problem.values.values.contains { $0.contains("456") } })
    }
  }

  @Test func `other numbers of nine digits and of other lengths are read`() throws {
    for number in ["123456789", "12345678", "1234567820", "000000000", "S123456782"] {
      #expect(try message(SampleMessage.text(SampleMessage.form(number: number))).forms.count == 1)
    }
  }

  @Test func `a school whose student numbers have nine digits is read, but for its other numbers`() throws {
    let text = SampleMessage.text(SampleMessage.form(number: "123456782"))
    #expect(try problems(text, nineDigits: true).isEmpty)
    #expect(
      try problems(text.changing(#"soort="studentnummer""#, to: #"soort="lokaal""#), nineDigits: true).map(\.code) == [
        .bsn_refused
      ])
  }

  @Test func `the sender's numbers decide about nine digits`() throws {
    let text = SampleMessage.text(SampleMessage.form(number: "123456782"))
    var asked: [[OrganisationNumber]] = []
    _ = try #require(reader).read(
      Array(text.utf8), file: "f.xml",
      nineDigitSenders: {
        asked.append($0); return true
      })
    #expect(asked == [[.init(kind: .lokaal, value: "rocd"), .init(kind: .instellingscode, value: "99ZZ")]])
  }

  @Test(arguments: [
    "<x:BSN>123456782</x:BSN>", "<x:leerling bsnNummer='123456782'/>", "<x:pgn><x:waarde>123456782</x:waarde></x:pgn>",
    "<x:onderwijsNummer>nr. 123456782.</x:onderwijsNummer>", "<x:MijnPGN waarde='123 456 782'/>", "<x:a x:bsn='123456782'/>",
  ])
  func `whatever is named after the number is tested, in additions too`(addition: String) throws {
    let additions = "<toevoegingen xmlns:x='urn:rocd'>\(addition)</toevoegingen>"
    #expect(try problems(SampleMessage.text(tail: additions)).map(\.code) == [.bsn_refused])
    #expect(
      try problems(SampleMessage.text().changing("</formulier>", to: additions + "</formulier>")).map(\.code) == [.bsn_refused])
  }

  @Test func `numbers of organisations, dates and other additions are not tested`() throws {
    let additions = "<toevoegingen xmlns:x='urn:rocd'><x:telefoon>123456782</x:telefoon><x:bsn>geen</x:bsn></toevoegingen>"
    let text = SampleMessage.text(tail: additions).changing("rocd</", to: "123456782</")
    #expect(try message(text).senderNumbers.first?.value == "123456782")
  }

  @Test func `a number is in no message, also not where another fault quotes it`() throws {
    let text = SampleMessage.text().changing("<soort>voortgangsgesprek", to: "<soort>BSN 123456782").changing(
      "</formulier>", to: "</formulier><x123456782/>")
    let found = try problems(text)
    #expect(found.count == 2)
    for problem in found {
      #expect(!problem.values.values.contains { $0.contains("12345678") })
      #expect(problem.place?.path.contains("12345678") == false)
    }
  }

  @Test func `other faults are told beside a refused number`() throws {
    let text = SampleMessage.text(SampleMessage.form(number: "123456782")).changing(
      "<soort>voortgangsgesprek", to: "<soort>praatje")
    #expect(try problems(text).map(\.short) == ["schema_fault.not_in_list 24", "bsn_refused 28"])
  }
}
