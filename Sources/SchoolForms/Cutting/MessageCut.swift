public import CompetencyCore

extension FormReader {
  /// Cuts the forms about some participants out of a kept message, whose other forms stay as they are.
  ///
  /// Lines keep their numbers: of what is cut the line ends stay. The result is in UTF-8, whatever the message was in.
  /// - Parameters:
  ///   - participants: whose forms are cut; by the numbers in them.
  ///   - replaced: what stands in the place of a name elsewhere in the message; nil where there is none.
  ///   - piece: gives the so manieth piece of the message, from 1; nil after the last.
  ///   - keep: takes the pieces of what is left, one after the other.
  /// - Returns: whether it could be cut; when not, what was kept is of no use.
  public func cut(
    _ participants: Set<ParticipantKey>, replaced: ([UInt8]) -> [UInt8]?, piece: (Int) -> [UInt8]?,
    keep: ([UInt8]) throws -> Void
  ) throws -> Bool {
    try withoutActuallyEscaping(piece) { piece in
      var position = 0
      let source = ByteStream(pieces: {
        position += 1
        return piece(position)
      })
      do {
        return try parts(of: source, without: participants) { try keep(replaced($0) ?? $0) }
      } catch is Fault {
        return false
      } catch is ByteStream.Failure {
        return false
      }
    }
  }

  /// The parts of a message without the forms about some participants; false for what cannot be cut.
  private func parts(of source: ByteStream, without participants: Set<ParticipantKey>, _ body: ([UInt8]) throws -> Void) throws
    -> Bool
  {
    let numbers = participants.map { Array($0.number.utf8) }
    let isAbout = { (bytes: ArraySlice<UInt8>) in numbers.contains { Self.holds(bytes, $0) } }
    var stream = try PartStream(source)
    guard stream.rootTag.holds(Array(TreeElement.ourNamespace.description.utf8)) else {
      return try dialectParts(of: &stream, without: participants, body)
    }
    while let step = try stream.next() {
      _ = stream.takeRaw()
      switch step {
      case .opening(let part, _):
        let bytes = withoutDeclaration(part.bytes)
        guard let start = Self.startOfForm(in: bytes), isAbout(bytes[start...]) else {
          try body(bytes)
          continue
        }
        try body(Array(bytes[..<start]) + Self.lineEnds(bytes[start...]))
      case .part(let part, let isForm): try body(isForm && isAbout(part.bytes[...]) ? Self.lineEnds(part.bytes[...]) : part.bytes)
      case .closing(let part): try body(part.bytes)
      }
    }
    return true
  }

  /// A file in a dialect, which is held whole.
  private func dialectParts(
    of stream: inout PartStream, without participants: Set<ParticipantKey>, _ body: ([UInt8]) throws -> Void
  ) throws -> Bool {
    let text = try stream.all()
    let left = try text.withUTF8 { (utf8) throws(Fault) -> [UInt8]? in
      guard let ranges = try dialects.ranges(of: participants, in: utf8), !ranges.isEmpty else { return nil }
      var (left, taken) = ([UInt8](), 0)
      for range in ranges where range.lowerBound >= taken {
        left += utf8[taken..<range.lowerBound] + Self.lineEnds(Array(utf8[range])[...])
        taken = range.upperBound
      }
      return left + utf8[taken...]
    }
    guard let left else { return false }
    try body(left)
    return true
  }

  /// Whether the bytes hold a number that is no part of a longer one.
  private static func holds(_ bytes: ArraySlice<UInt8>, _ number: [UInt8]) -> Bool {
    guard !number.isEmpty, bytes.count >= number.count else { return false }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    return (bytes.startIndex...bytes.endIndex - number.count).contains { start in
      bytes[start] == number[0] && bytes[start...].starts(with: number)
        && (start == bytes.startIndex || !isDigit(bytes[start - 1]))
        && (start + number.count == bytes.endIndex || !isDigit(bytes[start + number.count]))
    }
  }

  private static func lineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.filter { $0 == Sign.lineFeed || $0 == Sign.carriageReturn }
  }

  /// Where the first form begins.
  private static func startOfForm(in opening: [UInt8]) -> Int? {
    opening.withUnsafeBufferPointer { text in
      MarkupPlaces(text).elements.first { place in
        let name = text[place.name]
        return name.split(separator: Sign.colon).last?.elementsEqual("formulier".utf8) ?? false
      }?.tag.lowerBound
    }
  }
}

extension Array<UInt8> {
  /// Whether these bytes stand in it.
  fileprivate func holds(_ bytes: [UInt8]) -> Bool {
    count >= bytes.count && (0...count - bytes.count).contains { self[$0...].starts(with: bytes) }
  }
}
