import Foundation
import Glibc
import Testing

/// What the program is made of and stands on: nothing of it is too old, and the list of it is whole.
@Suite struct SupplyTests {
  private static let repository = Samples.folder.deletingLastPathComponent()

  @Test func `nothing that the program stands on is older than its floor`() throws {
    let (floors, found) = (try Self.floors(), try Self.versions())
    #expect(floors.all.count >= 5)
    #expect(floors.broken { found[$0.name] } == [])
  }

  @Test func `a version below its floor is found out, and so is one that is not there`() throws {
    let floors = try Floors(
      """
      # a note
      swift   swift-nio  2.100.0                  an answer that is split
      debian  libxml2    2.9.14+dfsg-1.3~deb12u5  no end
      """)
    let old = ["swift-nio": "2.99.9", "libxml2": "2.9.14+dfsg-1.3~deb12u4"]
    #expect(
      floors.broken { old[$0.name] } == [
        "swift-nio 2.99.9 is older than 2.100.0: an answer that is split",
        "libxml2 2.9.14+dfsg-1.3~deb12u4 is older than 2.9.14+dfsg-1.3~deb12u5: no end",
      ])
    let good = ["swift-nio": "2.100.0", "libxml2": "2.9.14+dfsg-1.3~deb12u10"]
    #expect(floors.broken { good[$0.name] } == [])
    #expect(floors.broken { _ in nil } == ["swift-nio is not there", "libxml2 is not there"])
    #expect(throws: Floors.Unreadable.self) { try Floors("debian libxml2 2.9.14") }
  }

  @Test func `the libraries that are loaded are those that are installed`() throws {
    let found = try Self.versions()
    let name = try #require(dlsym(nil, "sqlite3_libversion"))
    typealias Version = @convention(c) () -> UnsafePointer<CChar>
    let sqlite = String(cString: unsafeBitCast(name, to: Version.self)())
    #expect(found["libsqlite3-0"]?.hasPrefix(sqlite + "-") == true, "\(sqlite) is loaded")
    // 20914 for 2.9.14.
    let place = try #require(dlsym(nil, "xmlParserVersion")).assumingMemoryBound(to: UnsafePointer<CChar>.self)
    let number = try #require(Int(String(cString: place.pointee).prefix { $0.isNumber }))
    let xml = "\(number / 10000).\(number / 100 % 100).\(number % 100)"
    #expect(found["libxml2"]?.hasPrefix(xml + "+") == true, "\(xml) is loaded")
  }

  @Test func `the list of materials names every package and every library that is loaded`() throws {
    struct Bill: Decodable {
      struct Component: Decodable { let name, version, purl: String }
      let bomFormat, specVersion: String
      let components: [Component]
    }
    let made = try Self.run([Self.repository.appendingPathComponent(".ci/sbom").path])
    #expect(made.exit == 0, "\(made.errorText)")
    let bill = try made.document(Bill.self)
    #expect(bill.bomFormat == "CycloneDX" && bill.specVersion == "1.5")
    #expect(!made.text.contains(Self.repository.path))

    let listed = Dictionary(bill.components.map { ($0.name, $0.version) }, uniquingKeysWith: { first, _ in first })
    for (name, version) in try Self.resolved() { #expect(listed[name] == version, "\(name)") }
    let (loaded, found) = (try Self.loaded(), try Self.versions())
    #expect(loaded.isSuperset(of: ["libxml2", "libsqlite3-0", "libnettle8", "libcrypt1", "libqrencode4", "libxlsxwriter4"]))
    for name in loaded.union(["weasyprint"]) { #expect(listed[name] == found[name] && found[name] != nil, "\(name)") }
  }

  private static func floors() throws -> Floors {
    try Floors(String(contentsOf: repository.appendingPathComponent(".ci/floors"), encoding: .utf8))
  }

  /// The packages as they are resolved and as Debian has installed them.
  private static func versions() throws -> [String: String] {
    let form = "${Package} ${Version}\\n"
    let lines = try run(["dpkg-query", "-W", "-f", form]).text.split(separator: "\n")
    let pairs = lines.map { $0.split(separator: " ").map(String.init) }.filter { $0.count == 2 }.map { ($0[0], $0[1]) }
    return Dictionary(pairs + Array(try resolved()), uniquingKeysWith: { first, _ in first })
  }

  private static func resolved() throws -> [String: String] {
    struct Document: Decodable {
      struct Pin: Decodable {
        struct State: Decodable { let version: String }
        let identity: String
        let state: State
      }
      let pins: [Pin]
    }
    let bytes = try Data(contentsOf: repository.appendingPathComponent("Package.resolved"))
    let pins = try JSONDecoder().decode(Document.self, from: bytes).pins
    return Dictionary(uniqueKeysWithValues: pins.map { ($0.identity, $0.state.version) })
  }

  /// The Debian packages of which the program loads a library.
  private static func loaded() throws -> Set<String> {
    let found = try run([
      "sh", "-c", "ldd \"$0\" | awk '$3 ~ /^\\// { print $3 }' | xargs -n 1 realpath", try Program.url.get().path,
    ])
    // Swift's own libraries come with the toolchain, and with a release in the program.
    let files = found.text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("/usr/lib/") && !$0.contains("/swift/") }
    // A package may know its file by the place that it had before /lib became a link.
    let owners = try run(["dpkg-query", "-S"] + files + files.map { String($0.dropFirst("/usr".count)) }).text
    return Set(owners.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) })
  }

  private static func run(_ words: [String]) throws -> Outcome {
    let desk = try Desk()
    return try desk.startTool(words).wait()
  }
}
