public import CompetencyCore

extension FormReader {
  /// What a kept message says of itself, as far as that can be read again; the forms of a message of ours are not looked at.
  ///
  /// - Parameter piece: gives the so manieth piece of its bytes, from 1; nil after the last.
  public func head(piece: (Int) -> [UInt8]?) -> MessageHead? {
    guard let bench = try? Workbench(schema) else { return nil }
    return withoutActuallyEscaping(piece) { piece in
      var position = 0
      let source = ByteStream(pieces: {
        position += 1
        return piece(position)
      })
      // Whether nine digits were allowed was asked when the message came.
      let reading = reading(of: source, file: "", on: bench, keepsRaw: false) { _ in true }
      while let step = reading.next() {
        switch step {
        case .opened(let head, _): return head
        case .whole(.read(let message, _)): return message.head
        case .whole(.refused), .closed: return nil
        case .raw, .batch: continue
        }
      }
      return nil
    }
  }
}

extension ReturnMessage {
  /// The message as a file that our own reader takes, so that nothing leaves that the schema refuses.
  ///
  /// - Throws: a refusal when it is not as the schema says, which is a fault of this program.
  public func checked() throws(Refusal) -> [UInt8] {
    let bytes = bytes
    guard let reader = try? FormReader(),
      case .read = reader.read(bytes, file: id, nineDigitSenders: { _ in school.hasNineDigitNumbers })
    else { throw Refusal(.failed, .unexpected, values: ["detail": "voortgangsformulier-1.xsd"]) }
    return bytes
  }
}
