internal import Glibc

/// The write-ahead log of a database as a file; closing it lets go of nothing.
///
/// Its form: <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>.
final class PageLog {
  private let descriptor: Int32
  private let pageSize: Int
  /// What tells the frames of this log from those of the one before it in the same file.
  private let salt: UInt64
  private static let headSize = 32
  private static let frameHeadSize = 24

  init?(beside database: String, pageSize: Int) {
    let descriptor = open(database + "-wal", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    self.descriptor = descriptor
    self.pageSize = pageSize
    var head = [UInt32](repeating: 0, count: Self.headSize / 4)
    let size = descriptor < 0 ? 0 : head.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    salt = UInt64(head[4]) << 32 | UInt64(head[5])
    guard size == Self.headSize, Int(UInt32(bigEndian: head[2])) == pageSize else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The number of the page in a frame, and how many pages the database has when the frame ends a transaction (0 when not).
  private func head(of frame: Int) -> (page: Int, size: Int)? {
    var head = [UInt32](repeating: 0, count: Self.frameHeadSize / 4)
    let size = head.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(start(of: frame))) }
    guard size == Self.frameHeadSize, UInt64(head[2]) << 32 | UInt64(head[3]) == salt else { return nil }
    return (Int(UInt32(bigEndian: head[0])), Int(UInt32(bigEndian: head[1])))
  }

  private func start(of frame: Int) -> Int { Self.headSize + frame * (Self.frameHeadSize + pageSize) }

  /// The sum of each page that the newest transaction wrote, and how many pages the database has since; nil when unclear.
  ///
  /// - Parameter count: how many frames of the log are committed.
  func newest(of count: Int) -> (sums: [Int: UInt64], pageCount: Int)? {
    guard count > 0, let last = head(of: count - 1), last.size > 0 else { return nil }
    var latest = [last.page: count - 1]
    for frame in (0..<count - 1).reversed() {
      guard let next = head(of: frame) else { return nil }
      // The end of the transaction before.
      if next.size > 0 { break }
      if latest[next.page] == nil { latest[next.page] = frame }
    }
    var reader = Reader(self)
    var sums: [Int: UInt64] = [:]
    for (page, frame) in latest.sorted(by: { $0.value < $1.value }) {
      guard let sum = reader.sum(of: page, in: frame) else { return nil }
      sums[page] = sum
    }
    return (sums, last.size)
  }

  /// What these pages sum to in each frame that holds one of them.
  func sums(of pages: Set<Int>) -> Set<PageAndSum> {
    var reader = Reader(self)
    var found: Set<PageAndSum> = []
    var frame = 0
    while let next = head(of: frame) {
      if pages.contains(next.page), let sum = reader.sum(of: next.page, in: frame) {
        found.insert(PageAndSum(page: next.page, sum: sum))
      }
      frame += 1
    }
    return found
  }

  struct PageAndSum: Hashable {
    let page: Int
    let sum: UInt64
  }

  private struct Reader {
    private let log: PageLog
    private var summer = PageSummer()
    private var bytes: [UInt8]

    init(_ log: PageLog) { (self.log, bytes) = (log, [UInt8](repeating: 0, count: log.pageSize)) }

    mutating func sum(of page: Int, in frame: Int) -> UInt64? {
      let offset = off_t(log.start(of: frame) + PageLog.frameHeadSize)
      let size = bytes.withUnsafeMutableBytes { pread(log.descriptor, $0.baseAddress, $0.count, offset) }
      guard size == log.pageSize else { return nil }
      return bytes.withUnsafeBytes { summer.sum(of: $0, number: page) }
    }
  }
}
