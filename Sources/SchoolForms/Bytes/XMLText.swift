import CompetencyCore

/// The whole text of a file as UTF-8 that XML allows, checked to its last byte.
///
/// libxml2 would also take UTF-7, UCS-4 and EBCDIC, text after a NUL, and a file that stops inside a character; so it is
/// given nothing but what was checked here.
struct XMLText {
  private let bytes: [UInt8]
  private let end: Int
  /// Whether the file stops inside a character, which can only be if it was cut off.
  let endsInsideCharacter: Bool

  /// The text of a file in UTF-8, in UTF-16 with a byte order mark, in ISO-8859-1 or in Windows-1252.
  init(decoding file: [UInt8]) throws(Fault) {
    do {
      var stream = try TextStream(ByteStream(file))
      while !stream.isAtEnd { try stream.readOn(most: 1 << 20) }
      self.init(allOf: stream)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault(.unexpected)
    }
  }

  /// The text of a stream that was read to its end and of which nothing was forgotten.
  ///
  /// Its declaration, which names what it was before, is blanked; lines keep their numbers.
  init(allOf stream: TextStream) {
    var text = stream.text
    if let declaration = XMLDeclaration(in: text[...]) {
      for index in declaration.range where text[index] != 0x0A && text[index] != 0x0D { text[index] = 0x20 }
    }
    (bytes, end, endsInsideCharacter) = (text, stream.checked, stream.endsInsideCharacter)
  }

  /// Calls the closure with the text.
  func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws(Fault) -> Result) throws(Fault) -> Result {
    try bytes.withUnsafeBufferPointer { (whole) throws(Fault) in try body(UnsafeBufferPointer(rebasing: whole[..<end])) }
  }
}
