/// A file that says how the XML of one school is read, as it stands in a folder of templates.
public struct DialectSource: Sendable {
  /// The name of its folder, which is the name of the dialect.
  public let name: String
  /// The path under which a person finds it.
  public let path: String
  /// The bytes of the file.
  public let bytes: [UInt8]

  /// A file by its folder, path and bytes.
  public init(name: String, path: String, bytes: [UInt8]) { (self.name, self.path, self.bytes) = (name, path, bytes) }
}
