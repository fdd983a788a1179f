import CompetencyCore
import Foundation
import SchoolForms
import Testing

struct FormFileTests {
  private func withFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("forms-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }

  private func problem(_ path: String) -> Problem? {
    do {
      _ = try FormFile.load(path)
      return nil
    } catch {
      return error.problems.first
    }
  }

  @Test func `a file is given as its bytes, an empty one too`() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("één form.xml")
      for bytes in [[], Array(SampleMessage.text().utf8), [UInt8](repeating: 0x20, count: 700_001)] {
        try Data(bytes).write(to: file)
        #expect(try FormFile.load(file.path) == bytes)
      }
    }
  }

  @Test func `a file that is not there and a folder are told`() throws {
    try withFolder { folder in
      let missing = folder.appendingPathComponent("geen.xml").path
      #expect(problem(missing) == Problem(.file_not_found, at: SourcePlace(file: missing)))
      #expect(problem(folder.path)?.short == "file_unreadable.directory")
      #expect(throws: Refusal.self) { try FormFile.load("") }
    }
  }

  @Test func `a large file that is no message is refused before it is read whole`() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("groot.xml")
      func write(_ start: String, size: UInt64) throws {
        try Data(start.utf8).write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: size)
        try handle.close()
      }
      try write("<?xml version='1.0'?><Levering>" + String(repeating: "<a/>", count: 300_000), size: 3 << 30)
      #expect(problem(file.path)?.short == "too_large.other_file")
      try write("%PDF-1.7", size: 11 << 20)
      #expect(problem(file.path)?.short == "not_xml.PDF")
    }
  }
}
