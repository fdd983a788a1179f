public import CompetencyCore

/// A conversation as it is written down in JSON, by a program or for one.
///
/// It says the same as the text file: `heldOn`, `minutes`, `shared`, `useful`, `next`, `nextTime`, and the lists `topics`,
/// `compliments`, `feedback`, `support`, `ambitions`, `agreements`, `closings`, `levels`, `goals`, `goalReviews`, `obstacles` and
/// `endedObstacles`. A key that asks for a mark is refused at any depth.
public enum RecordDocument {
  /// Whether the bytes are meant as JSON: the first sign that shows is an opening brace.
  public static func isJSON(_ bytes: [UInt8]) -> Bool {
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return plain.first { !($0 == 0x20 || (0x09...0x0D).contains($0)) } == UInt8(ascii: "{")
  }

  /// What was written, and everything that is wrong with its path.
  public static func read(_ bytes: [UInt8], file: String) -> (draft: ConversationDraft, problems: [Problem]) {
    var reading = RecordDocumentReading(file: file)
    guard let document = RecordJSON.document(bytes), case .object(let members) = document else {
      reading.note("json", at: "")
      return (reading.draft, reading.problems)
    }
    let marks = document.marks()
    guard marks.isEmpty else {
      return (
        reading.draft,
        marks.map { mark in
          Problem(.mark_not_here, at: SourcePlace(file: file, path: mark.path), values: ["kind": "json", "name": mark.path])
        }
      )
    }
    reading.read(RecordObject(members, path: ""))
    return (reading.draft, reading.problems)
  }
}
