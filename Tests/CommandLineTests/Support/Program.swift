import Foundation
import Glibc
import Testing

/// The built program, which SwiftPM puts beside the tests.
enum Program {
  static let url = Result { try find() }

  private static func find() throws -> URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("vakmatrix")
      if isProgram(candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    throw Missing()
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let manager = FileManager.default
    return manager.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && manager.isExecutableFile(atPath: path)
  }

  private struct Missing: Error, CustomStringConvertible {
    let description = "The program vakmatrix is not beside the tests; build it with: swift build"
  }
}

/// What a run gave: the exit as a shell tells it, and both streams.
struct Outcome {
  let exit: Int32
  let bytes: Data
  let errorBytes: Data

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var errorText: String { String(decoding: errorBytes, as: UTF8.self) }

  /// The lines that a person reads on standard error.
  var errorLines: [String] { errorText.split(separator: "\n").map(String.init) }

  /// The one document on standard output.
  func document<Document: Decodable>(_: Document.Type = Document.self) throws -> Document {
    try JSONDecoder().decode(Document.self, from: bytes)
  }

  /// The one document on standard error.
  func errorDocument() throws -> ErrorDocument { try JSONDecoder().decode(ErrorDocument.self, from: errorBytes) }
}

/// A program that is running; its streams go to files, so that no pipe can fill up and hold it.
final class Running {
  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  private let streams: URL

  init(_ program: URL, _ arguments: [String], in folder: URL, environment: [String: String], input: Data) throws {
    streams = folder.appendingPathComponent(".streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: false)
    try input.write(to: streams.appendingPathComponent("in"))
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    let ends = [try FileHandle(forReadingFrom: streams.appendingPathComponent("in")), try writing("out"), try writing("error")]
    // The program has its own; ours would stay open as long as anybody may still ask how it ended.
    defer { for end in ends { try? end.close() } }
    process.standardInput = ends[0]
    process.standardOutput = ends[1]
    process.standardError = ends[2]
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
  }

  private func writing(_ name: String) throws -> FileHandle {
    let url = streams.appendingPathComponent(name)
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }

  /// Presses Ctrl-C, when it has not ended yet.
  func interrupt() {
    if process.isRunning { process.interrupt() }
  }

  /// Ends it from outside, at once and without its doing.
  func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

  /// Asks it to stop, as the system does.
  func terminate() {
    if process.isRunning { process.terminate() }
  }

  /// What it said on standard error until now.
  func errorSoFar() throws -> String { try String(contentsOf: streams.appendingPathComponent("error"), encoding: .utf8) }

  /// What it said on standard output until now.
  func textSoFar() throws -> String { try String(contentsOf: streams.appendingPathComponent("out"), encoding: .utf8) }

  var isRunning: Bool { process.isRunning }
  var identifier: Int32 { process.processIdentifier }

  /// Waits until it has ended.
  func wait() throws -> Outcome {
    ended.wait()
    // Who waits again is told again.
    ended.signal()
    let out = try Data(contentsOf: streams.appendingPathComponent("out"))
    let error = try Data(contentsOf: streams.appendingPathComponent("error"))
    let isSignal = process.terminationReason == .uncaughtSignal
    return Outcome(exit: process.terminationStatus + (isSignal ? 128 : 0), bytes: out, errorBytes: error)
  }
}
