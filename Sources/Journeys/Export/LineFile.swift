internal import CompetencyCore
internal import Glibc
internal import SchoolForms

/// A file that is read line by line, with its digest.
final class LineFile {
  /// How many lines were read.
  private(set) var count = 0
  private let descriptor: Int32
  private var buffer: UnsafeMutableRawBufferPointer
  /// What was read and is not given out yet.
  private var waiting = 0..<0
  private var isAtEnd = false
  private var running = RunningDigest()
  /// No row that this program wrote is longer.
  private static let longest = 1 << 28

  init(_ path: String) throws(RowFault) {
    descriptor = try RestoreFolder.open(path)
    buffer = .allocate(byteCount: 1 << 18, alignment: 16)
  }

  deinit {
    close(descriptor)
    buffer.deallocate()
  }

  /// The next line without its end, lent until the one after it; nil after the last.
  func next() throws(RowFault) -> UnsafeRawBufferPointer? {
    var searched = 0
    while true {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[waiting])
      if let start = rest.baseAddress, let end = memchr(start + searched, 0x0A, rest.count - searched) {
        let length = UnsafeRawPointer(end) - start
        waiting = (waiting.lowerBound + length + 1)..<waiting.upperBound
        count += 1
        return UnsafeRawBufferPointer(start: start, count: length)
      }
      searched = rest.count
      if isAtEnd {
        guard rest.isEmpty else {
          count += 1
          throw RowFault("cut")
        }
        return nil
      }
      try readOn()
    }
  }

  /// The digest of the whole file, when it was read to its end.
  func digest() -> String { running.hex() }

  private func readOn() throws(RowFault) {
    let length = waiting.count
    if waiting.lowerBound > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[waiting]))
    } else if length == buffer.count {
      guard length < Self.longest else {
        count += 1
        throw RowFault("line")
      }
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: length * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[waiting]))
      buffer.deallocate()
      buffer = larger
    }
    waiting = 0..<length
    var got = -1
    repeat {
      got = read(descriptor, buffer.baseAddress.map { $0 + length }, buffer.count - length)
    } while got < 0 && errno == EINTR
    guard got >= 0 else { throw RowFault("unreadable", ofFile: true) }
    running.add(UnsafeRawBufferPointer(rebasing: buffer[length..<(length + got)]))
    waiting = 0..<(length + got)
    isAtEnd = got == 0
  }
}
