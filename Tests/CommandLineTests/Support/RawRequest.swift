import Foundation
import Glibc
import Testing

/// A request of exactly these bytes on a connection of its own: what no client that minds the rules would send.
struct RawRequest {
  var line: [UInt8]
  var headers: [(name: String, value: [UInt8])] = []
  var body: [UInt8] = []

  /// Asks for a path, or sends a form to it.
  init(_ method: String, _ path: [UInt8]) { line = Array("\(method) ".utf8) + path + Array(" HTTP/1.1".utf8) }

  /// The answer with its headers; empty when the connection was only closed.
  func send(to origin: String) throws -> String {
    let port = try #require(origin.split(separator: ":").last.flatMap { UInt16($0) })
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(connection >= 0)
    defer { close(connection) }
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, size) == 0 }
    }
    try #require(isConnected)
    let bytes = written(host: "localhost:\(port)")
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    return Self.answer(from: connection)
  }

  private func written(host: String) -> [UInt8] {
    var bytes = line + Array("\r\n".utf8)
    let ours = [("Connection", Array("close".utf8))] + (body.isEmpty ? [] : [("Content-Length", Array("\(body.count)".utf8))])
    let hasHost = headers.contains { $0.name == "Host" }
    for (name, value) in (hasHost ? [] : [("Host", Array(host.utf8))]) + headers + ours {
      bytes += Array("\(name): ".utf8) + value + Array("\r\n".utf8)
    }
    return bytes + Array("\r\n".utf8) + body
  }

  private static func answer(from connection: Int32) -> String {
    var (answer, buffer): ([UInt8], _) = ([], [UInt8](repeating: 0, count: 1 << 16))
    while answer.count < 1 << 20 {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      answer += buffer[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }
}
