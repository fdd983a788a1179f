internal import CompetencyCore
internal import Foundation
internal import Glibc

/// What stands beside a database.
public enum StoreFiles {
  /// What the names of a database's own files have behind that of the database: the database itself, SQLite's log, shared memory and
  /// journal, the turn to write, and the sums of the pages.
  public static let endings = ["", "-wal", "-shm", "-journal", ".lock", PageSums.suffix]
  /// What the name of a database in the making has behind that of the database.
  static let halfMade = ".restoring-"
}

// The files of a database, looked at from outside.
extension Store {
  /// What a program that was ended left behind. A lock file is never left behind: the system gives the turn back by itself.
  var leftovers: Checkup {
    let logs = [path + "-wal", path + "-journal"].filter { Self.size(of: $0) > 0 && !isOpenSomewhere }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    // The names of what is written beside its place and not put there yet: a report by Foundation, a database by a restore.
    let unfinished = [".dat.nosync", String(decoding: parts[parts.count - 1], as: UTF8.self) + StoreFiles.halfMade]
    let temporary = names.filter { name in unfinished.contains { name.utf8.starts(with: $0.utf8) } }.sorted()
    let problems =
      logs.map { (name: $0, kind: "log") } + temporary.map { (name: folder.isEmpty ? $0 : folder + "/" + $0, kind: "temporary") }
    return Checkup(
      "leftovers", detail: "\(problems.count)",
      problems.map { Problem(.leftover_file, at: SourcePlace(file: $0.name), values: ["kind": $0.kind]) })
  }

  /// Whether the database and what stands beside it are for their owner alone.
  var rights: Checkup {
    let wide = StoreFiles.endings.map { path + $0 }.filter { file in
      var status = stat()
      return stat(file, &status) == 0 && status.st_mode & 0o077 != 0
    }
    return Checkup(
      "rights", detail: "\(wide.count)", wide.map { Problem(.rights_too_wide, at: SourcePlace(file: $0)) },
      status: .configuration)
  }

  private static func size(of file: String) -> Int {
    var status = stat()
    return stat(file, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether a connection is open: each holds a lock on the shared memory file. The system's list of locks is read, for
  /// opening and closing that file would take away the locks of a connection in this process.
  var isOpenSomewhere: Bool {
    var status = stat()
    guard stat(path + "-shm", &status) == 0 else { return false }
    let locks = FileManager.default.contents(atPath: "/proc/locks") ?? Data()
    let file = Array(":\(status.st_ino)".utf8)
    return locks.split { $0 == 0x20 || $0 == 0x0A }.contains { $0.reversed().starts(with: file.reversed()) }
  }
}
