/// The text file in which a person writes down a conversation: keys at the top, then a heading a part.
///
/// ```text
/// gehouden = 18-12-2026
/// [terugblik]
/// Sanne vertelt dat de drie naden goed waren.
/// [nieuwe afspraken]
/// - Met Lisa TIG oefenen | lisa | 27-11-2026 | LAS-04
/// ```
public enum RecordFile {
  /// What was written, and every slip with its line.
  ///
  /// An untouched file records nothing and is right. What asks for a mark is refused: a conversation steers and does not judge.
  public static func read(_ bytes: [UInt8], file: String) -> (draft: ConversationDraft, problems: [Problem]) {
    var slips = WrittenSlips(file: file)
    let blocks = RecordBlocks(bytes, &slips).blocks
    var reading = RecordReading(slips)
    for block in blocks { reading.read(block) }
    return (reading.draft, reading.slips.inOrder)
  }

  /// The file to fill in: what is known stands in it, and what to do stands in its comments.
  public static func blank(_ sheet: RecordSheet) -> [UInt8] { RecordBlank(sheet).bytes }
}
