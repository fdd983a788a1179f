import CompetencyCore
import Testing

@testable import SchoolForms

/// A school's own form, filled in: what is written, and that every other byte stays.
@Suite struct FormFillingTests {
  @Test func `a word is written where it is read, and nothing else changes`() throws {
    let filled = try Self.fill(Self.form)
    #expect(filled.text == Self.form.replacing("<score wie=\"po\">V</score>", with: "<score wie=\"po\">7,5</score>"))
    #expect(filled.form.count == 1 && filled.form.otherStudents == 0 && filled.form.losses.isEmpty)
  }

  @Test(arguments: [
    // As it stands in the file, and as it stands there afterwards.
    ("<score wie=\"po\">V</score>", "<score wie=\"po\">7,5</score>"),
    ("<score wie='po'>\r\n V\r\n</score>", "<score wie='po'>\r\n 7,5\r\n</score>"),
    ("<score wie=\"po\"/>", "<score wie=\"po\">7,5</score>"), ("<score  wie=\"po\" />", "<score  wie=\"po\" >7,5</score>"),
    ("<score wie=\"po\"></score>", "<score wie=\"po\">7,5</score>"),
    ("<score wie=\"po\"> </score>", "<score wie=\"po\">7,5</score>"),
    ("<score wie=\"po\"><![CDATA[V]]></score>", "<score wie=\"po\"><![CDATA[7,5]]></score>"),
    ("<score wie=\"po\"><!-- < > -->V<?x y?></score>", "<score wie=\"po\"><!-- < > -->7,5<?x y?></score>"),
    ("<score wie=\"po\"><!-- leeg --></score>", "<score wie=\"po\">7,5<!-- leeg --></score>"),
    ("<score wie=\"po\">&#86;</score>", "<score wie=\"po\">7,5</score>"),
    ("<score a='>' wie=\"po\" b=\"/\">V</score>", "<score a='>' wie=\"po\" b=\"/\">7,5</score>"),
  ])
  func `however a place is written, only the value changes`(before: String, after: String) throws {
    let form = Self.form.replacing("<score wie=\"po\">V</score>", with: before)
    #expect(try Self.fill(form).text == form.replacing(before, with: after, maxReplacements: 1))
  }

  @Test(arguments: Encoding.allCases) func `in every encoding the bytes outside the place stay as they were`(encoding: Encoding)
    throws
  {
    let form = Self.form.replacing("UTF-8", with: encoding.name).replacing("<naam>", with: "<!-- \u{E9}\u{EF} --><naam>")
      .replacing("\n", with: "\r\n")
    let wanted = form.replacing("<score wie=\"po\">V</score>", with: "<score wie=\"po\">7,5</score>")
    let filled = try Self.fillBytes(encoding.bytes(of: form))
    #expect(filled.bytes == encoding.bytes(of: wanted))
    #expect(filled.count == 1)
  }

  @Test(arguments: Encoding.allCases) func `a name is written as the encoding can hold it`(encoding: Encoding) throws {
    let form = Self.form.replacing("UTF-8", with: encoding.name).replacing("code=\"LAS-02\"", with: "code=\"LAS-02\" door=\"X\"")
    let dialect = Self.dialect.replacing("door=\"$formulier/r:po\"", with: "door=\"@door\"").replacing(
      "\"niveau\"", with: "\"niveau door\"")
    let filled = try Self.fillBytes(encoding.bytes(of: form), by: dialect, name: "Zoë \"Ö\" € Łukasz & <Ko>")
    let wanted = encoding.bytes(
      of: form.replacing("<score wie=\"po\">V</score>", with: "<score wie=\"po\">7,5</score>")
        .replacing(
          "door=\"X\"", with: "door=\"Zoë &quot;Ö&quot; \(encoding.written("€")) \(encoding.written("Ł"))ukasz &amp; &lt;Ko&gt;\""
        ))
    #expect(filled.bytes == wanted)
  }

  @Test func `a day takes the pattern of the day that it takes the place of, and is added where it was not`() throws {
    let dialect = Self.dialect.replacing("\"niveau\"", with: "\"niveau datum\"").replacing(
      "naam=\"r:naam\"", with: "naam=\"r:naam\" schrijf=\"datum\"")
    let filled = try Self.fill(Self.form, by: dialect)
    #expect(filled.text.contains("<wp code=\"LAS-02\" op=\"18-11-2026\"><score wie=\"po\">7,5</score>"))
    #expect(filled.text.contains("soort=\"T\" dag=\"20-11-2026\""))

    let without = Self.form.replacing(" op=\"9-3-2026\"", with: "")
    #expect(
      try Self.fill(without, by: dialect).text.contains("<wp code=\"LAS-02\" op=\"18-11-2026\"><score wie=\"po\">7,5</score>"))
  }

  @Test func `what says already the same stays, also where another word would be written`() throws {
    let dialect = Self.dialect.replacing(
      "<teken woord=\"S\"", with: "<teken woord=\"9\" niveau=\"beheerst\" schrijf=\"ja\"/><teken woord=\"S\"")
    let form = Self.form.replacing("<score wie=\"po\">V</score>", with: "<score wie=\"po\">07,50</score>")
    let filled = try Self.fill(form, by: dialect)
    #expect(filled.text == form && filled.form.count == 0)
    #expect(try Self.fill(Self.form, by: dialect).text.contains("<score wie=\"po\">9</score>"))
  }

  @Test(arguments: [
    ("level", "<teken woord=\"7,5\" niveau=\"beheerst\"/>", "<teken woord=\"7,5\" niveau=\"aangeleerd\"/>"),
    (
      "level", "<teken woord=\"7,5\" niveau=\"beheerst\"/>",
      "<teken woord=\"7,5\" niveau=\"beheerst\"/><teken woord=\"8\" niveau=\"beheerst\"/>"
    ),
    ("place", "niveau=\"r:score[@wie='po']\"", "niveau=\"string(r:score[@wie='po'])\""),
    ("conflict", "niveau=\"r:score[@wie='po']\"", "niveau=\"$formulier/r:wp[1]/r:score[@wie='po']\""),
  ])
  func `what cannot be written is told, and stays as it was`(kind: String, before: String, after: String) throws {
    let dialect = Self.dialect.replacing(before, with: after)
    #expect(dialect != Self.dialect)
    let form = kind == "conflict" ? Self.form.replacing("LAS-04", with: "LAS-03") : Self.form
    let filled = try Self.fill(form, by: dialect)
    #expect(filled.text == form && filled.form.count == 0)
    #expect(!filled.form.losses.isEmpty)
    #expect(filled.form.losses.allSatisfy { $0.code == .level_not_written && $0.values["kind"] == kind })
    #expect(filled.form.losses.first?.place?.line == 10)
  }

  @Test(arguments: [
    "<a/>", "<a><b/><b></b></a>", "<?x <y> ?><a q='<!--'/>".replacing("<!--", with: "&lt;!--"), "<a><!-- <b> --><c>&lt;</c></a>",
    "<a><![CDATA[<b>]]]]><![CDATA[>]]></a>", "<a\n x = '/>' y=\">\" ><b\t/></a >",
    "<a>\u{E9}<é:ö xmlns:é='u'/></a><!-- > --><?z?>",
    SampleDialect.form, SampleDialect.text,
  ])
  func `the places of a text are those of its elements`(text: String) throws {
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { utf8 in
      var scan = MarkupScan(utf8)
      try scan.run()
      let places = MarkupPlaces(utf8).elements
      #expect(places.count == scan.elementLines.count)
      for place in places {
        #expect(utf8[place.tag.lowerBound] == Sign.less && utf8[place.tag.upperBound - 1] == Sign.greater)
        let rest = utf8[place.content.upperBound...]
        #expect(place.isEmpty || rest.starts(with: [Sign.less, Sign.slash] + utf8[place.name]))
      }
    }
  }

  @Test func `of another student nothing is written`() throws {
    let card = try #require(Self.form.firstMatch(of: /(?s)<kaart.*<\/kaart>/)).output
    let other = card.replacing("K-1", with: "K-2").replacing("0512345", with: "0512338")
    let form = Self.form.replacing("</map>", with: other + "</map>")
    let filled = try Self.fill(form)
    #expect(filled.form.otherStudents == 1 && filled.form.count == 1)
    #expect(filled.text.hasSuffix(other + "</map>"))
  }

  @Test func `what the trainee says of the own work is not written over`() throws {
    let dialect = Self.dialect.replacing("rol=\"'student'\"", with: "rol=\"'student'\" schrijf=\"niveau\"")
    #expect(try Self.fill(Self.form, by: dialect).text.contains("<score wie=\"st\">V</score>"))
  }

  @Test func `a form without anchors, a message of ours and a file that nobody reads are refused`() throws {
    let obstacle = { (text: String, dialect: String) -> String in
      do throws(FillingObstacle) {
        _ = try Self.fillBytes(Array(text.utf8), by: dialect)
        return "filled"
      } catch {
        return "\(error)"
      }
    }
    #expect(obstacle(Self.form, SampleDialect.text) == "noAnchors(dialect: \"d0\")")
    #expect(obstacle("<bericht xmlns=\"urn:vakmatrix:voortgangsformulier:1\"/>", Self.dialect) == "canonical")
    #expect(obstacle("<x/>", Self.dialect) == "unreadable")
    #expect(obstacle("<map", Self.dialect) == "unreadable")
  }
}

extension FormFillingTests {
  private static let dialect = SampleDialect.text.replacing(
    "toelichting=\"r:reden\"/>", with: "toelichting=\"r:reden\" schrijf=\"niveau\"/>")
  private static let form = SampleDialect.form.replacing("<score wie=\"st\">07,50</score>", with: "<score wie=\"st\">V</score>")

  private static func fill(_ form: String, by dialect: String = dialect) throws -> (text: String, form: FilledForm) {
    let filled = try fillBytes(Array(form.utf8), by: dialect)
    return (String(decoding: filled.bytes, as: UTF8.self), filled)
  }

  /// Sanne masters LAS-02 since 18 November and not yet LAS-03; of the rest nothing is known.
  private static func fillBytes(
    _ bytes: [UInt8], by dialect: String = dialect, name: String? = nil
  ) throws(FillingObstacle) -> FilledForm {
    let answers = FormAnswers(
      day: made(CalendarDate(iso: "2026-11-20")), isAbout: { $0.text == "studentnummer:0512345" },
      answer: { task, _ in
        guard ["LAS-02", "LAS-03"].contains(task.text) else { return nil }
        return FormAnswers.Answer(
          judgement: .level(task.text == "LAS-02" ? .beheerst : .nogNiet), seenOn: made(CalendarDate(iso: "2026-11-18")),
          by: name)
      },
      meaning: { said, _ in
        switch said {
        case .level(_, .term(let level)): .level(level)
        case .level: nil
        case .without(let reason): .without(reason)
        }
      })
    return try SampleDialect.dialects(dialect).fill(bytes, file: "f.xml", with: answers)
  }

  private static func made<Value>(_ value: Value?) -> Value {
    guard let value else { fatalError("a value of the test is wrong") }
    return value
  }

  /// The encodings that are read, each written by the test itself.
  enum Encoding: CaseIterable, Sendable {
    case utf8, utf8WithMark, utf16Little, utf16Big, latin1, windows1252

    var name: String {
      switch self {
      case .utf8, .utf8WithMark: "UTF-8"
      case .utf16Little, .utf16Big: "UTF-16"
      case .latin1: "ISO-8859-1"
      case .windows1252: "Windows-1252"
      }
    }

    func bytes(of text: String) -> [UInt8] {
      switch self {
      case .utf8: Array(text.utf8)
      case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text.utf8
      case .utf16Little: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .utf16Big: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case .latin1, .windows1252: text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
      }
    }

    /// A sign as it stands in the file, by itself or as a reference.
    func written(_ sign: Unicode.Scalar) -> String {
      switch self {
      case .latin1: "&#\(sign.value);"
      case .windows1252 where sign != "€": "&#\(sign.value);"
      default: String(sign)
      }
    }
  }
}
