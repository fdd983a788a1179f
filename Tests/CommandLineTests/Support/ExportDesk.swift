import Foundation
import Testing

// What goes out of a database and into another.
extension Desk {
  /// Every file of a folder by its path in it.
  func files(of folder: String) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: url(folder).path)?.compactMap { $0 as? String } ?? []
    var files: [String: Data] = [:]
    for name in names {
      var isFolder: ObjCBool = false
      let path = url(folder + "/" + name).path
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = try read(folder + "/" + name)
      }
    }
    return files
  }

  /// The names of the desk's own files and folders, the streams of its runs left out.
  func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".streams-") })
  }

  /// Takes everything out, makes another database of it, takes that out too, and expects the same bytes.
  @discardableResult
  func goRound(_ location: SourceLocation = #_sourceLocation) throws -> [String: Data] {
    try run("export uit", location)
    try run("restore uit --database terug.sqlite", location)
    try run("export uit-terug --database terug.sqlite", location)
    let (first, second) = try (files(of: "uit"), files(of: "uit-terug"))
    #expect(first.count > 20, sourceLocation: location)
    #expect(Set(first.keys) == Set(second.keys), sourceLocation: location)
    for (name, bytes) in first where second[name] != bytes {
      Issue.record("\(name) came back otherwise", sourceLocation: location)
    }
    return first
  }

  /// A line asked of one's own database and of the one that was made of its export.
  func answers(_ line: String) throws -> (own: Outcome, restored: Outcome) {
    (try start(line).wait(), try start(line + " --database terug.sqlite").wait())
  }

  /// What the tables of a database are made of, as the database says itself: `table.column`; those apart that must not leave it.
  func columns(_ database: String = Desk.databaseName) throws -> [String] {
    let sql = """
      select m.name || '.' || c.name || ' ' || lower(c.type) from sqlite_master m, pragma_table_info(m.name) c
      where m.type = 'table' and m.name not like 'sqlite!_%' escape '!'
        and m.name not in ('answered_request', 'shared_device', 'sign_in_secret')
      order by m.name, c.cid
      """
    return try tool("sqlite3", database, sql).text.split(separator: "\n").map(String.init)
  }
}
