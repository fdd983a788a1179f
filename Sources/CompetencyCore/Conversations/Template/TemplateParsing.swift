extension ConversationTemplate {
  /// Reads a template from its file, and tells every slip in it at once.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - file: its name as the person knows it; the id must be that name without folder and `.txt`. `-` has no name.
  /// - Returns: the template, nil when anything is wrong, and what is wrong.
  public static func parse(_ bytes: [UInt8], file: String) -> (template: ConversationTemplate?, problems: [Problem]) {
    var slips = WrittenSlips(file: file)
    let blocks = TemplateBlocks(bytes, &slips).blocks
    // Where lines cannot be read, what is missing may well stand on them.
    guard !slips.problems.contains(where: { ["bytes", "empty", "too_long"].contains($0.values["kind"]) }) else {
      return (nil, slips.inOrder)
    }
    var reading = TemplateReading(slips)
    let template = reading.template(of: blocks)
    return (reading.slips.problems.isEmpty ? template : nil, reading.slips.inOrder)
  }

  /// The id that the name of a file promises; nil for standard input.
  static func id(ofFile file: String) -> String? {
    guard let name = file.utf8.split(separator: UInt8(ascii: "/")).last, !sameBytes(file, "-") else { return nil }
    return String(decoding: name.suffix(4).elementsEqual(".txt".utf8) ? Array(name.dropLast(4)) : Array(name), as: UTF8.self)
  }
}
