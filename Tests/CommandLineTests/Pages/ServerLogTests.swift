import Foundation
import Glibc
import Testing

/// The log of a server, and who reads it.
@Suite(.fewAtOnce) struct ServerLogTests {
  @Test func `a server goes on answering when nobody reads its log, and tells how many lines that cost`() async throws {
    let desk = try Desk(.samples)
    // A pipe holds 64 KiB, which is less than what is asked below makes.
    let pipe = desk.url("log").path
    try #require(mkfifo(pipe, 0o600) == 0)
    let reader = open(pipe, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    defer { close(reader) }
    let program = try Program.url.get().path
    let server = try desk.startTool(["sh", "-c", "exec '\(program)' serve --port 0 --log-requests 2>'\(pipe)'"])
    defer { server.kill() }
    let origin = try #require(
      try Self.read(reader, until: "\n").firstMatch(of: /http:\/\/localhost:\d+/).map { String($0.output) })

    // One address more than what the pipe and the line of waiting hold, four at a time, on connections that stay open.
    let config = (0..<2000).map { "url=\"\(origin)/gezond?\($0)\"\noutput=\"/dev/null\"" }.joined(separator: "\n")
    try desk.write("adressen", config + "\n")
    let answers = try desk.startTool(
      ["curl", "-s", "-m", "20", "--parallel", "--parallel-max", "4", "-w", "%{http_code}\n", "-K", "adressen"]
    ).wait()
    #expect(answers.text.split(separator: "\n").count { $0 == "200" } == 2000)

    let said = try Self.read(reader, until: "log_lines_dropped count=")
    #expect(said.contains("route=/gezond status=200"))
  }

  /// What comes out of a pipe until a text is there.
  private static func read(_ descriptor: Int32, until text: String) throws -> String {
    var said = ""
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for _ in 0..<1000 {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 { said += String(decoding: buffer[..<count], as: UTF8.self) } else { usleep(20_000) }
      if said.contains(text) { return said }
    }
    Issue.record("\(text) is not in the log")
    return said
  }
}
