internal import CCrypt
internal import Glibc
internal import SchoolForms

/// Passwords and codes as they are kept: hashed by yescrypt of the system's libcrypt.
///
/// One hash takes about an eighth of a second and 16 MB, so it is made away from where pages are answered.
public enum SecretHash {
  /// The longest secret in bytes; libcrypt takes no more.
  public static let longest = 500
  /// How much work one hash is; libcrypt's own scale, of which 5 is its default.
  private static let cost: UInt = 7

  /// A hash that no secret has, to hold a guess against for somebody who is not there.
  public static let ofNobody = make(of: token()) ?? ""

  /// A new hash of a secret; nil when the system cannot make one, or the secret is empty, too long or holds a zero byte.
  public static func make(of secret: String) -> String? {
    guard isHashable(secret), let setting = crypt_gensalt_ra("$y$", cost, nil, 0) else { return nil }
    defer { free(setting) }
    return hash(secret, setting: String(cString: setting))
  }

  /// Whether a secret is the one of which the hash was made; takes the same time whatever differs.
  public static func matches(_ secret: String, _ known: String) -> Bool {
    guard isHashable(secret), let made = hash(secret, setting: known) else { return false }
    return isSame(made, known)
  }

  /// The hash of a long random secret, such as that of a badge: it cannot be guessed, so it need not be slow.
  public static func plain(of token: String) -> String { sha256Hex(Array(token.utf8)) }

  /// Whether two texts are the same; the time it takes tells only their lengths.
  public static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// A random secret of 32 signs that stand in an address without change: 160 bits.
  public static func token() -> String {
    var random = SystemRandomNumberGenerator()
    let signs = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    return String(decoding: (0..<32).map { _ in signs[Int(random.next() & 31)] }, as: UTF8.self)
  }

  private static func isHashable(_ secret: String) -> Bool {
    !secret.isEmpty && secret.utf8.count <= longest && !secret.utf8.contains(0)
  }

  private static func hash(_ secret: String, setting: String) -> String? {
    var memory: UnsafeMutableRawPointer?
    var size: Int32 = 0
    defer { free(memory) }
    return crypt_ra(secret, setting, &memory, &size).map { String(cString: $0) }
  }
}
