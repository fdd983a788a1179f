/// The text file in which one side prepares a conversation: a heading a question, and the answer below.
///
/// ```text
/// klaar = nee
/// # Waar ben je het meest tevreden over?
/// [vraag tevreden]
/// Drie naden achter elkaar goed.
/// ```
public enum PreparationFile {
  private static let headingWord = "vraag "

  /// The answers that were written, and every slip with its line. A heading without words below is an empty answer.
  public static func read(
    _ bytes: [UInt8], file: String, knownQuestions: [String]
  ) -> (draft: PreparationDraft, problems: [Problem]) {
    var slips = WrittenSlips(file: file)
    let blocks = RecordBlocks(bytes, &slips).blocks
    var reading = RecordReading(slips)
    var draft = PreparationDraft()
    for block in blocks {
      guard let heading = block.heading else {
        for entry in reading.entries(block, plainly: true) {
          if sameBytes(entry.key, "klaar") {
            draft.isReady = reading.yesOrNo(entry) ?? false
          } else {
            reading.note("key", line: entry.line, entry.key)
          }
        }
        continue
      }
      let isQuestion = heading.utf8.starts(with: headingWord.utf8)
      let id = isQuestion ? String(decoding: heading.utf8.dropFirst(headingWord.utf8.count), as: UTF8.self) : heading
      if isQuestion, knownQuestions.contains(where: { sameBytes($0, id) }) {
        let answer = reading.freeText(block) ?? .init("", at: reading.place(block.line))
        draft.answers.append((id, answer))
      } else if RecordBlocks.asksForMark(id) {
        reading.noteMark(id, line: block.line)
      } else {
        let list = knownQuestions.map { "[" + headingWord + $0 + "]" }.joined(separator: ", ")
        reading.slips.note("question", of: .record_file, line: block.line, ["value": heading, "list": list])
      }
    }
    return (draft, reading.slips.inOrder)
  }

  /// The file to fill in: the questions, with what was answered before.
  ///
  /// - Parameters:
  ///   - title: The first line, a comment: which conversation, with whom, when.
  ///   - note: What to do, as a comment.
  ///   - questions: The questions of the side that prepares, by id.
  ///   - answers: What was answered before, by the question's id.
  public static func blank(
    title: String, note: String, questions: [(id: String, text: String)], answers: [String: String] = [:]
  ) -> [UInt8] {
    var file = CommentedFile()
    file.comment(title)
    file.comment(note)
    file.line("")
    file.line("klaar = nee")
    for question in questions {
      file.line("")
      file.comment(question.text)
      file.heading(headingWord + question.id)
      for line in FreeText.lines(of: answers[question.id] ?? "") { file.line(line) }
    }
    return file.bytes
  }
}
