public import CompetencyCore
internal import Dispatch
internal import Glibc
internal import Subprocess
internal import Synchronization
internal import SystemPackage

/// Prints pages as PDF through WeasyPrint, a program of its own: tagged, with the page's language, fonts embedded.
///
/// The page is the same HTML that a browser shows; its print style sheet says how it lies on paper. Nothing is fetched, nothing
/// touches the disk, and the same page gives the same bytes. Many pages go through one process.
public struct PDFPrinter: Sendable {
  private let interpreter: [String]
  private let day: CalendarDate

  /// The printer of this computer.
  ///
  /// - Parameters:
  ///   - searchPath: the folders that programs stand in, as `PATH` has them.
  ///   - day: the day of the data, which takes the place of the clock.
  /// - Throws: ``CompetencyCore/Refusal`` with `print_program_missing` when WeasyPrint is not installed.
  public init(searchPath: String, day: CalendarDate) throws(Refusal) {
    let folders = searchPath.utf8.split(separator: UInt8(ascii: ":")).map { String(decoding: $0, as: UTF8.self) }
    guard let interpreter = folders.lazy.compactMap({ Self.interpreter(of: $0 + "/weasyprint") }).first else {
      throw Refusal(.cannotCreate, .print_program_missing)
    }
    (self.interpreter, self.day) = (interpreter, day)
  }

  /// The pages as PDF files, in the same order.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` with `print_failed` when the program ends before all are printed.
  public func print(_ pages: [[UInt8]]) throws(Refusal) -> [[UInt8]] {
    do {
      let printed = try Self.frames(in: run(pages.flatMap { Array("\($0.count)\n".utf8) + $0 }))
      guard printed.count == pages.count else { throw Refusal(.cannotCreate, .print_failed) }
      return printed
    } catch {
      throw error as? Refusal ?? Refusal(.cannotCreate, .print_failed)
    }
  }

  /// What runs the program: the first line of a Python script names its interpreter, which knows where its library is.
  private static func interpreter(of script: String) -> [String]? {
    guard access(script, X_OK) == 0, let file = try? FileDescriptor.open(FilePath(script), .readOnly) else { return nil }
    defer { try? file.close() }
    let start = [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      count = (try? file.read(into: UnsafeMutableRawBufferPointer(buffer))) ?? 0
    }
    guard start.starts(with: "#!".utf8) else { return nil }
    let line = start.dropFirst(2).prefix { $0 != UInt8(ascii: "\n") }
    let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    return words.isEmpty ? nil : words
  }

  private func run(_ input: [UInt8]) throws -> [UInt8] {
    // Isolated: neither the folder it runs in nor the environment can slip other code in.
    let arguments = interpreter.dropFirst() + ["-I", "-c", String(decoding: PackageResources.print_py, as: UTF8.self)]
    let environment = ["LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": String(day.dayNumber * 86_400)]
    let program = interpreter[0]
    // The pages go as a file: writing into the pipe of a program that has ended would end ours.
    let file = try MemoryFile()
    defer { file.close() }
    try file.fill(input)
    let source = file.descriptor
    return try waiting {
      let result = try await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(Array(arguments)),
        environment: .custom(environment.reduce(into: [:]) { $0[Environment.Key(stringLiteral: $1.key)] = $1.value }),
        input: .fileDescriptor(source, closeAfterSpawningProcess: false), output: .bytes(limit: Self.mostBytes), error: .discarded
      )
      guard result.terminationStatus.isSuccess else { throw Refusal(.cannotCreate, .print_failed) }
      return result.standardOutput
    }
  }

  /// More than all sheets of the largest company; what prints more than this is not our program.
  private static let mostBytes = 1 << 30

  private static func frames(in bytes: [UInt8]) throws(Refusal) -> [[UInt8]] {
    var frames: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let figures = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest.dropFirst(figures.count + 1)
      guard let length = Int(String(decoding: figures, as: UTF8.self)), rest.count >= length else {
        throw Refusal(.cannotCreate, .print_failed)
      }
      frames.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return frames
  }
}

/// Waits for asynchronous work on a thread that is not one of the pool's, as those of commands are.
private func waiting<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
  let result = Mutex<Result<Value, any Error>?>(nil)
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    let found: Result<Value, any Error>
    do { found = .success(try await work()) } catch { found = .failure(error) }
    result.withLock { $0 = found }
    done.signal()
  }
  done.wait()
  guard let result = result.withLock({ $0 }) else { throw Refusal(.cannotCreate, .print_failed) }
  return try result.get()
}
