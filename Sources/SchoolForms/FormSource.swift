/// A file to be read.
public struct FormSource: Sendable {
  /// Where the bytes of a file are.
  enum Place: Sendable {
    case path
    case standardInput
    case memory([UInt8])
  }
  /// The name of the file as a person gave it.
  public let name: String
  let place: Place

  /// The file at a path; opened by ourselves, when its turn comes.
  public init(path: String) { (name, place) = (path, .path) }

  /// Bytes that are in memory, under a name.
  public init(name: String, bytes: [UInt8]) { (self.name, place) = (name, .memory(bytes)) }

  /// What comes in by standard input.
  public static let standardInput = FormSource(name: "-", place: .standardInput)

  private init(name: String, place: Place) { (self.name, self.place) = (name, place) }

  func open() throws(ByteStream.Failure) -> ByteStream {
    switch place {
    case .path: try ByteStream(path: name)
    case .standardInput: ByteStream.standardInput()
    case .memory(let bytes): ByteStream(bytes)
    }
  }
}
