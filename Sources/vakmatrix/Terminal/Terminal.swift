internal import CompetencyCore
internal import Glibc
internal import Synchronization
internal import Wording

/// Standard output for data, standard error for everything else.
enum Terminal {
  /// Whether standard error is a terminal that somebody looks at.
  static var hasViewer: Bool { isatty(STDERR_FILENO) == 1 }

  /// How many columns standard output has; 100 when it is no terminal.
  static var columns: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
    return Int(size.ws_col)
  }

  private static let hasLostData = Mutex(false)

  /// Whether some data could not be written, so that what was printed is not whole.
  static var lostData: Bool { hasLostData.withLock { $0 } }

  /// Writes data: as it is to a file or a program, and to a terminal without what a terminal would obey.
  static func print(_ bytes: [UInt8]) {
    let shown = isatty(STDOUT_FILENO) == 1 ? harmless(bytes) : bytes
    if !write(shown, to: STDOUT_FILENO) { hasLostData.withLock { $0 = true } }
  }

  private static func harmless(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
      scalar != "\n" && scalar != "\t" && scalar != "\r" && scalar.steers ? "\u{FFFD}" : scalar
    }
    return Array(String(String.UnicodeScalarView(text)).utf8)
  }

  /// Writes data as text.
  static func print(_ text: String) { print(Array(text.utf8)) }

  /// Writes a note, a problem or progress.
  static func tell(_ bytes: [UInt8]) { _ = write(bytes, to: STDERR_FILENO) }

  /// Writes a note, a problem or progress as text.
  static func tell(_ text: String) { tell(Array(text.utf8)) }

  /// Writes all bytes, also when the system takes them in pieces; false when it takes no more.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
