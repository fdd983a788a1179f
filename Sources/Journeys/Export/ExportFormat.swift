internal import CompetencyCore
internal import CompetencyStore
internal import Foundation

/// How the folder of an export is laid out.
enum ExportFormat {
  /// The version of the layout; a change that an older program cannot read makes it one more.
  static let version = 1
  /// The file that names the others.
  static let manifest = "manifest.json"
  /// The file for people.
  static let readme = "README.txt"

  /// The file with the rows of a table.
  static func file(of table: String) -> String { table + ".jsonl" }

  /// The folder with the bytes that a table holds: files as they came from schools, or others.
  static func folder(of table: String) -> String {
    switch table {
    // In databases of version 1 the message itself held them.
    case "message_piece", "school_message": "messages"
    default: table
    }
  }

  /// The name of the so manieth file in such a folder, from 1.
  static func piece(_ number: Int, of table: String) -> String {
    let digits = String(number)
    let folder = folder(of: table)
    return folder + "/" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
      + (sameBytes(folder, "messages") ? ".xml" : ".bin")
  }

  /// A name within a folder.
  static func path(_ name: String, in folder: String) -> String {
    folder + (folder.utf8.last == UInt8(ascii: "/") ? "" : "/") + name
  }
}

extension PlainTable {
  /// Whether the rows of one thing follow each other as pieces of one file: all of their key is the same but the last, which counts.
  var isInPieces: Bool { key.count > 1 && key.last.map { columns[$0].kind == .integer } == true }
}

/// What an export holds: every file with its rows and its digest. The same data give the same manifest.
struct ExportManifest: Decodable {
  /// The rows of a table.
  struct Table: Decodable {
    let file: String
    let rows: Int
    let sha256: String
  }
  static let schemaName = "vakmatrix/export-manifest/1"
  let schema: String
  /// The version of the layout.
  let format: Int
  /// The version of the tables.
  let databaseVersion: Int
  let files: [Table]

  /// The manifest as JSON, a line a file.
  var bytes: [UInt8] {
    let rows = files.map { "    {\"file\": \"\($0.file)\", \"rows\": \($0.rows), \"sha256\": \"\($0.sha256)\"}" }
    return Array(
      """
      {
        "schema": "\(schema)",
        "format": \(format),
        "databaseVersion": \(databaseVersion),
        "files": [
      \(rows.joined(separator: ",\n"))
        ]
      }

      """.utf8)
  }

  /// The head of a manifest: what can be read of one that a newer program made.
  struct Head: Decodable {
    let format: Int
    let databaseVersion: Int
  }
}
