/// How much of a file is read; what goes over is refused before libxml2 sees it.
///
/// The largest of 349 real files from schools: a tag of 5,036 bytes, 40 attributes, depth 19. libxml2 takes time that
/// grows with the square of the attributes of one tag, so these are what keeps a small file from holding the program.
enum Limits {
  /// The longest tag.
  static let tagBytes = 64 << 10
  /// The most attributes of one tag.
  static let attributes = 256
  /// How deep elements stand in each other.
  static let depth = 64
  /// The longest piece of text between two tags.
  static let textBytes = 64 << 10
  /// The longest content of an attachment, in base64.
  static let attachmentBytes = 4 << 20
  /// The longest comment.
  static let commentBytes = 1 << 20
  /// The largest form; what stands beside the forms may be as large in all.
  static let formBytes = 8 << 20
  /// The most elements of one form.
  static let formElements = 20_000
  /// What may stand before the first form.
  static let bytesBeforeForms = 1 << 20
  /// The largest file that is no message of ours.
  static let otherFileBytes = 10 << 20
  /// The most elements of a file that is no message of ours.
  static let otherFileElements = 100_000
  /// The largest message. It is held in memory as a whole while it is read.
  static let messageBytes = 4 << 30
  /// The most faults of one file that are shown; the rest is counted.
  static let shownFaults = 100
}

/// A size as people write it: `64 kB`, `10 MB`, `4 GB`.
func writtenSize(_ bytes: Int) -> String {
  switch bytes {
  case ..<(1 << 20): "\((bytes + 1023) >> 10) kB"
  case ..<(1 << 30): "\((bytes + (1 << 20) - 1) >> 20) MB"
  default: "\((bytes + (1 << 30) - 1) >> 30) GB"
  }
}
