import Foundation
import Testing

/// The sheet that hangs on the wall, looked at as a picture in grey at 150 dots an inch.
@Suite struct WallTests {
  @Test func `36 tasks and 14 people stand on one sheet, in letters of 11 points and more`() throws {
    let desk = try Self.deskOfFourteen()
    let told = try desk.run("report wall noord --discussed --as-of 2026-11-20 -o muur.pdf").errorText
    #expect(told.contains("1 vel A3"))
    #expect(try desk.tool("pdfinfo", "muur.pdf").text.contains(/Pages: +1\n/))

    let text = try desk.tool("pdftotext", "-bbox", "muur.pdf", "-").text
    let heights = text.matches(of: /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">/).compactMap { match in
      Double(match.1).flatMap { low in Double(match.2).map { $0 - low } }
    }
    // A line of 11 points is over 11 points high; what is only read aloud is one point.
    #expect(heights.count > 500 && heights.allSatisfy { $0 < 2 || $0 > 11 }, "\(heights.filter { (2...11).contains($0) })")
    for name in ["Sanne", "Joost", "Renée"] { #expect(text.contains(">\(name)<")) }
  }

  @Test func `a circle tells its level by its shape alone, also in grey`() throws {
    let desk = try Self.deskOfFourteen()
    try desk.run("report wall noord --discussed --as-of 2026-11-20 -o muur.pdf")
    _ = try desk.tool("pdftoppm", "-r", "150", "-gray", "-singlefile", "muur.pdf", "muur")
    let rings = try GreyPicture(try desk.read("muur.pgm")).rings(millimetres: 4...5.2, dotsAnInch: 150)

    let cells = try desk.run("matrix show --team noord --as-of 2026-11-20 --json").document(Cells.self).cells
    let expected = Dictionary(grouping: cells.filter { $0.without == nil }, by: \.level).mapValues(\.count)
    let shares = rings.map(\.darkShare)
    // Those of the legend are smaller.
    let found = [
      "nog_niet": shares.count { $0 < 0.25 }, "aangeleerd": shares.count { (0.35...0.65).contains($0) },
      "beheerst": shares.count { $0 > 0.80 },
    ]
    #expect(found == expected, "\(shares.filter { !(($0 < 0.25) || (0.35...0.65).contains($0) || $0 > 0.8) })")
    #expect(found.values.reduce(0, +) == shares.count)
    #expect(expected.values.allSatisfy { $0 > 30 })
  }

  @Test func `no plan, delay, proposal, share or family name hangs on the wall`() throws {
    let desk = try Desk(.samples)
    try desk.run("report wall noord --discussed --as-of 2026-11-20 -o muur.pdf")
    let text = try desk.tool("pdftotext", "-layout", "muur.pdf", "-").text
    for word in ["%", "te laat", "plan", "voorstel", "lang niet", "wacht", "Wit", "Haddou", "Öztürk", "00412", "t-014"] {
      if text.contains(word) { Issue.record("\(word)") }
    }
    let names = try #require(text.split(separator: "\n").first { $0.contains("Sanne") })
    let order = ["Stef", "Noor", "Jesse", "Achraf", "Femke", "Sanne", "Youssef", "Daan", "Lisa"]
    let places = order.compactMap { names.range(of: $0)?.lowerBound }
    #expect(places.count == 9 && places == places.sorted(), "the order of the list, not of a score: \(names)")
  }

  @Test func `no wall hangs before the team was told, and only tasks that may hang there do`() throws {
    let desk = try Desk(.samples)
    let refused = try desk.run("report wall noord -o muur.pdf", exit: 64)
    #expect(refused.errorText.contains("Bespreek hem eerst met de groep van Werkplaats Noord") && !desk.has("muur.pdf"))
    try desk.run("report wall noord --discussed --by mo -o muur.pdf", exit: 77)

    let told = try desk.run("report wall noord --discussed --by ineke --as-of 2026-11-20 -o muur.html")
    #expect(told.errorText.contains("besproken met Werkplaats Noord (boeking b-0003)"))
    try desk.run("report wall noord --as-of 2026-11-20 -o muur2.html")
    #expect(try desk.read("muur.html") == desk.read("muur2.html"))
    #expect(try String(decoding: desk.read("muur.html"), as: UTF8.self).contains("Met de groep besproken op "))
    // Said twice is said once, and what was said of one team says nothing of another.
    #expect(try !desk.run("report wall noord --discussed -o muur.html").errorText.contains("boeking"))
    try desk.run("report wall zuid -o muur.pdf", exit: 64)
    try desk.run("undo b-0003")
    try desk.run("report wall noord -o muur.pdf", exit: 64)

    try desk.copyCompany(to: "kaal", changing: "taken.csv") { text in
      text.replacing(";ja\n", with: ";\n").replacing("LAS-01;Hechten;Lassen;2;;;", with: "LAS-01;Hechten;Lassen;2;;;ja")
    }
    try desk.run("setup kaal")
    try desk.run("report wall noord --discussed --as-of 2026-11-20 -o muur.html")
    let page = String(decoding: try desk.read("muur.html"), as: UTF8.self)
    #expect(page.contains("Hechten") && !page.contains("Walsen"))
  }

  @Test func `more people than fit stand on a second sheet, and so do more tasks, by their groups`() throws {
    let desk = try Desk(.samples)
    try desk.copyCompany(to: "groot", changing: "trainees.csv") { text in
      text.replacing("Werkplaats Zuid", with: "Werkplaats Noord")
    }
    try desk.run("setup groot")
    let wide = try desk.run("report wall noord --discussed --as-of 2026-11-20 -o muur.pdf")
    #expect(wide.errorText.contains("2 vellen A3"))
    #expect(try desk.tool("pdfinfo", "muur.pdf").text.contains(/Pages: +2\n/))

    try desk.copyCompany(to: "meer", changing: "taken.csv") { text in
      text + (1...20).map { "EXT-\($0);Extra \($0);Extra;;;;ja\n" }.joined()
    }
    try desk.write(
      "meer/profielen.csv",
      try Samples.text("company/profielen.csv")
        + (1...20).map { "constructie-3;Constructiewerker niveau 3;EXT-\($0);beheerst;;\n" }.joined())
    try desk.run("setup meer")
    try desk.run("trainee edit sanne --profile constructie-3")
    try desk.run("report wall noord --discussed --as-of 2026-11-20 -o muur.pdf")
    let sheets = try (1...2).map { try desk.tool("pdftotext", "-f", "\($0)", "-l", "\($0)", "-layout", "muur.pdf", "-").text }
    #expect(sheets[0].contains("Werktekening lezen") && !sheets[0].contains("Extra 1"))
    #expect(sheets[1].contains("Extra 1") && sheets[1].contains("Extra 20") && sheets[1].contains("blad 2 van 2"))
  }

  private struct Cells: Decodable {
    struct Cell: Decodable {
      let level: String
      let without: String?
    }
    let cells: [Cell]
  }

  /// Five of Werkplaats Oost work in Werkplaats Noord now, which makes 14.
  private static func deskOfFourteen() throws -> Desk {
    let desk = try Desk(.samples)
    try desk.copyCompany(to: "veertien", changing: "trainees.csv") { text in
      text.components(separatedBy: "\n").map { line in
        let moves = ["t-028", "t-029", "t-030", "t-034", "t-035"].contains { line.hasPrefix($0) }
        return moves ? line.replacing("Werkplaats Oost", with: "Werkplaats Noord") : line
      }.joined(separator: "\n")
    }
    try desk.run("setup veertien")
    return desk
  }
}
