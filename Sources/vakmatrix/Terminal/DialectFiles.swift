internal import CompetencyCore
internal import Foundation
internal import Journeys
internal import Wording

// The dialects in the folders of templates: one folder a school in `SchoolForms`.
extension TemplateFolders {
  private static let folder = "SchoolForms"

  /// Every `dialect.xml`, the administrator's own before the bundled ones, by the name of its folder.
  func dialects() throws(Refusal) -> [DialectFile] {
    var files: [DialectFile] = []
    for name in names(in: Self.folder) {
      let file = "\(Self.folder)/\(name)/dialect.xml"
      guard has(file) else { continue }
      files.append(DialectFile(name: name, path: path(of: file), bytes: try bytes(of: file)))
    }
    return files
  }

  /// The sample forms of a dialect, each with what stands beside it.
  func samples(of dialect: String) throws(Refusal) -> [DialectJourney.Sample] {
    let folder = "\(Self.folder)/\(dialect)"
    var samples: [DialectJourney.Sample] = []
    for name in names(in: folder) where !sameBytes(name, "dialect.xml") {
      let bytes = name.utf8
      guard bytes.suffix(4).elementsEqual(".xml".utf8) || bytes.suffix(5).elementsEqual(".xfdf".utf8) else { continue }
      let stem = String(
        decoding: Array(bytes.prefix(upTo: bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex)), as: UTF8.self)
      let expected = "\(folder)/\(stem).expected.txt"
      let place = path(of: "\(folder)/\(name)")
      let besides = String(decoding: Array(place.utf8.dropLast(bytes.count - stem.utf8.count)), as: UTF8.self) + ".expected.txt"
      samples.append(
        DialectJourney.Sample(
          path: place, bytes: try self.bytes(of: "\(folder)/\(name)"), expectedPath: besides,
          expected: has(expected) ? try self.bytes(of: expected) : nil))
    }
    return samples
  }
}
