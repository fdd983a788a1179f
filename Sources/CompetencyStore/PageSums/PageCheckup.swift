internal import CompetencyCore
internal import GRDB
internal import GRDBSQLite

extension Store {
  /// How many pages are named when more than these are wrong.
  private static let most = 3

  /// Whether the bytes of every page are those that were written last.
  ///
  /// It is looked at within a turn to write, so that nobody writes meanwhile; readers go on.
  var writtenPages: Checkup {
    // Who may not write may not take a turn either, and another may have it.
    guard let turn = try? WriterLock(beside: path, holder: holder) else { return unjudged("turn") }
    defer { withExtendedLifetime(turn) {} }
    do throws(Refusal) {
      return try attempt(isReading: true) {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK, let connection else {
          throw DatabaseError(resultCode: .SQLITE_CANTOPEN)
        }
        sqlite3_busy_timeout(connection, 5000)
        return try verdict(connection)
      }
    } catch {
      return Checkup("written_pages", error)
    }
  }

  private func verdict(_ connection: OpaquePointer) throws -> Checkup {
    guard let place = PageSums.path(of: connection), let sums = PageSums(beside: place) else { return unjudged("absent") }
    guard let changed = try sums.changedPages(of: connection) else { return unjudged("other") }
    let detail = "\(sums.sums.count)"
    guard !changed.isEmpty else { return Checkup("written_pages", detail: detail) }
    let named = changed.prefix(Self.most).map { "\($0)" }.joined(separator: ", ")
    return Checkup(
      "written_pages", detail: detail,
      [
        Problem(
          .page_changed, at: SourcePlace(file: path),
          values: [
            "kind": changed.count == 1 ? "page" : "pages", "count": "\(changed.count)",
            "pages": named + (changed.count > Self.most ? ", …" : ""), "file": path, "sums": path + PageSums.suffix,
          ])
      ])
  }

  private func unjudged(_ kind: String) -> Checkup {
    Checkup(
      "written_pages", [Problem(.pages_unjudged, at: SourcePlace(file: path), values: ["kind": kind, "file": path])])
  }
}
