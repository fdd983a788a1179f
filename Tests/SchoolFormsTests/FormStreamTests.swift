import CompetencyCore
import Foundation
import SchoolForms
import Testing

struct FormStreamTests {
  /// How many forms each file has; the large ones are read by several threads, the small ones each by one.
  private static let sizes = [1, 60, 2, 1, 90, 3, 1, 1, 40, 5]

  @Test func `files of all sizes come out in their order, and every form of them once and in its order`() throws {
    let files = Self.sizes.enumerated().map { FormSource(name: "\($0).xml", bytes: Array(Self.text($0, forms: $1).utf8)) }
    for _ in 0..<5 {
      let read = try Self.read(files)
      #expect(read.map(\.file) == Array(Self.sizes.indices))
      for (file, count) in zip(read, Self.sizes) {
        #expect(file.forms == (1...count).map { "F-\($0)" })
        #expect(file.order == "began forms ended")
        #expect(file.endedWith == count)
      }
    }
  }

  @Test func `the bytes that are given out are those of the file`() throws {
    let texts = Self.sizes.enumerated().map { Array(Self.text($0, forms: $1).utf8) }
    let wide = utf16(Self.text(10, forms: 70).changing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", to: ""), bigEndian: true)
    let all = texts + [wide]
    let read = try Self.read(all.enumerated().map { FormSource(name: "\($0).xml", bytes: $1) }, keepsBytes: true)
    #expect(read.map(\.bytes) == all)
  }

  @Test func `a file that is opened by its path is read as one in memory`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vakmatrix-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = [3, 80].enumerated().map { Self.text($0, forms: $1) }
    let paths = texts.indices.map { folder.appendingPathComponent("\($0).xml").path }
    for (path, text) in zip(paths, texts) { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }

    let read = try Self.read(paths.map(FormSource.init(path:)) + [FormSource(path: folder.path + "/none.xml")], keepsBytes: true)

    #expect(read.map(\.bytes) == texts.map { Array($0.utf8) } + [[]])
    #expect(read.last?.problems.map(\.code) == [.file_not_found])
  }

  @Test(arguments: [1, 4]) func `a broken file in the middle hides nothing of the files around it`(broken: Int) throws {
    let files = Self.sizes.enumerated().map { index, count in
      let text = Self.text(index, forms: count)
      return FormSource(
        name: "\(index).xml",
        bytes: Array((index == broken ? String(decoding: text.utf8.dropLast(40), as: UTF8.self) : text).utf8))
    }

    let read = try Self.read(files)

    #expect(read.map(\.file) == Array(Self.sizes.indices))
    for file in read {
      #expect(file.problems.map(\.code) == (file.file == broken ? [.truncated] : []))
      #expect(file.order.hasSuffix(file.file == broken ? "refused" : "ended"))
      #expect(file.forms.count == Self.sizes[file.file] || file.file == broken)
    }
  }

  @Test func `each bad form of a large message is named, whoever looked at it`() throws {
    let text = Self.text(0, forms: 200)
      .changing(#"<formulier id="F-70""#, to: #"<formulier x="1" id="F-70""#)
      .changing(#"<formulier id="F-171""#, to: #"<formulier x="1" id="F-171""#)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)

    let read = try Self.read([FormSource(name: "f.xml", bytes: Array(text.utf8))])

    let problems = try #require(read.first).problems
    #expect(problems.map { $0.place?.path } == ["/bericht/formulier[70]", "/bericht/formulier[171]"])
    #expect(
      problems.map { $0.place?.line } == [70, 171].map { number in lines.firstIndex { $0.contains("id=\"F-\(number)\"") }! + 1 })
    #expect(read.first?.endedWith == nil)
  }

  @Test func `the stream says the same as a reading of each file by itself`() throws {
    let texts = Self.sizes.enumerated().map { Self.text($0, forms: $1) }
    let read = try Self.read(texts.enumerated().map { FormSource(name: "\($0).xml", bytes: Array($1.utf8)) })
    #expect(try read.map(\.content) == texts.map { try message($0).content })
  }

  @Test func `a stream that is left early ends without harm`() throws {
    let files = (0..<6).map { FormSource(name: "\($0).xml", bytes: Array(Self.text($0, forms: 60).utf8)) }
    for taken in [0, 1, 3, 7] {
      let stream = FormStream(files, reader: try #require(reader), keepsBytes: true) { _ in false }
      for _ in 0..<taken { #expect(stream.next() != nil) }
    }
  }

  /// A message of its own with so many forms of about 8 KB.
  private static func text(_ number: Int, forms: Int) -> String {
    SampleMessage.large(forms).changing("2D8C59EB", to: "2D8C59" + (number < 10 ? "0\(number)" : "\(number)"))
  }

  /// What came of one file.
  private struct ReadFile {
    let file: Int
    var forms: [String] = []
    var bytes: [UInt8] = []
    var problems: [Problem] = []
    var content: ContentDigest?
    var endedWith: Int?
    /// The kinds of events, those that follow each other of one kind once and bytes left out.
    var order = ""

    mutating func note(_ kind: String) {
      if !order.hasSuffix(kind) { order += (order.isEmpty ? "" : " ") + kind }
    }
  }

  private static func read(_ files: [FormSource], keepsBytes: Bool = false) throws -> [ReadFile] {
    let stream = FormStream(files, reader: try #require(reader), keepsBytes: keepsBytes) { _ in false }
    var read: [ReadFile] = []
    while let (index, event) = stream.next() {
      if read.last?.file != index { read.append(ReadFile(file: index)) }
      var file = read.removeLast()
      switch event {
      case .began: file.note("began")
      case .bytes(let bytes): file.bytes += bytes
      case .forms(let forms):
        file.note("forms")
        file.forms += forms.map(\.id.text)
      case .ended(let content, let count, _):
        file.note("ended")
        (file.content, file.endedWith) = (content, count)
      case .refused(let problems):
        file.note("refused")
        file.problems = problems
      }
      read.append(file)
    }
    return read
  }
}
