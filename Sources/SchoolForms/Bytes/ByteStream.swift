import CompetencyCore
import Glibc

/// The bytes of a file, piece by piece.
///
/// We open it ourselves: libxml2 would follow a web address, and unpack gzip, by itself.
final class ByteStream {
  /// Why bytes cannot be had.
  enum Failure: Error {
    case notFound
    case unreadable(UnreadableKind)

    /// The failure as a problem of this file.
    func problem(in file: String) -> Problem {
      switch self {
      case .notFound: Problem(.file_not_found, at: SourcePlace(file: file))
      case .unreadable(let kind): Problem(.file_unreadable, at: SourcePlace(file: file), values: ["kind": kind.rawValue])
      }
    }
  }

  /// How many bytes the file has; nil when that is not known before its end.
  let size: Int?
  private var memory: ArraySlice<UInt8> = []
  /// Gives the next bytes that are to be in memory; nil after the last.
  private var more: () -> [UInt8]? = { nil }
  private var taken = 0
  private let descriptor: Int32
  private let isOurs: Bool

  /// Bytes that are in memory.
  init(_ bytes: [UInt8]) {
    (size, memory, descriptor, isOurs) = (bytes.count, bytes[...], -1, false)
  }

  /// Bytes that somebody gives piece by piece; nil after the last.
  init(pieces: @escaping () -> [UInt8]?) { (size, more, descriptor, isOurs) = (nil, pieces, -1, false) }

  /// The file at this path.
  init(path: String) throws(Failure) {
    var descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    while descriptor < 0 && errno == EINTR { descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw Self.failure(errno) }
    (self.descriptor, isOurs) = (descriptor, true)
    var status = stat()
    size = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// What comes in by standard input.
  static func standardInput() -> ByteStream { ByteStream(descriptor: STDIN_FILENO) }

  private init(descriptor: Int32) { (size, self.descriptor, isOurs) = (nil, descriptor, false) }

  deinit { if isOurs { close(descriptor) } }

  /// The next bytes, at most so many; none at the end.
  func next(most: Int) throws(Failure) -> [UInt8] {
    guard descriptor >= 0 else { return nextOfMemory(most: most) }
    // No more room than a small file needs.
    let most = size.map { min(most, max($0 - taken, 4095) + 1) } ?? most
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      // A pipe gives a little at a time.
      while count < most {
        let taken = read(descriptor, buffer.baseAddress.map { $0 + count }, most - count)
        if taken > 0 { count += taken }
        if taken == 0 { break }
        if taken < 0 && errno != EINTR {
          failure = errno
          break
        }
      }
    }
    if failure != 0 { throw Self.failure(failure) }
    taken += piece.count
    return piece
  }

  /// Pieces are put together, however small they are: the first bytes must show in which encoding the file is.
  private func nextOfMemory(most: Int) -> [UInt8] {
    var next = Array(memory.prefix(most))
    memory = memory.dropFirst(most)
    while next.count < most, let piece = more() {
      let room = most - next.count
      next += piece.prefix(room)
      memory = piece.dropFirst(room)
    }
    return next
  }

  private static func failure(_ error: Int32) -> Failure {
    switch error {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .notFound
    case EISDIR: .unreadable(.directory)
    case EACCES, EPERM: .unreadable(.permission)
    default: .unreadable(.failed)
    }
  }
}
