/// A template of one's own, begun as a copy: the same lines and comments under another id, as version 1.
public enum ConversationTemplateCopy {
  /// The copy's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the template that is copied.
  ///   - id: the id of the copy.
  public static func of(_ bytes: [UInt8], id: String) -> [UInt8] {
    var isHead = true
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line -> [UInt8] in
      let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      if text.first == UInt8(ascii: "[") { isHead = false }
      guard isHead, let sign = text.firstIndex(of: UInt8(ascii: "=")) else { return Array(line) }
      let key = text[..<sign].filter { $0 != 0x20 && $0 != 0x09 }
      if key.elementsEqual("id".utf8) { return Array("id = \(id)".utf8) }
      return key.elementsEqual("versie".utf8) ? Array("versie = 1".utf8) : Array(line)
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
