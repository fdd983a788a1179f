import Testing

@Suite struct RouteChartTests {
  @Test func `the drawing has a sentence under it and a table behind it`() throws {
    let desk = try Desk(.samples)
    let page = try desk.chart()
    #expect(page.contains("<summary>Toon als tabel</summary>"))
    #expect(page.contains("Route: 16 van 36 taken beheerst, 16 gepland."))
    #expect(page.contains("<th scope=\"row\">nov. 2026</th><td>16</td><td>16</td><td>36</td>"))
    // Of a month to come nothing was seen.
    #expect(page.contains("<th scope=\"row\">feb. 2027</th>") && page.contains("<td></td><td>36</td>"))
    #expect(!page.contains("eerder plan") && !page.contains("Dunne lijn"))
    #expect(page.contains("Balk bovenaan: verwachting.") && page.contains("<rect"))
  }

  @Test func `a plan that was made anew is drawn beside the one before it`() throws {
    let desk = try Desk(.samples)
    try desk.run("trainee replan sanne LAS-04=120 LAS-06=100 --on 2026-11-01 --reason x --by mo")
    let page = try desk.chart()
    #expect(page.contains("stroke-dasharray=\"1 3\"") && page.contains("Stippels: eerder plan."))
    // LAS-06 was to be mastered by September and is not any more: plan, earlier plan, mastered, tasks.
    #expect(page.contains("<th scope=\"row\">nov. 2026</th><td>15</td><td>16</td><td>16</td><td>36</td>"))
    let before = try desk.chart("--as-of 2026-10-31")
    #expect(!before.contains("eerder plan"))
  }

  @Test func `a route that got another number of tasks has a line for it`() throws {
    let desk = try Desk(.samples)
    try desk.run("trainee edit noor --profile constructie-2")
    let page = try desk.chart("--as-of 2999-01-01", of: "noor")
    #expect(page.contains("Dunne lijn: aantal taken."))
    #expect(page.contains("<td>36</td>") && page.contains("<td>24</td>"))
    #expect(try !desk.chart(of: "noor").contains("Dunne lijn"))
  }
}

extension Desk {
  /// The sheet of a trainee as a page.
  fileprivate func chart(_ rest: String = "--as-of 2026-11-20", of who: String = "sanne") throws -> String {
    try run("report trainee \(who) \(rest) -o sheet.html")
    return String(decoding: try read("sheet.html"), as: UTF8.self)
  }
}
