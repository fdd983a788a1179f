public import CompetencyCore

/// A file on disk that is read whole.
public enum FormFile {
  /// All bytes of a file that a person named, up to 10 MB, past which no more of it is read.
  ///
  /// - Throws: a refusal with file_not_found, file_unreadable, too_large or not_xml.
  public static func load(_ path: String) throws(Refusal) -> [UInt8] {
    try load(FormSource(path: path))
  }

  /// All bytes of a source, up to 10 MB, past which no more of it is read.
  ///
  /// - Throws: a refusal with file_not_found, file_unreadable, too_large or not_xml.
  public static func load(_ source: FormSource) throws(Refusal) -> [UInt8] {
    let path = source.name
    do {
      return try contents(of: source.open())
    } catch let fault as Fault {
      throw Refusal(.dataWrong, [fault.problem(in: path)])
    } catch let failure as ByteStream.Failure {
      throw Refusal(.notFound, [failure.problem(in: path)])
    } catch {
      throw Refusal(.failed, .unexpected, values: ["detail": path])
    }
  }

  private static func contents(of stream: ByteStream) throws -> [UInt8] {
    var bytes = try stream.next(most: (stream.size ?? 0) < 1 << 18 ? 1 << 18 : Limits.otherFileBytes + 1)
    while bytes.count <= Limits.otherFileBytes {
      let piece = try stream.next(most: 1 << 18)
      guard !piece.isEmpty else { return bytes }
      bytes += piece
    }
    try FileKind.refuseOthers(bytes)
    throw tooLargeOther()
  }
}

/// The fault of a file that is no message, over the limit of such files.
func tooLargeOther() -> Fault {
  Fault(.too_large, kind: SizeFaultKind.other_file, values: ["limit": writtenSize(Limits.otherFileBytes)])
}
