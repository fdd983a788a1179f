internal import CompetencyCore
internal import CompetencyStore
internal import Foundation
internal import Glibc
internal import SchoolForms

/// Reads the files of bytes that a table holds, one after the other, each as it came.
final class PieceReading {
  private let table: PlainTable
  private let folder: RestoreFolder
  private var descriptor: Int32 = -1
  /// The number of the file, from 1, and how much of it was read.
  private var (number, length) = (0, 0)
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  init(of table: PlainTable, in folder: RestoreFolder) { (self.table, self.folder) = (table, folder) }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    buffer.deallocate()
  }

  /// The bytes of a part, which follows the one before it or begins the next file; lent until the next part.
  func bytes(of piece: PieceName) throws(RowFault) -> UnsafeRawBufferPointer {
    if number == 0 || !sameBytes(piece.file, name) {
      try end()
      number += 1
      guard sameBytes(piece.file, name) else { throw RowFault("piece") }
      do throws(RowFault) {
        descriptor = try RestoreFolder.open(ExportFormat.path(name, in: folder.given))
      } catch {
        throw fault(error.kind)
      }
    }
    guard piece.from == length, piece.bytes >= 0, piece.bytes <= 1 << 32 else { throw RowFault("piece") }
    try read(piece.bytes)
    length += piece.bytes
    var digest = RunningDigest()
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<piece.bytes])
    digest.add(bytes)
    guard sameBytes(digest.hex(), piece.sha256) else { throw fault("changed") }
    return bytes
  }

  /// How many files there were, when there are no others.
  func finish() throws(RowFault) -> Int {
    try end()
    guard table.columns.contains(where: { $0.kind == .bytes }) else { return 0 }
    let folder = ExportFormat.folder(of: table.name)
    let found = (try? FileManager.default.contentsOfDirectory(atPath: ExportFormat.path(folder, in: self.folder.given))) ?? []
    guard found.count != number else { return number }
    let known = Set((0..<number).map { ExportFormat.piece($0 + 1, of: table.name) })
    let extra = found.map { folder + "/" + $0 }.filter { !known.contains($0) }.min() ?? folder
    throw RowFault("extra", ["piece": extra])
  }

  private var name: String { ExportFormat.piece(number, of: table.name) }

  private func fault(_ kind: String) -> RowFault { RowFault(kind, ["piece": name]) }

  /// Ends a file, of which nothing may be left.
  private func end() throws(RowFault) {
    guard descriptor >= 0 else { return }
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : -1
    close(descriptor)
    descriptor = -1
    guard size == length else { throw fault("changed") }
    length = 0
  }

  private func read(_ count: Int) throws(RowFault) {
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, length + count <= Int(status.st_size) else { throw fault("changed") }
    if buffer.count < count {
      buffer.deallocate()
      buffer = .allocate(byteCount: count, alignment: 16)
    }
    var done = 0
    while done < count {
      let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + done }, count - done)
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { throw fault("unreadable") }
      done += got
    }
  }
}
