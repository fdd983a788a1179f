internal import GRDBSQLite

/// The file of a database's pages, read through the connection's own hold on it: opening and closing the file beside SQLite
/// would let go of the locks of this process (POSIX).
struct PageFile {
  private let file: UnsafeMutablePointer<sqlite3_file>
  private let pageSize: Int

  /// How many pages are read at once.
  private static let stretch = 256

  init?(_ connection: OpaquePointer, pageSize: Int) {
    var found: UnsafeMutablePointer<sqlite3_file>?
    guard sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &found) == SQLITE_OK, let found else { return nil }
    (file, self.pageSize) = (found, pageSize)
  }

  /// The sum of each of the first pages as they stand in the file; nil when the system refuses to read it.
  func sums(of pageCount: Int) -> [UInt64]? {
    var summer = PageSummer()
    var sums: [UInt64] = []
    sums.reserveCapacity(pageCount)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pageSize * Self.stretch, alignment: 8)
    defer { buffer.deallocate() }
    for first in stride(from: 0, to: pageCount, by: Self.stretch) {
      let pages = min(Self.stretch, pageCount - first)
      let read = file.pointee.pMethods.pointee.xRead(
        file, buffer.baseAddress, Int32(pages * pageSize), Int64(first * pageSize))
      // What lies behind the end of the file is read as zeros.
      guard read == SQLITE_OK || read == SQLITE_IOERR | 2 << 8 else { return nil }
      for page in 0..<pages {
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[page * pageSize..<(page + 1) * pageSize])
        sums.append(summer.sum(of: bytes, number: first + page + 1))
      }
    }
    // SQLite keeps its locks on this page and writes nothing there.
    let lockPage = 0x4000_0000 / pageSize
    if lockPage < sums.count { sums[lockPage] = PageSums.unknown }
    return sums
  }
}
