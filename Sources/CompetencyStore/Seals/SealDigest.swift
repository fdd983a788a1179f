internal import CNettle

/// A SHA-256 over values that cannot run into one another: each is told with its kind and its length.
struct SealDigest {
  private var context = sha256_ctx()

  init() { nettle_sha256_init(&context) }

  /// Adds a number.
  mutating func add(_ number: Int64) { withUnsafeBytes(of: number.littleEndian) { add(raw: $0) } }

  /// Adds bytes with their length.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(Int64(bytes.count))
    add(raw: bytes)
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a row: the name of its table, then each column that has a value.
  ///
  /// A column without a value is left out, so that a later version may add one to a table and every seal still holds.
  mutating func add(_ row: PlainRow, of table: PlainTable) throws {
    add(table.name)
    for place in table.columns.indices {
      let value = try row.value(place)
      if case .null = value { continue }
      add(table.columns[place].name)
      switch value {
      case .null: break
      case .integer(let number):
        add(1)
        add(number)
      case .text(let bytes):
        add(2)
        add(bytes)
      case .bytes(let bytes):
        add(3)
        add(bytes)
      }
    }
    add(-1)
  }

  /// The digest in 64 hexadecimal digits; what is added afterwards begins anew.
  mutating func end() -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    return Self.hexadecimal(digest)
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private mutating func add(raw bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(&context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }
}
