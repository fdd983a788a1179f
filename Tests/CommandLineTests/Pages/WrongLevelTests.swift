import Testing

/// A wrong level put right on Mo's phone, without a script: at once, and when it is seen days later.
@Suite(.serialized, .fewAtOnce) struct WrongLevelTests {
  @Test func `a wrong tick is put right in one tap at once, and in four taps from Sanne's page two days later`() throws {
    let desk = try Desk(.samples)
    try desk.run("account password mo", input: ServedSite.password + "\n")
    try desk.run("matrix set t-014 LAS-05=beheerst --on \(Day.fromToday(-2)) --by mo")
    let site = try ServedSite(desk)
    let phone = try Browser(.phone, in: desk, hasScript: false)
    try phone.signIn("mo", at: site)
    let hand = CountedHand(phone)

    try phone.open(site.origin + "/trainee/t-014/afvinken")
    let task = try #require(
      try phone.run("return document.querySelector('fieldset.tick input[type=radio]').name.slice('taak.'.length)") as? String)
    let before = try desk.run("matrix show t-014 --json").bytes
    try phone.click("fieldset.tick:nth-of-type(1) label[for$='-2']")
    try phone.click("form.ticks .bar button")
    try phone.waitForText("Bewaard. 1 taak van Sanne.")
    #expect(try desk.run("matrix show t-014 --json").bytes != before)
    try hand.tap("form[action$='/ongedaan'] button")
    try phone.waitForText("Teruggedraaid. De taak staat weer zoals daarvoor.")
    #expect(hand.taps == 1 && hand.characters == 0)
    #expect(try desk.run("matrix show t-014 --json").bytes == before)

    // The slip stays in the history, with who made it and undid it and when.
    let moment = #"\d{1,2}-\d{1,2}-\d{4} \d\d\.\d\d"#
    let undone = "ongedaan gemaakt door Mo Haddou, \(moment)"
    let slip = try Regex("vastgesteld · Mo Haddou, werkvloer · \(undone)\\s+geboekt \(moment)")
    try phone.open(site.origin + "/trainee/t-014/taak/" + task)
    let struck = try phone.text("ol.changes li")
    #expect(struck.contains(slip), "\(struck)")
    #expect(try phone.all("ol.changes li:first-child s").count == 1)
    let told = try desk.run("matrix history t-014 \(task) --by mo").text
    #expect(told.contains(try Regex("● +vastgesteld +Mo Haddou +werkvloer +geboekt \(moment) +\(undone)")))
    let document = try desk.run("matrix history t-014 \(task) --by mo --json").text
    #expect(
      document.contains(/"mark":"undone".*"booked":{"booking":"b-\d+",.*"by":"mo"},"undone":{"booking":"b-\d+",.*"by":"mo"}/))

    try phone.open(site.origin + "/trainee/t-014")
    hand.startCounting()
    try hand.tap("a[href='/trainee/t-014/taak/LAS-05']")
    try hand.tap("label[for='n1']")
    try hand.type("Nog niet op tempo", into: "#reden")
    try hand.tap("form.card button:not([name])")
    try phone.waitForText("Bewaard.")
    #expect(hand.taps <= 4, "\(hand.taps) taps")
    #expect(try site.level("LAS-05") == "aangeleerd")

    let history = try phone.run("return [...document.querySelectorAll('ol.changes li')].slice(0, 2).map(line => line.innerText)")
    let lines = try #require(history as? [String])
    let booked = try Regex("geboekt \(moment)")
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("Mo Haddou") && $0.contains(booked) }, "\(lines)")
    #expect(lines.first?.contains("Nog niet op tempo") ?? false, "\(lines)")
    try phone.close()
  }
}
