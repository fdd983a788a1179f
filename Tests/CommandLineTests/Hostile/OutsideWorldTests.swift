import Foundation
import Testing

/// A file names other files and addresses of the network; nobody goes there.
@Suite struct OutsideWorldTests {
  @Test(arguments: ["bericht", "doctype", "dialect"])
  func `no file that a form names is opened, and no address is called`(kind: String) throws {
    let desk = try Self.desk()

    // -f: the threads that read forms too.
    let traced = try desk.measured(
      "strace -f -qq -o calls.txt -e trace=open,openat,openat2,connect,socket,execve vakmatrix import \(kind).xml || true")

    #expect(traced.outcome.exit == 0, "\(traced.outcome.errorText)")
    let calls = String(decoding: try desk.read("calls.txt"), as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(calls.contains { $0.contains("\"\(kind).xml\"") })
    #expect(!calls.contains { $0.contains("geheim") || $0.contains("voorbeeld.invalid") })
    // The C library asks its own cache of names by a local socket who the account is.
    #expect(calls.filter { $0.contains("socket(") || $0.contains("connect(") }.allSatisfy { $0.contains("AF_UNIX") })
    #expect(calls.filter { $0.contains("connect(") }.allSatisfy { $0.contains("/nscd/") })
    #expect(calls.filter { $0.contains("execve(") }.count == 1)
    for call in calls where call.contains("open") && !call.contains("ENOENT") {
      let path = call.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
      #expect(Self.isExpected(path, kind: kind, desk), "\(call)")
    }
  }

  @Test func `without a network an import is the same`() throws {
    // A namespace of its own without a network card; some machines do not let an ordinary account make one.
    let (inside, outside) = (try Self.desk(), try Self.desk())
    let isPossible = try inside.tool("unshare", "-rn", "true").exit == 0
    let without = isPossible ? "unshare -rn " : ""

    for kind in ["doctype", "dialect", "bericht"] {
      let (cut, whole) = try (
        inside.measured(without + "vakmatrix import \(kind).xml"), outside.measured("vakmatrix import \(kind).xml")
      )
      #expect(cut.outcome.exit == whole.outcome.exit)
      #expect(cut.outcome.bytes == whole.outcome.bytes)
      #expect(cut.outcome.errorBytes == whole.outcome.errorBytes)
    }
    #expect(try inside.matrix() == outside.matrix())
    #expect(try inside.bookings().count == 2)
  }

  private static func desk() throws -> Desk {
    let desk = try Desk(.company)
    let secret = desk.url("geheim.txt").path
    try desk.write("geheim.txt", "geheim")
    let include = #"<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file://\#(secret)"/>"#
    let schema = """
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="urn:vakmatrix:voortgangsformulier:1 http://voorbeeld.invalid/geheim.xsd" xsdversie
      """
    let sheet = #"<?xml-stylesheet type="text/xsl" href="http://voorbeeld.invalid/geheim.xsl"?>"#
    let message = Part.message([Part.form(1)], tail: "<toevoegingen>\(include)</toevoegingen>")
    try desk.write("bericht.xml", message.replacing("xsdversie", with: schema).replacing("<bericht", with: sheet + "<bericht"))
    let types = """
      <!DOCTYPE bericht SYSTEM "http://voorbeeld.invalid/geheim.dtd" [<!ENTITY z SYSTEM "file://\(secret)">\
      <!ENTITY % p SYSTEM "http://voorbeeld.invalid/geheim.ent"> %p;]>
      """
    try desk.write("doctype.xml", Part.after(types).replacing("Sanne", with: "&z;"))
    try desk.write("dialect.xml", "<levering>\(include)</levering>")
    return desk
  }

  /// The form, the database, what comes with the program, and what every program of the system opens.
  private static func isExpected(_ path: String, kind: String, _ desk: Desk) -> Bool {
    let programs = (try? Program.url.get().resolvingSymlinksInPath().deletingLastPathComponent().path) ?? "?"
    let own = [kind + ".xml", Desk.databaseName, Desk.databaseName + ".lock", desk.folder.path]
    let database = desk.url(Desk.databaseName).resolvingSymlinksInPath().path
    let system = [
      "/proc/", "/sys/devices/system/cpu", "/dev/urandom", "/dev/null", "/etc/ld.so.cache", "/etc/nsswitch.conf", "/etc/passwd",
      "/etc/group", "/etc/localtime", "/usr/share/zoneinfo", "/usr/lib/locale",
    ]
    let isLibrary = path.contains(".so") && (path.hasPrefix("/lib") || path.hasPrefix("/usr/") || path.contains("/swift/"))
    return own.contains(path) || path.hasPrefix(database) || path.hasPrefix(programs) || isLibrary
      || path.contains("/vakmatrix_") || system.contains { path.hasPrefix($0) }
  }
}
