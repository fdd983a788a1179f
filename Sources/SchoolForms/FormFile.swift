public import CompetencyCore
import Glibc

/// A file of a school on disk.
///
/// We open it ourselves: libxml2 would follow a web address, and unpack gzip, by itself.
public enum FormFile {
  /// All bytes of a file that a person named. It is held in memory as a whole: a message up to 4 GB, any other file up
  /// to 10 MB, past which no more of it is read.
  ///
  /// - Throws: a refusal with file_not_found, file_unreadable, too_large or not_xml.
  public static func load(_ path: String) throws(Refusal) -> [UInt8] {
    var descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    while descriptor < 0 && errno == EINTR { descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw refusal(ofError: errno, path) }
    defer { close(descriptor) }
    return try load(descriptor, named: path)
  }

  /// All bytes that come in by standard input, within the same limits.
  ///
  /// - Throws: a refusal with file_unreadable, too_large or not_xml.
  public static func loadStandardInput() throws(Refusal) -> [UInt8] { try load(STDIN_FILENO, named: "-") }

  private static func load(_ descriptor: Int32, named path: String) throws(Refusal) -> [UInt8] {
    do throws(ReadingFault) {
      return try contents(of: descriptor)
    } catch {
      switch error {
      case .system(let error): throw refusal(ofError: error, path)
      case .content(let fault): throw Refusal(.dataWrong, [fault.problem(in: path)])
      }
    }
  }

  private enum ReadingFault: Error {
    case system(Int32)
    case content(Fault)
  }

  private static func contents(of descriptor: Int32) throws(ReadingFault) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    var bytes: [UInt8] = []
    // One byte more than the file has, so that the end is seen without growing.
    bytes.reserveCapacity(max(0, min(Int(status.st_size) + 1, Limits.otherFileBytes + 1)))
    var isChecked = false
    while let piece = try piece(of: descriptor, most: 1 << 18) {
      bytes.append(contentsOf: piece)
      guard bytes.count > Limits.otherFileBytes || Int(status.st_size) > Limits.otherFileBytes else { continue }
      if !isChecked, bytes.count >= Limits.bytesBeforeForms {
        try refuseLargeOthers(bytes)
        isChecked = true
        bytes.reserveCapacity(min(Int(status.st_size) + 1, Limits.messageBytes + 1))
      }
      if bytes.count > Limits.messageBytes { throw .content(tooLargeMessage()) }
    }
    return bytes
  }

  /// Only a message may be larger than other files; which it is shows in its first part.
  private static func refuseLargeOthers(_ start: [UInt8]) throws(ReadingFault) {
    do throws(Fault) { try FileKind.refuseOthers(start) } catch { throw .content(error) }
    guard !RootName.isMessage(start) else { return }
    let limit = ["limit": writtenSize(Limits.otherFileBytes)]
    throw .content(Fault(.too_large, kind: SizeFaultKind.other_file, values: limit))
  }

  /// The next bytes; nil at the end.
  private static func piece(of descriptor: Int32, most: Int) throws(ReadingFault) -> [UInt8]? {
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      var taken = read(descriptor, buffer.baseAddress, most)
      while taken < 0 && errno == EINTR { taken = read(descriptor, buffer.baseAddress, most) }
      if taken < 0 { failure = errno }
      count = max(0, taken)
    }
    if failure != 0 { throw .system(failure) }
    return piece.isEmpty ? nil : piece
  }

  private static func refusal(ofError error: Int32, _ path: String) -> Refusal {
    let kind: UnreadableKind
    switch error {
    case ENOENT, ENOTDIR, ENAMETOOLONG: return Refusal(.notFound, .file_not_found, at: SourcePlace(file: path))
    case EISDIR: kind = .directory
    case EACCES, EPERM: kind = .permission
    default: kind = .failed
    }
    return Refusal(.notFound, .file_unreadable, at: SourcePlace(file: path), values: ["kind": kind.rawValue])
  }
}
