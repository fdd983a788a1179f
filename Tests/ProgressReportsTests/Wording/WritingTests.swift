import Foundation
import Testing
import Wording

@Suite struct WritingTests {
  @Test func `JSON keeps the order of its members and escapes by scalar`() {
    let value: JSONValue = [
      "b": [1, -2, true, false, nil], "a": .decimal(FixedDecimal(0.5, digits: 4)), "é": "\"\u{301}\\\n\u{1}\u{2028}\u{202E}😀",
      "leeg": [:], "lijst": [],
    ]
    #expect(
      value.text == #"{"b":[1,-2,true,false,null],"a":0.5000,"é":"\""# + "\u{301}"
        + #"\\\n\u0001\u2028\u202e😀","leeg":{},"lijst":[]}"#)
    #expect(value.line.last == 0x0A)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(value.line)) }
  }

  @Test func `JSON reads back as what was written, whatever the scalars`() throws {
    for scalar in (0...0x2FFFF).compactMap(Unicode.Scalar.init) where scalar.value % 7 == 0 || scalar.value < 0x300 {
      let text = "x" + String(scalar) + "\u{301}"
      let read = try JSONSerialization.jsonObject(with: Data(JSONValue.array([.string(text)]).line)) as? [String]
      #expect(read?.count == 1 && read?[0].unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }
  }

  @Test func `a table for Excel in the Netherlands has its mark, its semicolons and its commas`() {
    var writer = CSVWriter(.dutchExcel)
    writer.row([.text("naam"), .text("deel"), .text("dag"), .text("leeg")])
    writer.row([.text("a;\"b\"\n"), .decimal(FixedDecimal(0.4444, digits: 4)), .date(SampleTeam.day("2026-03-05")), .empty])
    writer.row([.text("a,b"), .number(-4)])
    #expect(
      writer.bytes == [0xEF, 0xBB, 0xBF]
        + Array("naam;deel;dag;leeg\r\n\"a;\"\"b\"\"\n\";0,4444;05-03-2026;\r\n\"a,b\";-4\r\n".utf8))
    var other = CSVWriter(.international)
    other.row([.date(SampleTeam.day("2026-03-05")), .decimal(FixedDecimal(-0.5, digits: 2))])
    #expect(other.bytes == Array("2026-03-05,-0.50\r\n".utf8))
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@a", "\tx", "\rx", "＝1", "＋1", "－1", "＠a", "=\u{301}1", "-\u{200D}1", "@\u{FE0F}", "\u{FEFF}=1",
    "\u{200B}=1",
  ])
  func `text that would begin a formula is made harmless by its first scalar`(text: String) {
    var writer = CSVWriter(.international)
    writer.row([.text(text)])
    let start = Array(writer.bytes.prefix(2))
    #expect(start.first == UInt8(ascii: "'") || start == [UInt8(ascii: "\""), UInt8(ascii: "'")])
  }

  @Test func `the apostrophe before a formula can be told from one of the text's own`() {
    func written(_ text: String) -> String {
      var writer = CSVWriter(.international)
      writer.row([.text(text)])
      return String(decoding: writer.bytes.dropLast(2), as: UTF8.self)
    }
    #expect(written("=1") == "'=1")
    #expect(written("'=1") == "''=1")
    #expect(written("'\u{200D}-1") == "''\u{200D}-1")
    #expect(written("'t Hart") == "'t Hart")
  }

  @Test func `a table keeps every sign of a text`() {
    var writer = CSVWriter(.international)
    writer.row([.text("\u{200F}a\u{2028}\u{85}b"), .text("a\u{1B}[2J\u{9B}\u{7F}")])
    #expect(writer.bytes == Array("\u{200F}a\u{2028}\u{85}b,\"a\u{1B}[2J\u{9B}\u{7F}\"\r\n".utf8))
  }

  @Test func `JSON escapes a byte order mark, which some readers drop`() throws {
    let line = JSONValue.array([.string("\u{FEFF}a")]).line
    #expect(line == Array(#"["\ufeffa"]"#.utf8) + [0x0A])
    let read = try JSONSerialization.jsonObject(with: Data(line)) as? [String]
    #expect(read?.first?.unicodeScalars.elementsEqual("\u{FEFF}a".unicodeScalars) == true)
  }

  @Test func `ordinary names stay as they are`() {
    var writer = CSVWriter(.dutchExcel)
    writer.row([.text("Öztürk"), .text("van 't Hof"), .text("00412"), .text("e\u{301}")])
    #expect(Array(writer.bytes.dropFirst(3)) == Array("Öztürk;van 't Hof;00412;e\u{301}\r\n".utf8))
  }

  @Test func `columns are counted as a terminal shows them`() {
    #expect(DisplayWidth.of("Zoë") == 3)
    #expect(DisplayWidth.of("Zoe\u{308}") == 3)
    #expect(DisplayWidth.of("◐●○!") == 4)
    #expect(DisplayWidth.of("漢字") == 4)
    #expect(DisplayWidth.of("\u{200D}\u{FEFF}") == 0)
    #expect(DisplayWidth.cut("Machine vrijschakelen", to: 8) == "Machine…")
    var table = TextTable([.leading, .trailing, .centre])
    table.row(["a", "1", "x"])
    table.row(["Zoe\u{308}", "10", "xxx"])
    #expect(table.lines(indent: " ") == [" a     1   x", " Zoe\u{308}  10  xxx"])
  }
}
