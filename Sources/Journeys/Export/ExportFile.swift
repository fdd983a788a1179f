internal import CompetencyCore
internal import Glibc
internal import SchoolForms

/// A file that is written front to back, with its digest.
final class ExportFile {
  private let descriptor: Int32
  private let folder: String
  private var digest = RunningDigest()
  private var buffer: [UInt8] = []
  private var failure: Int32 = 0
  private static let most = 1 << 18

  init(_ descriptor: Int32, of folder: String) {
    (self.descriptor, self.folder) = (descriptor, folder)
    buffer.reserveCapacity(Self.most * 2)
  }

  deinit { close(descriptor) }

  /// Adds bytes that are lent.
  func add(_ bytes: UnsafeRawBufferPointer) {
    if buffer.isEmpty && bytes.count >= Self.most { return write(bytes) }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.most { flush() }
  }

  /// Adds what the body appends.
  func add(_ body: (inout [UInt8]) throws -> Void) rethrows {
    try body(&buffer)
    if buffer.count >= Self.most { flush() }
  }

  /// Ends the file, and gives its digest.
  func finish() throws(Refusal) -> String {
    flush()
    guard failure == 0 else { throw ExportFolder.refusal(failure, folder) }
    return digest.hex()
  }

  private func flush() {
    buffer.withUnsafeBytes(write)
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    digest.add(bytes)
    var rest = bytes
    while !rest.isEmpty, failure == 0 {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR {
        failure = errno
      }
    }
  }
}
