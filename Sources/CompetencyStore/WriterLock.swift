internal import CompetencyCore
internal import Glibc

/// The turn to write: a file lock beside the database, held for one writing transaction with its checkpoint.
///
/// SQLite before 3.51.3 can damage a WAL when two connections write and checkpoint at once, so writers take turns over all
/// processes; readers never wait.
struct WriterLock: ~Copyable {
  private let descriptor: Int32

  /// Waits for the turn, at most this long.
  ///
  /// - Throws: ``Refusal`` with `busy`, naming who holds the turn, or `no_permission`.
  init(beside database: String, holder: String, waitingMilliseconds: Int = 5000) throws(Refusal) {
    let path = database + ".lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw refusal(forSystemError: errno, file: database)
    }
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard waited < waitingMilliseconds else {
        let holder = Self.content(of: descriptor)
        close(descriptor)
        throw Refusal(.busy, .busy, at: SourcePlace(file: database), values: ["holder": holder, "file": database])
      }
      usleep(25_000)
      waited += 25
    }
    self.descriptor = descriptor
    let note = Array("\(holder), proces \(getpid())".utf8)
    _ = ftruncate(descriptor, 0)
    _ = note.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func content(of descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 200)
    let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }

  deinit { close(descriptor) }
}
