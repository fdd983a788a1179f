import CompetencyCore

extension MarkupScan {
  /// Text up to the next `<`.
  mutating func text() throws(Fault) {
    let start = position
    while position < bytes.count, bytes[position] != Sign.less {
      let byte = bytes[position]
      if byte <= 0x20 {
        countLineEnd()
      } else if open.count < 2 {
        if open.isEmpty { throw fault(.outside_root) }
        noteTextInRoot()
      }
      if byte == Sign.ampersand { try reference() } else { position += 1 }
    }
    try addText(position - start)
  }

  /// `&amp;`, `&#233;` and their like, from the `&`; with no DOCTYPE there are no others.
  mutating func reference() throws(Fault) {
    let start = position + 1
    guard let end = bytes[start...].prefix(40).firstIndex(where: { !continuesReference($0) }) else {
      throw bytes.count - start < 40 ? truncated() : fault(.stray_ampersand)
    }
    guard end > start, bytes[end] == Sign.semicolon else { throw fault(.stray_ampersand) }
    let name = bytes[start..<end]
    if name.first == Sign.hash {
      guard isAllowedCharacter(name.dropFirst()) else { throw fault(.wrong_reference) }
    } else if !["lt", "gt", "amp", "quot", "apos"].contains(where: { name.elementsEqual($0.utf8) }) {
      throw fault(.unknown_entity, values: ["value": shownName(start..<end)])
    }
    position = end + 1
  }

  /// `<!-- … -->` or `<![CDATA[ … ]]>`, from the `<`; anything else of that kind belongs to a DOCTYPE.
  mutating func commentOrSection() throws(Fault) {
    if starts(with: "<!--") {
      try skip(4, past: "-->", most: Limits.commentBytes)
      textBytes = 0
    } else if starts(with: "<![CDATA[") {
      if open.isEmpty { throw fault(.outside_root) }
      if open.count == 1 { noteTextInRoot() }
      let start = position
      try skip(9, past: "]]>", most: Limits.attachmentBytes)
      try addText(position - start)
    } else if isRest(startOf: "<!--") || isRest(startOf: "<![CDATA[") {
      throw truncated()
    } else {
      var fault = Fault(.doctype_refused)
      fault.line = line
      throw fault
    }
  }

  /// `<? … ?>`, from the `<`.
  mutating func instruction() throws(Fault) {
    let isDeclaration = starts(with: "<?xml") && position + 5 < bytes.count && isWhiteSpace(bytes[position + 5])
    if isDeclaration && !(isAtStart && position == 0) { throw fault(.late_declaration) }
    try skip(2, past: "?>", most: Limits.tagBytes)
    textBytes = 0
  }

  private mutating func noteTextInRoot() { lineOfTextInRoot = lineOfTextInRoot ?? line }

  /// Notes so many bytes of text.
  private mutating func addText(_ count: Int) throws(Fault) {
    textBytes += count
    guard textBytes > Limits.textBytes else { return }
    let isAttachment = open.last.map { localName($0.name, is: "inhoud") } ?? false
    let most = isAttachment ? Limits.attachmentBytes : Limits.textBytes
    if textBytes > most { throw tooLarge(.text, limit: writtenSize(most)) }
  }

  /// Goes past the next of these signs, counting lines.
  private mutating func skip(_ count: Int, past end: StaticString, most: Int) throws(Fault) {
    let start = position
    position += count
    while position < bytes.count {
      if starts(with: end) {
        position += end.utf8CodeUnitCount
        return try checkSizes()
      }
      countLineEnd()
      position += 1
      if position - start > most { throw tooLarge(.comment, limit: writtenSize(most)) }
    }
    throw truncated()
  }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Whether what is left of the file is the beginning of this text.
  private func isRest(startOf text: StaticString) -> Bool {
    bytes.count - position < text.utf8CodeUnitCount && text.description.utf8.starts(with: bytes[position...])
  }
}

private func continuesReference(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == Sign.hash
}

/// Whether the digits after `&#` name a character that XML allows.
private func isAllowedCharacter(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  let isHex = digits.first == UInt8(ascii: "x")
  let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
  guard let value = UInt32(text, radix: isHex ? 16 : 10) else { return false }
  switch value {
  case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: return true
  default: return false
  }
}
