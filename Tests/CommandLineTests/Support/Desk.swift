import Foundation
import Testing

/// A desk of one's own: an empty folder with the samples in reach, in which commands are typed. It is cleared away at the end.
final class Desk {
  /// What stands in the database at the start.
  enum Start {
    /// No database yet.
    case nothing
    /// The sample company, as booking b-0001.
    case company
    /// The sample company, and all its forms as booking b-0002.
    case samples
  }

  let folder: URL

  init(_ start: Start = .nothing) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("vakmatrix-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("SampleData"), withDestinationURL: Samples.folder)
    switch start {
    case .nothing: break
    case .company: try putDatabase(try Prepared.company.get())
    case .samples: try putDatabase(try Prepared.samples.get())
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Types a command line, without `vakmatrix`, and expects how it exits.
  @discardableResult
  func run(
    _ line: String, exit expected: Int32 = 0, input: String = "", environment: [String: String] = [:],
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let outcome = try start(line, input: input, environment: environment).wait()
    #expect(outcome.exit == expected, "vakmatrix \(line)\n\(outcome.errorText)", sourceLocation: location)
    return outcome
  }

  /// Types a command line and goes on while it runs.
  func start(_ line: String, input: String = "", environment: [String: String] = [:]) throws -> Running {
    let clean = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path]
    return try Running(
      try Program.url.get(), Self.words(of: line), in: folder, environment: clean.merging(environment) { _, given in given },
      input: Data(input.utf8))
  }

  /// Words as a shell splits them: at spaces, but not within double quotes.
  private static func words(of line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }

  /// Runs another program of the system in the folder.
  @discardableResult
  func tool(_ words: String..., input: String = "") throws -> Outcome {
    try startTool(words, input: input).wait()
  }

  func startTool(_ words: [String], input: String = "", environment: [String: String] = [:]) throws -> Running {
    let environment = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
    return try Running(
      URL(fileURLWithPath: "/usr/bin/env"), words, in: folder, environment: environment, input: Data(input.utf8))
  }
}

// Files of the desk.
extension Desk {
  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

  func read(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

  /// Writes a file, and the folder it stands in.
  func write(_ name: String, _ bytes: Data) throws {
    try FileManager.default.createDirectory(at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url(name))
  }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  /// Copies the company's CSV files, with one of them changed.
  func copyCompany(to name: String, changing file: String = "", _ change: (String) -> String = { $0 }) throws {
    for each in Samples.companyFiles {
      let text = try Samples.text("company/" + each)
      try write(name + "/" + each, each == file ? change(text) : text)
    }
  }
}

// What the database holds.
extension Desk {
  static let databaseName = "vakmatrix.sqlite"

  /// Puts a database in place of the one that is there.
  func putDatabase(_ bytes: Data) throws {
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(at: url(Self.databaseName + suffix)) }
    try bytes.write(to: url(Self.databaseName))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url(Self.databaseName).path)
  }

  /// Everything that the database holds, as SQL.
  func dump(_ location: SourceLocation = #_sourceLocation) throws -> Data {
    let outcome = try tool("sqlite3", Self.databaseName, ".dump")
    #expect(outcome.exit == 0, "\(outcome.errorText)", sourceLocation: location)
    #expect(outcome.text.contains("CREATE TABLE booking"), sourceLocation: location)
    return outcome.bytes
  }

  /// The matrix on the day that the samples look back on, byte for byte.
  func matrix(knownOn booking: String? = nil) throws -> Data {
    try run("matrix show --as-of 2026-11-20 --json" + (booking.map { " --known-on " + $0 } ?? "")).bytes
  }

  /// One cell of that matrix.
  func cell(_ trainee: String, _ task: String) throws -> MatrixDocument.Cell? {
    try JSONDecoder().decode(MatrixDocument.self, from: matrix()).cells.first { $0.trainee == trainee && $0.task == task }
  }

  /// The bookings, newest first.
  func bookings() throws -> [LogDocument.Entry] { try run("log --json").document(LogDocument.self).bookings }

  /// What waits in the inbox.
  func inbox() throws -> [InboxDocument.Item] { try run("inbox list --json").document(InboxDocument.self).items }

  /// The questions in the inbox.
  func questions() throws -> [InboxDocument.Item] { try inbox().filter { $0.kind == "question" } }
}

/// Databases that many tests start from, made once by the program itself.
private enum Prepared {
  static let company = Result { try made(["setup SampleData/company"]) }
  static let samples = Result { try made(["setup SampleData/company", "import SampleData/Forms"]) }

  private static func made(_ lines: [String]) throws -> Data {
    let desk = try Desk()
    for line in lines { _ = try desk.start(line).wait() }
    return try desk.read(Desk.databaseName)
  }
}
