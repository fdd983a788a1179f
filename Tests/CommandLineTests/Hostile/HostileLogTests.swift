import Foundation
import Testing

/// A thousand hostile strings wherever a server could log them, and the log read back.
@Suite(.fewAtOnce) struct HostileLogTests {
  @Test func `a log has one plain line an event, and nothing of what was sent`() async throws {
    let desk = try Desk(.samples)
    try desk.run("account password ria", input: ServedSite.password + "\n")
    let site = try ServedSite(desk, options: "--log-requests")
    let ria = try await site.visit("ria")
    _ = try await ria.get("/postvak/inlezen")
    let session = ria.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    let proof = try #require(ria.page?.hidden["bewijs"])
    let guest = site.guest()
    let sheet = try await guest.get("/aanmelden")
    let stranger = (guest.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "), try #require(sheet.hidden["bewijs"]))

    // The page and the form of signing in, the page for uploading, and the guest's page.
    var answered = 4
    for (number, text) in LoggedStrings.all.enumerated() {
      for request in Self.requests(with: text, number, session: session, proof: proof, stranger) {
        // What the program answers itself carries its headers; what is no HTTP at all is answered before it.
        if try request.send(to: site.origin).lowercased().contains("x-content-type-options: nosniff") { answered += 1 }
      }
    }
    site.server.terminate()
    let log = try site.server.wait()
    let lines = Self.lines(of: log.errorText)

    #expect(answered > 2000)
    let requests = lines.filter { $0.contains(" request method=") }
    #expect(requests.count == answered)
    let others = lines.filter { !$0.contains(" request method=") && !$0.hasSuffix(" info signed_in person=ria") }
    #expect(!others.isEmpty && others.allSatisfy { $0.hasSuffix(" warning sign_in_failed") })
    Self.expectPlain(log.errorBytes, without: Array(ria.cookies.values) + [proof, ServedSite.password])
  }

  @Test func `an error about a file with a hostile name is as many plain lines as about any other`() throws {
    let desk = try Desk(.company)
    let names = LoggedStrings.all.map { $0.filter { $0 != 0 && $0 != UInt8(ascii: "/") } }.map { Array($0.prefix(200)) }
    for start in stride(from: 0, to: names.count, by: 100) {
      let part = names[start..<(start + 100)]
      let (hostile, plain) = (try Self.check(part, desk), try Self.check(part.indices.map { Array("f\($0).xml".utf8) }, desk))
      #expect(hostile.exit == plain.exit && plain.exit == 66)
      #expect(hostile.errorLines.count == plain.errorLines.count)
      #expect(hostile.bytes == plain.bytes)
      expectNothingSteers(hostile.errorBytes)
    }
  }

  @Test func `an option that is not there is told without the signs that steer a terminal`() throws {
    let desk = try Desk()
    for option in ["-\u{1B}[2J\u{202E}x", "--\u{9B}31m\u{2028}x", "-\r\n\u{85}x", "--lang=\u{1B}]0;x\u{07}"] {
      for json in [[], ["--json"]] {
        let program = try Program.url.get().path
        let outcome = try desk.startTool([program, "status", option] + json).wait()
        #expect(outcome.exit == 64 && !outcome.errorBytes.isEmpty)
        expectNothingSteers(outcome.errorBytes)
      }
    }
  }

  /// The same string at a place or two where a server logs, or might.
  private static func requests(
    with text: [UInt8], _ number: Int, session: String, proof: String, _ stranger: (cookies: String, proof: String)
  ) -> [RawRequest] {
    let encoded = Array(Self.encoded(text).utf8)
    // Bytes that end a line would begin another header, which is somebody else's test.
    let raw = text.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0 }
    let cookie = (name: "Cookie", value: Array(session.utf8))
    var inPath = RawRequest("GET", Array("/trainee/".utf8) + encoded)
    inPath.headers = number % 2 == 0 ? [cookie] : []
    var inQuery = RawRequest("GET", Array("/postvak?zoek=".utf8) + encoded)
    inQuery.headers = [cookie, ("User-Agent", raw), ("Referer", encoded)]
    var third = RawRequest("GET", Array("/gezond".utf8))
    switch number % 5 {
    case 0:
      let fields = [("bewijs", Array(stranger.proof.utf8)), ("wie", encoded), ("wachtwoord", encoded)]
      third = form("/aanmelden/wachtwoord", fields, stranger.cookies)
    case 1:
      let fields = [("bewijs", Array(proof.utf8)), ("opmerking", encoded), ("keuze.\(Self.encoded(text))", encoded)]
      third = form("/postvak", fields, session)
    case 2:
      third = upload(named: raw.filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ";") }, session, proof)
    case 3:
      third.headers = [("X-Forwarded-For", raw), ("Host", encoded), ("Cookie", raw)]
    default:
      third = RawRequest("GET", Array("/".utf8) + raw)
    }
    return [inPath, inQuery, third]
  }

  private static func form(_ path: String, _ fields: [(String, [UInt8])], _ session: String) -> RawRequest {
    var request = RawRequest("POST", Array(path.utf8))
    request.headers = [
      ("Cookie", Array(session.utf8)), ("Content-Type", Array("application/x-www-form-urlencoded".utf8)),
      ("Sec-Fetch-Site", Array("same-origin".utf8)),
    ]
    request.body = Array(fields.map { Array(($0.0 + "=").utf8) + $0.1 }.joined(separator: Array("&".utf8)))
    return request
  }

  private static func upload(named name: [UInt8], _ session: String, _ proof: String) -> RawRequest {
    var request = form("/postvak/inlezen", [], session)
    request.headers[1].value = Array("multipart/form-data; boundary=vak".utf8)
    let head = "--vak\r\nContent-Disposition: form-data; name=\"bewijs\"\r\n\r\n\(proof)\r\n--vak\r\n"
    request.body =
      Array((head + "Content-Disposition: form-data; name=\"bestand\"; filename=\"").utf8) + name
      + Array("\"\r\n\r\n<bericht><bsn>111222333</bsn></bericht>\r\n--vak--\r\n".utf8)
    return request
  }

  private static func encoded(_ bytes: [UInt8]) -> String {
    bytes.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func check(_ names: some Sequence<[UInt8]>, _ desk: Desk) throws -> Outcome {
    // By a file of names: a name that is no UTF-8 cannot be given to a process from here.
    try desk.write("namen", Data(names.map { $0 + [0] }.joined()))
    let importing = "xargs -0 -a namen -- '\(try Program.url.get().path)' import --dry-run --"
    return try desk.startTool(["sh", "-c", importing + "; test $? = 123 && exit 66"]).wait()
  }

  /// The lines of a log after the one that tells the address.
  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init).filter { !$0.contains("http://") }
  }

  private static func expectPlain(_ bytes: Data, without secrets: [String]) {
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.steers })
    for secret in secrets + LoggedStrings.planted + [LoggedStrings.word] { #expect(!text.contains(secret), "\(secret)") }
    let form = /[0-9TZ:-]{20} (info|warning|error) [a-z_]+( [a-z]+=\S+)*/
    for line in text.split(separator: "\n") where !line.contains("http://") {
      #expect((try? form.wholeMatch(in: line)) != nil, "\(line)")
    }
    let numbers = text.split { !$0.isNumber }.filter { $0.count == 9 && passesElevenTest($0) }
    #expect(numbers == [])
  }

  private static func passesElevenTest(_ figures: Substring) -> Bool {
    let values = figures.compactMap(\.wholeNumberValue)
    let sum = zip(values, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
    return values.count == 9 && sum % 11 == 0
  }
}
