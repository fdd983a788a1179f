import Foundation
import Testing

/// The server speaks to nobody but who asks it: watched from outside while a browser walks through the pages.
@Suite(.serialized, .fewAtOnce) struct NothingOutsideTests {
  private static let calls = "connect,sendto,sendmsg,sendmmsg,accept,accept4"

  @Test func `while people open every page the server connects to nothing, and no page asks anything elsewhere`() throws {
    let desk = try PagesOfPeople.desk()
    let site = try ServedSite(desk, tracing: Self.calls, to: "calls.txt")
    for (person, paths) in PagesOfPeople.paths.sorted(by: { $0.key < $1.key }) {
      let browser = try Browser(.desk, in: desk)
      if !person.isEmpty { try browser.signIn(person, at: site) }
      for path in paths {
        try browser.open(site.origin + path)
        let asked = try browser.run("return performance.getEntriesByType('resource').map(one => one.name)") as? [String] ?? []
        #expect(asked.contains { $0.contains("/stijl.css") }, "\(path) has no style")
        #expect(asked.filter { !$0.hasPrefix(site.origin + "/") } == [], "\(path)")
      }
      try browser.close()
    }
    try site.stop()
    let seen = try Self.calls(in: desk, untilEndOf: site.server.identifier)
    // Who watched the wrong program, or nothing, has seen no visitor come in.
    #expect(seen.count { $0.contains(/accept4?(\(| resumed).* = \d+$/) } >= 5)
    // A socket of the machine itself, or a question to its own system, leaves the machine by no wire.
    let outgoing = seen.filter { !$0.contains("accept") && $0.contains(/sa_family=(?!AF_UNIX|AF_NETLINK)/) }
    #expect(outgoing == [])
  }

  /// The calls, once the tracer has written that the server ended; it writes a little later than the server ends.
  private static func calls(in desk: Desk, untilEndOf process: Int32) throws -> [String] {
    // The numbers of processes stand in a column.
    let end = try Regex("(?m)^\(process) +\\+\\+\\+ exited")
    var text = ""
    for _ in 0..<400 {
      text = String(decoding: try desk.read("calls.txt"), as: UTF8.self)
      if text.firstMatch(of: end) != nil { break }
      usleep(25_000)
    }
    #expect(text.firstMatch(of: end) != nil, "the tracer did not see the server end")
    return text.split(separator: "\n").map(String.init)
  }
}
