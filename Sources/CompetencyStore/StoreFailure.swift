internal import CompetencyCore
internal import GRDB
internal import Glibc

/// What the database says, as a refusal that tells a person what to do.
///
/// - Parameter isReading: whether nothing was to be written.
func refusal(for error: any Error, file: String, isReading: Bool = false) -> Refusal {
  if let refusal = error as? Refusal { return refusal.naming(file) }
  guard let error = error as? DatabaseError else {
    return Refusal(.ioFailed, .read_failed, at: SourcePlace(file: file), values: ["detail": "\(type(of: error))"])
  }
  let values = ["detail": error.resultCode.description, "file": file]
  let place = SourcePlace(file: file)
  switch error.resultCode {
  case .SQLITE_FULL: return Refusal(.cannotCreate, .disk_full, at: place, values: values)
  case .SQLITE_NOMEM: return Refusal(.ioFailed, .out_of_memory, at: place, values: values)
  case .SQLITE_CORRUPT: return Refusal(.ioFailed, .database_damaged, at: place, values: values)
  case .SQLITE_NOTADB: return Refusal(.ioFailed, .not_a_database, at: place, values: values)
  case .SQLITE_BUSY, .SQLITE_LOCKED: return Refusal(.busy, .busy, at: place, values: ["holder": "", "file": file])
  case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
    return Refusal(.notAllowed, .no_permission, at: place, values: values)
  case .SQLITE_IOERR: return Refusal(.ioFailed, isReading ? .read_failed : .write_failed, at: place, values: values)
  default: return Refusal(.ioFailed, .database_damaged, at: place, values: values)
  }
}

extension Refusal {
  /// The refusal with this file where a problem says that a file is meant but not which.
  fileprivate func naming(_ file: String) -> Refusal {
    Refusal(
      status,
      problems.map { problem in
        guard problem.values["file"]?.isEmpty ?? false else { return problem }
        let place = problem.place ?? SourcePlace(file: file)
        return Problem(problem.code, at: place, values: problem.values.merging(["file": file]) { $1 })
      })
  }
}

/// What the system says of a file, as a refusal that tells a person what to do.
func refusal(forSystemError error: Int32, file: String) -> Refusal {
  let place = SourcePlace(file: file)
  switch error {
  case ENOENT, ENOTDIR: return Refusal(.cannotCreate, .folder_missing, at: place, values: ["file": file])
  case ENOSPC, EDQUOT: return Refusal(.cannotCreate, .disk_full, at: place, values: ["file": file])
  case EACCES, EPERM, EROFS: return Refusal(.notAllowed, .no_permission, at: place, values: ["file": file, "detail": ""])
  default:
    return Refusal(.ioFailed, .write_failed, at: place, values: ["file": file, "detail": String(cString: strerror(error))])
  }
}

/// The refusal for a row that this program could not have written.
func damaged(_ what: String) -> Refusal {
  Refusal(.ioFailed, .database_damaged, values: ["detail": what, "file": ""])
}
