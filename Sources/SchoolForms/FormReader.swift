public import CompetencyCore

/// What came of reading a file.
public enum FormReadingResult: Sendable {
  /// The message, with what a person should know of it.
  case read(SchoolMessage, warnings: [Problem])
  /// Everything that is wrong with the file, by line; nothing of it is kept.
  case refused([Problem])
}

/// What came of reading a message again that was kept.
public enum KeptContent: Sendable {
  /// It says what has this digest.
  case says(ContentDigest)
  /// It is in a dialect that is not at hand.
  case unknownForm
  /// It is no message any more.
  case unreadable
}

/// Reads school forms: the canonical form, `urn:vakmatrix:voortgangsformulier:1`, and the dialects of schools.
///
/// A reader holds the compiled schema and checked dialects, which never change, so one serves any number of threads at
/// the same time.
public struct FormReader: Sendable {
  let schema: Schema
  let dialects: Dialects

  /// Compiles the schema that comes with the program.
  ///
  /// - Parameter dialects: how files that are no message of ours are read.
  public init(dialects: Dialects = .none) throws(SchemaUnusable) {
    schema = try Schema(xsd: PackageResources.voortgangsformulier_1_xsd)
    self.dialects = dialects
  }

  /// Reads a file whose bytes are in memory.
  ///
  /// - Parameters:
  ///   - bytes: all bytes of the file.
  ///   - file: the name of the file, for the places in problems and forms.
  ///   - nineDigitSenders: whether the sender with these numbers has student numbers of nine digits, which are then not
  ///     taken for a burgerservicenummer.
  public func read(
    _ bytes: [UInt8], file: String, nineDigitSenders: ([OrganisationNumber]) -> Bool
  ) -> FormReadingResult {
    do throws(Fault) {
      let bench = try Workbench(schema)
      let events = withoutActuallyEscaping(nineDigitSenders) { nineDigitSenders in
        self.events(of: ByteStream(bytes), file: file, on: bench, keepsRaw: false, nineDigitSenders)
      }
      return Self.result(of: events)
    } catch {
      return .refused([error.problem(in: file)])
    }
  }

  /// What a message says whose bytes come piece by piece, from the first.
  ///
  /// - Parameters:
  ///   - nineDigitSenders: whether the sender with these numbers has student numbers of nine digits.
  ///   - piece: gives the so manieth piece, from 1; nil after the last.
  public func content(
    nineDigitSenders: ([OrganisationNumber]) -> Bool, piece: (Int) -> [UInt8]?
  ) -> KeptContent {
    guard let bench = try? Workbench(schema) else { return .unreadable }
    var content = KeptContent.unreadable
    withoutActuallyEscaping(nineDigitSenders) { nineDigitSenders in
      withoutActuallyEscaping(piece) { piece in
        var position = 0
        let source = ByteStream(pieces: {
          position += 1
          return piece(position)
        })
        each(of: source, file: "", on: bench, keepsRaw: false, nineDigitSenders) { event in
          switch event {
          case .ended(let digest, _, _): content = .says(digest)
          case .refused(let problems) where problems.contains { $0.code == .unknown_form }: content = .unknownForm
          default: break
          }
        }
      }
    }
    return content
  }

  /// Reads a file on this thread.
  func events(
    of source: ByteStream, file: String, on bench: Workbench, keepsRaw: Bool,
    _ nineDigitSenders: @escaping ([OrganisationNumber]) -> Bool
  ) -> [FormEvent] {
    var events: [FormEvent] = []
    each(of: source, file: file, on: bench, keepsRaw: keepsRaw, nineDigitSenders) { events.append($0) }
    return events
  }

  private func each(
    of source: ByteStream, file: String, on bench: Workbench, keepsRaw: Bool,
    _ nineDigitSenders: @escaping ([OrganisationNumber]) -> Bool, _ body: (FormEvent) -> Void
  ) {
    let reading = reading(of: source, file: file, on: bench, keepsRaw: keepsRaw, nineDigitSenders)
    var assembly = MessageAssembly(file: file)
    while let step = reading.next() {
      if case .batch(let batch) = step {
        assembly.take(bench.look(at: batch)).forEach(body)
      } else {
        assembly.take(step).forEach(body)
      }
      reading.isFull = assembly.isFull
    }
  }

  /// A reading of a file by the things of this thread.
  func reading(
    of source: ByteStream, file: String, on bench: Workbench, keepsRaw: Bool,
    _ nineDigitSenders: @escaping ([OrganisationNumber]) -> Bool
  ) -> MessageReading {
    MessageReading(
      source, file: file, bench: bench, keepsRaw: keepsRaw, dialects: dialects,
      nineDigitSenders: nineDigitSenders)
  }

  private static func result(of events: [FormEvent]) -> FormReadingResult {
    var head: MessageHead?
    var forms: [SchoolForm] = []
    for event in events {
      switch event {
      case .began(let began): head = began
      case .forms(let more): forms += more
      case .bytes: continue
      case .refused(let problems): return .refused(problems)
      case .ended(let content, _, let warnings):
        guard let head else { break }
        return .read(SchoolMessage(head: head, forms: forms, content: content), warnings: warnings)
      }
    }
    return .refused([])
  }
}

/// The fault of a message over the limit of all messages.
func tooLargeMessage() -> Fault {
  Fault(.too_large, kind: SizeFaultKind.message, values: ["limit": writtenSize(Limits.messageBytes)])
}
