import Foundation
import Testing

/// The files that Ineke and Karin come for, by a real browser and beside what the command line gives.
@Suite(.serialized, .fewAtOnce) struct DownloadTests {
  @Test func `Ineke's wall and Sanne's sheet come from the page as from the command line, each on one sheet`() async throws {
    let site = try ServedSite.samples("ineke")
    try site.desk.run("report wall noord --discussed --by ineke -o muur.pdf")
    try site.desk.run("report trainee sanne --by ineke -o sanne.pdf")
    let browser = try Browser(.tablet, in: site.desk)
    try browser.signIn("ineke", at: site)
    try browser.open(site.origin + "/team/Werkplaats%20Noord/muur")
    let wall = try browser.download("main a.button[href$='papier=A3']", in: site.desk)
    try browser.open(site.origin + "/trainee/t-014")
    let sheet = try browser.download("main a.button[href$='/rapport.pdf']", in: site.desk)
    try browser.close()
    for (page, file, size) in [(wall, "muur.pdf", /Page size: +1190\.\d+ x 84/), (sheet, "sanne.pdf", /Page size: +59\d.* x 84/)]
    {
      #expect(try site.desk.read(page) == site.desk.read(file), "\(page) is not \(file)")
      let told = try site.desk.tool("pdfinfo", page).text
      #expect(told.contains(/Pages: +1\n/), "\(told)")
      #expect(told.contains(size), "\(told)")
    }
  }

  @Test func `Karin's workbook comes with one click, is what the route gives, and opens with columns, zeros and dates`()
    async throws
  {
    let site = try ServedSite.samples("karin")
    let browser = try Browser(.desk, in: site.desk)
    try browser.signIn("karin", at: site)
    let name = try browser.download("main button[value=xlsx]", in: site.desk)
    try browser.close()
    #expect(name.contains("vakmatrix_hr_") && name.hasSuffix(".xlsx"))
    let route = try await site.visit("karin").get("/hr/bestand?soort=xlsx&op=\(Day.today)")
    #expect(try site.desk.read(name) == route.bytes)
    let read = try site.desk.tool("/usr/bin/python3", "-I", "-c", ReadBook.reader, name)
    #expect(read.exit == 0, "\(read.errorText)")
    let rows = try #require(try read.document(ReadBook.self).sheets.first).rows
    // One row a person under a row of headings; the table for a program is the same people.
    let table = try site.desk.run("report hr --format csv --by karin").bytes
    let records = CSVRecords.read(String(decoding: table.dropFirst(3), as: UTF8.self).unicodeScalars)
    #expect(rows.map { $0.map(\.inTable) } == records)
    #expect(rows.contains { $0.contains { $0.kind == "s" && $0.text == "00412" } })
  }
}

extension Browser {
  /// Clicks what brings a file, and waits until the whole of it stands in the desk's folder; its path there.
  fileprivate func download(_ selector: String, in desk: Desk) throws -> String {
    try download(in: desk) { try click(selector) }
  }

  /// Does what brings a file, and waits until the whole of it stands in the desk's folder; its path there.
  func download(in desk: Desk, by doing: () throws -> Void) throws -> String {
    let folder = "downloads-\(UUID().uuidString)"
    try FileManager.default.createDirectory(at: desk.url(folder), withIntermediateDirectories: false)
    try tell("Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": desk.url(folder).path])
    try doing()
    for _ in 0..<400 {
      let names = try FileManager.default.contentsOfDirectory(atPath: desk.url(folder).path)
      if let name = names.first, names.count == 1, !name.hasSuffix(".crdownload"), !name.hasPrefix(".") {
        return folder + "/" + name
      }
      usleep(50_000)
    }
    throw Refused(path: folder, answer: "no file comes")
  }
}
