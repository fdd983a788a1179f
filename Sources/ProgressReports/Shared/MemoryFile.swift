internal import CXLSXWriter
import CompetencyCore
internal import SystemPackage

/// A file that stands in memory and on no disk: other programs and libraries read and write it as any file.
struct MemoryFile {
  let descriptor: FileDescriptor

  /// An empty file, which the caller closes.
  init() throws {
    let number = vakmatrix_memory_file("vakmatrix")
    guard number >= 0 else { throw Errno.noMemory }
    descriptor = FileDescriptor(rawValue: number)
  }

  /// The name by which a library of this process opens it.
  var path: String { "/proc/self/fd/\(descriptor.rawValue)" }

  /// Writes the bytes at the end, and goes back to the start for who reads.
  func fill(_ bytes: [UInt8]) throws {
    try descriptor.writeAll(bytes)
    try descriptor.seek(offset: 0, from: .start)
  }

  func close() { try? descriptor.close() }

  /// All that stands in it.
  func content() throws -> [UInt8] {
    let size = Int(try descriptor.seek(offset: 0, from: .end))
    return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let taken = try descriptor.read(
          fromAbsoluteOffset: Int64(count),
          into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[count...])))
        guard taken > 0 else { throw Errno.ioError }
        count += taken
      }
    }
  }
}
