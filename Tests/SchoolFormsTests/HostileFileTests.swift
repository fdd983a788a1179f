import CompetencyCore
import Testing

struct HostileFileTests {
  private static let laughs = """
    <!DOCTYPE bericht [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
    <bericht>&c;</bericht>
    """

  @Test(arguments: [
    laughs, "<!DOCTYPE bericht SYSTEM 'http://127.0.0.1:1/x.dtd'><bericht/>",
    "<!DOCTYPE bericht [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><bericht>&x;</bericht>",
    "<!doctype bericht><bericht/>", "<!-- " + String(repeating: "a", count: 9000) + " --><!DOCTYPE a><a/>",
    "<bericht><!DOCTYPE a></bericht>", "<!ELEMENT a ANY><a/>",
  ])
  func `a DOCTYPE is refused`(text: String) throws {
    #expect(try problems(text).map(\.code) == [.doctype_refused])
    #expect(try problems(utf16(text, bigEndian: false)).map(\.code) == [.doctype_refused])
  }

  @Test func `a DOCTYPE in UTF-7 is refused for its encoding`() throws {
    let text = "<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-<a/>"
    #expect(try problems(text).map(\.code) == [.bad_encoding])
  }

  @Test func `the word DOCTYPE in text, CDATA and comments harms nobody`() throws {
    let text = SampleMessage.text().changing("Drie naden.", to: "<!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]>")
    #expect(try message(text).forms.first?.entries.first?.note == "<!DOCTYPE a>")
  }

  @Test func `ten thousand attributes are refused before libxml2 takes its time for them`() throws {
    let attributes = (0..<10_000).map { " a\($0)='1'" }.joined()
    let (found, time) = try timed { try problems("<bericht\(attributes)/>") }
    #expect(found.map(\.short) == ["too_large.attributes 1"])
    #expect(time < .seconds(2))
  }

  @Test func `tags, texts, comments and depth have their limits`() throws {
    let long = String(repeating: "a", count: 70_000)
    #expect(try problems("<bericht a='\(long)'/>").map(\.short) == ["too_large.tag 1"])
    #expect(try problems("<\(long)/>").map(\.short) == ["too_large.tag 1"])
    #expect(try problems(SampleMessage.text().changing("Drie naden.", to: long)).map(\.short) == ["too_large.text 35"])
    let deep = String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65)
    #expect(try problems(deep).map(\.short) == ["too_large.depth 1"])
    let comment = "<!--" + String(repeating: "a", count: 1_100_000) + "-->"
    #expect(try problems(SampleMessage.text().changing("Drie naden.", to: comment)).map(\.short) == ["too_large.comment 35"])
  }

  @Test func `forms, what is around them and other files have their limits`() throws {
    let elements = String(repeating: "<a/>", count: 100_001)
    #expect(try problems("<x>\(elements)</x>").map(\.short) == ["too_large.other_elements 1"])
    let many = SampleMessage.form(progress: String(repeating: "<taak/>", count: 20_001))
    #expect(try problems(SampleMessage.text(many)).map(\.short) == ["too_large.form_elements 33"])
    let before = String(repeating: "<a/>", count: 300_000)
    #expect(try problems("<bericht>\(before)</bericht>").map(\.short) == ["too_large.before_forms 1"])
  }

  @Test func `an attachment may be larger than a text, up to its limit`() throws {
    let text = SampleMessage.text()
    func withAttachment(_ size: Int) -> String {
      let content = String(repeating: "QUJD", count: size / 4)
      let attachment = """
        <bijlagen><bijlage id="B1"><bestandsnaam>a.jpg</bestandsnaam><mediatype>image/jpeg</mediatype>
        <sha256>\(String(repeating: "0", count: 64))</sha256><inhoud>\(content)</inhoud></bijlage></bijlagen></formulier>
        """
      return text.changing("</formulier>", to: attachment)
    }
    #expect(try message(withAttachment(100_000)).forms.count == 1)
    #expect(try problems(withAttachment(4_300_000)).map(\.short) == ["too_large.text 53"])
  }

  @Test func `schema locations and includes of a file are not followed`() throws {
    let hints = #"xsi:schemaLocation="urn:vakmatrix:voortgangsformulier:1 http://127.0.0.1:1/x.xsd" xsdversie"#
    let text = SampleMessage.text()
      .changing("xsdversie", to: #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" "# + hints)
    #expect(try message(text).forms.count == 1)
    let include =
      #"<toevoegingen><x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></toevoegingen>"#
    #expect(try message(SampleMessage.text(tail: include)).forms.count == 1)
  }

  @Test func `an element in place of a text is told once`() throws {
    let text = SampleMessage.text().changing("Zoë  van ’t Hof", to: "<x:include xmlns:x='urn:x'/>")
    #expect(try problems(text).map(\.short) == ["schema_fault.unexpected_element 29"])
  }

  @Test func `a value that takes a pattern long to refuse takes no time`() throws {
    let spaces = String(repeating: " ", count: 60_000)
    let (found, time) = try timed { try problems(SampleMessage.text().changing("Tijd regelen.", to: spaces)) }
    #expect(found.map(\.short) == ["schema_fault.too_long 48"] || found.map(\.short) == ["schema_fault.empty_value 48"])
    #expect(time < .seconds(2))
  }
}

func timed<Value>(_ work: () throws -> Value) throws -> (Value, Duration) {
  let clock = ContinuousClock()
  let start = clock.now
  let value = try work()
  return (value, clock.now - start)
}
