public import CompetencyCore
internal import SchoolForms

extension ImportJourney {
  /// A file that is to be imported; it is opened and read when its turn comes.
  public struct File: Sendable {
    let source: FormSource
    /// The name as the person gave it.
    public var name: String { source.name }

    /// A file by its name and bytes.
    public init(name: String, bytes: [UInt8]) { source = FormSource(name: name, bytes: bytes) }

    /// The file at this path; opened by ourselves, within the limits.
    public init(path: String) { source = FormSource(path: path) }

    private init(_ source: FormSource) { self.source = source }

    /// What comes in by standard input, within the same limits.
    public static let standardInput = File(.standardInput)

    /// All bytes of it, up to 10 MB.
    ///
    /// - Throws: ``CompetencyCore/Refusal`` when it is not there, cannot be read, or is too large.
    func load() throws(Refusal) -> [UInt8] { try FormFile.load(source) }
  }
}

/// Reads a file of the company, such as a table, whole.
public enum CompanyFile {
  /// All bytes of the file, up to 10 MB.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when it is not there, cannot be read, or is too large.
  public static func load(_ path: String) throws(Refusal) -> [UInt8] { try FormFile.load(path) }

  /// All bytes that come in by standard input, up to 10 MB.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when it cannot be read, or is too large.
  public static func loadStandardInput() throws(Refusal) -> [UInt8] { try FormFile.load(FormSource.standardInput) }
}
