public import CompetencyCore

/// What came of reading a file.
public enum FormReadingResult: Sendable {
  /// The message, with what a person should know of it.
  case read(SchoolMessage, warnings: [Problem])
  /// Everything that is wrong with the file, by line; nothing of it is kept.
  case refused([Problem])
}

/// Reads school forms: the canonical form, `urn:vakmatrix:voortgangsformulier:1`, and the dialects of schools.
///
/// A reader holds the compiled schema and checked dialects, which never change, so one serves any number of threads at the same time.
public struct FormReader: Sendable {
  private let schema: Schema
  private let dialects: Dialects

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
  ///   - shouldStop: asked after each form; when it says so, the file is refused as ``CompetencyCore/ProblemCode/interrupted``.
  ///   - onForm: called after each form with how many there were.
  public func read(
    _ bytes: [UInt8], file: String, nineDigitSenders: ([OrganisationNumber]) -> Bool, shouldStop: () -> Bool = { false },
    onForm: (Int) -> Void = { _ in }
  ) -> FormReadingResult {
    do throws(Fault) {
      if bytes.count > Limits.messageBytes { throw tooLargeMessage() }
      let text = try XMLText(decoding: bytes)
      return try text.withUTF8 { (utf8) throws(Fault) in
        var scan = MarkupScan(utf8)
        try scan.run(shouldStop: shouldStop)
        if text.endsInsideCharacter {
          throw Fault(.bad_encoding, kind: EncodingFaultKind.unreadable, line: scan.line, values: ["encoding": "UTF-8"])
        }
        do throws(Fault) {
          var reading = try MessageReading(of: utf8, scan: scan, file: file, by: schema)
          return try reading.read(nineDigitSenders: nineDigitSenders, shouldStop: shouldStop, onForm: onForm)
        } catch {
          guard error.code == .unknown_form else { throw error }
          return try readByDialect(
            utf8, lines: scan.elementLines, file: file, fileDigest: sha256Hex(bytes), dialects: dialects,
            nineDigitSenders: nineDigitSenders)
        }
      }
    } catch {
      return .refused([error.problem(in: file)])
    }
  }
}

/// The fault of a message over the limit of all messages.
func tooLargeMessage() -> Fault {
  Fault(.too_large, kind: SizeFaultKind.message, values: ["limit": writtenSize(Limits.messageBytes)])
}
