import CNettle

/// The SHA-256 of bytes in hexadecimal digits.
public func sha256Hex(_ bytes: [UInt8]) -> String {
  var digest = RunningDigest()
  digest.add(bytes)
  return digest.hex()
}

/// A SHA-256 of bytes that come one piece after another.
public struct RunningDigest {
  private var context = sha256_ctx()

  /// The digest of no bytes.
  public init() { nettle_sha256_init(&context) }

  mutating func add(_ bytes: [UInt8]) { nettle_sha256_update(&context, bytes.count, bytes) }

  /// Adds bytes that are lent.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(&context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }

  /// The digest of all that was added in hexadecimal digits; afterwards it begins anew.
  public mutating func hex() -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
