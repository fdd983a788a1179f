internal import Glibc

/// A file that is written front to back, a megabyte at a time, so that a message of any size costs no memory.
struct OutputFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private var bytes: [UInt8] = []

  init(_ path: String) throws(WorkloadFailure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path) }
  }

  deinit { close(descriptor) }

  mutating func write(_ text: String) throws(WorkloadFailure) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 20 { try flush() }
  }

  consuming func finish() throws(WorkloadFailure) { try flush() }

  private mutating func flush() throws(WorkloadFailure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done) }
      guard count > 0 else { throw .cannotWrite(path) }
      done += count
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Why a workload could not be made.
public enum WorkloadFailure: Error {
  /// A file or folder could not be written.
  case cannotWrite(String)
}
