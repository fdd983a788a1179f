import Foundation
import Testing

/// Reports on paper, as poppler's programs read them.
@Suite struct PrintedTests {
  @Test(arguments: [
    (line: "report trainee sanne --by ineke", pages: 1, size: "595.276 x 841.89 pts (A4)"),
    (line: "report team noord", pages: 3, size: "841.89 x 595.276 pts (A4)"),
    (line: "report wall noord --discussed", pages: 1, size: "1190.55 x 841.89 pts (A3)"),
    (line: "report wall noord --discussed --paper A4", pages: 12, size: "595.276 x 841.89 pts (A4)"),
    (line: "report hr", pages: 1, size: "595.276 x 841.89 pts (A4)"),
    (line: "report conversation --blank voortgangsgesprek", pages: 1, size: "595.276 x 841.89 pts (A4)"),
  ])
  func `each report is tagged, in Dutch, on its paper, with its letters in it`(line: String, pages: Int, size: String) throws {
    let desk = try Desk(.samples)
    try desk.run("\(line) \(line.contains("--blank") ? "" : "--as-of 2026-11-20") -o blad.pdf")

    let told = try desk.tool("pdfinfo", "blad.pdf").text
    #expect(told.contains("Tagged:          yes"))
    #expect(told.firstMatch(of: /Pages: +(\d+)\n/)?.1 == "\(pages)", "\(told)")
    #expect(told.contains("Page size:       \(size)"), "\(told)")
    let fonts = try desk.tool("pdffonts", "blad.pdf").text.split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(/yes yes yes +\d+ +0$/) }, "\(fonts)")
    // The catalogue of the file stands in it in plain text.
    let bytes = try desk.read("blad.pdf")
    #expect(bytes.range(of: Data("/Lang (nl)".utf8)) != nil)
    #expect(try desk.tool("pdftotext", "blad.pdf", "-").text.contains(/[Ww]eek|gesprek/))
  }

  @Test func `the same data give the same bytes, on another day and elsewhere`() throws {
    let desk = try Desk(.samples)
    for (name, zone) in [("one", "Pacific/Auckland"), ("two", "America/Los_Angeles")] {
      try desk.run("report trainee --team noord --as-of 2026-11-20 -o \(name)/", environment: ["TZ": zone])
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.url("one").path).sorted()
    #expect(names.count == 9 && names.contains("vakmatrix_sanne-de-wit_2026-11-20.pdf"))
    for name in names { #expect(try desk.read("one/" + name) == desk.read("two/" + name)) }
  }

  @Test func `a sheet is printed the same alone and among others`() throws {
    let desk = try Desk(.samples)
    try desk.run("report trainee sanne daan lisa --as-of 2026-11-20 -o bladen/")
    try desk.run("report trainee sanne --as-of 2026-11-20 -o sanne.pdf")
    #expect(try desk.read("bladen/vakmatrix_sanne-de-wit_2026-11-20.pdf") == desk.read("sanne.pdf"))
  }

  @Test func `every trainee of the company fits on one sheet`() throws {
    let desk = try Desk(.samples)
    try desk.run("report trainee --team \"\" --as-of 2026-11-20 -o bladen/", exit: 66)
    for team in ["noord", "zuid", "montage", "oost"] {
      try desk.run("report trainee --team \(team) --as-of 2026-11-20 -o bladen/")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.url("bladen").path)
    #expect(names.count == 33)
    for name in names { #expect(try desk.tool("pdfinfo", "bladen/" + name).text.contains(/Pages: +1\n/), "\(name)") }
  }

  @Test func `whoever has the most of everything still has one sheet, and what was cut is counted`() throws {
    let desk = try Desk()
    try desk.copyCompany(to: "vol")
    let long = String(repeating: "Lasnaden van grote lengte controleren ", count: 6)
    let tasks = (1...80).map { "T-\($0);\(long)\($0);Groep \($0 / 5) \(long);2;12;ja;ja" }
    try desk.write("vol/taken.csv", "code;titel;groep;nodig;herhalen_maanden;veiligheid;muur\n" + tasks.joined(separator: "\n"))
    let profile = (1...80).map { "alles;\(long);T-\($0);beheerst;\($0)" }
    try desk.write("vol/profielen.csv", "profiel;titel;taak;niveau;week\n" + profile.joined(separator: "\n"))
    let name = String(repeating: "Wilhelmina ", count: 12)
    try desk.write(
      "vol/trainees.csv",
      "id;roepnaam;achternaam;team;profiel;begeleider;leidinggevende;school;studentnummer;start;einde;ritme\n"
        + "t-1;\(name);\(name);\(name);alles;mo;ineke;roc-delta;0512345;2024-09-02;2027-07-31;maandelijks\n")
    try desk.run("setup vol")
    try desk.run("matrix set t-1 \((1...30).map { "T-\($0)=beheerst" }.joined(separator: " ")) --on 2025-03-03 --by mo")
    try desk.run("matrix set t-1 \((31...60).map { "T-\($0)=beheerst" }.joined(separator: " ")) --on 2026-11-18 --by mo")
    try desk.run("matrix set t-1 \((61...75).map { "T-\($0)=aangeleerd" }.joined(separator: " ")) --on 2026-11-19 --by mo")
    for number in 1...15 { try desk.run("agreement add t-1 \"\(number) \(long) | mo | 2027-01-\(10 + number)\" --by mo") }

    try desk.run("report trainee t-1 --by mo -o blad.pdf")
    #expect(try desk.tool("pdfinfo", "blad.pdf").text.contains(/Pages: +1\n/))
    let text = try desk.tool("pdftotext", "-layout", "blad.pdf", "-").text
    #expect(text.contains("en nog 55") && text.contains("en nog 10"), "\(text)")
  }

  @Test func `without WeasyPrint there is one sentence and no file`() throws {
    let desk = try Desk(.samples)
    let refused = try desk.run("report hr -o hr.pdf", exit: 73, environment: ["PATH": "/nergens"])
    #expect(refused.errorLines.count == 1 && refused.errorText.contains("het pakket weasyprint"))
    #expect(!desk.has("hr.pdf"))
  }

  @Test func `a printed report is made without a look at the network or at other files of the desk`() throws {
    let desk = try Desk(.samples)
    try desk.write(
      "eigen/Reports/hr.mustache", "{{! eigen }}<html lang=nl><img src='geheim.png'><img src='http://voorbeeld.invalid/x.png'>")
    let run = try desk.tool(
      "strace", "-f", "-qq", "-e", "trace=openat,connect", "-o", "spoor.txt", try Program.url.get().path,
      "report", "hr", "--templates", "eigen", "-o", "hr.pdf")
    #expect(run.exit == 0, "\(run.errorText)")
    let trace = String(decoding: try desk.read("spoor.txt"), as: UTF8.self)
    #expect(!trace.contains("geheim.png") && !trace.contains("AF_INET"))
  }
}
