import Foundation
import Glibc
import Testing

/// What a run took of the machine.
struct Measured {
  let outcome: Outcome
  let seconds: Double
  /// The most memory that one of its programs had at one moment, in MiB.
  let peakMiB: Double
}

extension Desk {
  /// Types lines in a shell that finds `vakmatrix` by its name, and measures what they take; standard input is empty.
  func measured(_ lines: String) throws -> Measured {
    let path = try Program.url.get().deletingLastPathComponent().path
    // Foundation's `Process` keeps what a program took to itself, so this one is started and waited for by hand.
    let script =
      "cd '\(folder.path)'; PATH='\(path)':$PATH; unset VAKMATRIX_DATABASE VAKMATRIX_BY; { \(lines)\n} >.out 2>.error </dev/null"
    let clock = ContinuousClock()
    let start = clock.now
    var pid: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = []
    // Linux counts a program's peak from the size of what started it, and tests are large; `time` is small.
    let peak = url(".peak").path
    for word in ["time", "--quiet", "-f", "%M", "-o", peak, "sh", "-c", script] { arguments.append(strdup(word)) }
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    #expect(posix_spawn(&pid, "/usr/bin/time", nil, nil, &arguments, environ) == 0)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    let seconds = (clock.now - start) / .seconds(1)
    let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    let outcome = Outcome(exit: exit, bytes: try read(".out"), errorBytes: try read(".error"))
    let kilobytes = String(decoding: try read(".peak"), as: UTF8.self).split(separator: "\n").last.flatMap { Double($0) }
    return Measured(outcome: outcome, seconds: seconds, peakMiB: try #require(kilobytes) / 1024)
  }
}
