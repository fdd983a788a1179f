import CompetencyCore
import SchoolForms
import Testing

struct EncodingTests {
  private func declared(_ encoding: String) -> String {
    SampleMessage.text(declaration: "<?xml version='1.0' encoding='\(encoding)'?>")
  }

  /// A text with one byte a sign, what does not fit left out.
  private func latin(_ text: String) -> [UInt8] { text.unicodeScalars.compactMap { UInt8(exactly: $0.value) } }

  @Test func `UTF-8 is read with and without a mark and a declaration`() throws {
    let bare = try message(SampleMessage.text(declaration: ""))
    #expect(try message("\u{FEFF}" + SampleMessage.text()).content == bare.content)
    #expect(try message(declared("utf-8")).content == bare.content)
  }

  @Test(arguments: [true, false]) func `UTF-16 with a mark is read`(bigEndian: Bool) throws {
    let expected = try message(SampleMessage.text())
    for text in [SampleMessage.text(declaration: ""), declared("UTF-16")] {
      guard case .read(let read, _) = try result(utf16(text, bigEndian: bigEndian)) else {
        Issue.record("refused")
        return
      }
      #expect(read.content == expected.content)
    }
  }

  @Test func `ISO-8859-1 and Windows-1252 are read by their declaration`() throws {
    let text = declared("ISO-8859-1").changing("’", to: "'")
    guard case .read(let read, _) = try result(latin(text)) else {
      Issue.record("refused")
      return
    }
    #expect(read.forms.first?.participant.displayName == "Zoë van 't Hof")
    #expect(read.forms.first?.place.line == 23)

    let windows = declared("windows-1252").unicodeScalars.map { $0 == "’" ? 0x92 : UInt8(truncatingIfNeeded: $0.value) }
    guard case .read(let same, _) = try result(windows) else {
      Issue.record("refused")
      return
    }
    #expect(same.content == (try message(SampleMessage.text()).content))
  }

  @Test(arguments: ["UTF-7", "UTF-32", "UCS-4", "EBCDIC-CP-NL", "US-ASCII", "ISO-8859-15", "x\u{1B}[31m"])
  func `another encoding is refused`(name: String) throws {
    let found = try problems(declared(name))
    #expect(found.map(\.code) == [.bad_encoding])
    #expect(found.first?.values["encoding"]?.unicodeScalars.contains("\u{1B}") == false)
  }

  @Test func `encodings that libxml2 would guess are refused`() throws {
    let text = SampleMessage.text(declaration: "")
    let wide = text.unicodeScalars.flatMap { [0, 0, UInt8($0.value >> 8 & 0xFF), UInt8($0.value & 0xFF)] }
    #expect(try problems(wide).map(\.short) == ["bad_encoding.unsupported"])
    #expect(try problems([0, 0, 0xFE, 0xFF] + wide).map(\.short) == ["bad_encoding.unsupported"])
    #expect(try problems(Array(utf16(text, bigEndian: true).dropFirst(2))).map(\.short) == ["bad_encoding.unsupported"])
    #expect(try problems(Array(utf16(text, bigEndian: false).dropFirst(2))).map(\.short) == ["bad_encoding.unsupported"])
    #expect(try problems([0x4C, 0x6F, 0xA7, 0x94, 0x93]).map(\.short) == ["bad_encoding.unsupported"])
  }

  @Test func `a declaration that the bytes belie is refused`() throws {
    #expect(try problems(declared("utf-16")).map(\.short) == ["bad_encoding.mismatch"])
    #expect(try problems("\u{FEFF}" + declared("ISO-8859-1")).map(\.short) == ["bad_encoding.mismatch"])
    #expect(try problems(utf16(declared("UTF-8"), bigEndian: true)).map(\.short) == ["bad_encoding.mismatch"])
  }

  @Test func `a byte that is no sign is told with its line`() throws {
    #expect(try problems(latin(SampleMessage.text())).map(\.short) == ["bad_encoding.unreadable 29"])
    #expect(try problems(latin(declared("windows-1252")) + [0x81]).map(\.short) == ["bad_encoding.unreadable 54"])
    #expect(try problems(latin(declared("ISO-8859-1")) + [0x80]).map(\.short) == ["bad_encoding.unreadable 54"])
    #expect(try problems(Array(SampleMessage.text().utf8) + [0xC3]).map(\.code) == [.bad_encoding])
    // Half of a pair in UTF-16.
    #expect(try problems([0xFE, 0xFF, 0, 0x3C, 0xD8, 0, 0, 0x3C]).map(\.short) == ["bad_encoding.unreadable 1"])
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0x80], [0xC3, 0x28],
    ] as [[UInt8]])
  func `bytes that only look like UTF-8 are refused`(bytes: [UInt8]) throws {
    #expect(
      try problems(Array("<bericht>".utf8) + bytes + Array("</bericht>".utf8)).map(\.short) == ["bad_encoding.unreadable 1"])
  }

  @Test(arguments: ["\u{0}", "\u{1B}", "\u{8}", "\u{FFFE}", "\u{FFFF}"])
  func `control characters that XML forbids are refused`(sign: String) throws {
    #expect(
      try problems(SampleMessage.text().changing("Drie naden.", to: "a\(sign)b")).map(\.short) == ["bad_encoding.control 35"])
    #expect(try problems(SampleMessage.text() + sign).map(\.short) == ["bad_encoding.control 54"])
  }
}
