import Testing

@Suite struct ForecastCommandTests {
  @Test func `a route tells in months when the trainee arrives, and of what that was made`() throws {
    let desk = try Desk(.samples)
    let said = try desk.run("trainee route sanne --as-of 2026-11-20 --by sanne").text.replacing("\n", with: " ")
    let forecast = try #require(try desk.route("sanne --as-of 2026-11-20").forecast)
    #expect(forecast.state == "range" && forecast.percent == 80 && forecast.otherRoutes == 0)
    #expect(forecast.ownMoments == 15)
    let (earliest, latest) = (try #require(forecast.earliest), try #require(forecast.latest))
    #expect(earliest > "2026-11" && latest > earliest && latest.count == 7)
    #expect(said.contains("Als het zo doorgaat, is Sanne klaar tussen") && said.contains("15 stappen in eigen tempo"))
  }

  @Test func `the same facts give the same forecast, on another day of looking and in the report too`() throws {
    let (one, other) = try (Desk(.samples), Desk(.samples))
    let line = "trainee route sanne --as-of 2026-11-20 --json"
    #expect(try one.run(line).bytes == other.run(line).bytes)
    let report = try one.run("report trainee sanne --as-of 2026-11-20 --json").text
    let forecast = try #require(try one.route("sanne --as-of 2026-11-20").forecast?.latest)
    #expect(report.contains("\"latest\":\"\(forecast)\""))
    #expect(try one.run("trainee route sanne --as-of 2026-11-20 --json --known-on b-0002").text.contains(forecast))
  }

  @Test func `with few steps of one's own the routes of others who went before tell it`() throws {
    let desk = try Desk(.samples)
    let forecast = try #require(try desk.route("jesse --as-of 2026-11-20").forecast)
    #expect(forecast.state == "range" && forecast.ownMoments ?? 9 < 6 && forecast.otherRoutes ?? 0 >= 3)
    let known = try #require(try desk.route("jesse --as-of 2026-11-20 --known-on b-0002").forecast)
    #expect(known.latest == forecast.latest && known.otherRoutes == forecast.otherRoutes)
  }

  @Test func `before eight weeks there is too little to tell, and a training that stands still has no forecast`() throws {
    let desk = try Desk(.samples)
    #expect(try desk.route("jesse --as-of 2026-10-20").forecast?.state == "too_little")
    #expect(try desk.run("trainee route jesse --as-of 2026-10-20").text.contains("Wanneer Jesse klaar is: te weinig gegevens."))
    #expect(try desk.route("anne-fleur").forecast?.state == "paused")
    #expect(try desk.route("gijs").forecast == nil)
  }

  @Test(arguments: [
    "report hr", "report hr --json", "report team Noord", "report team Noord --json", "matrix show", "status", "matrix coverage",
  ])
  func `no report of HR and of a team has a forecast`(line: String) throws {
    let desk = try Desk(.samples)
    let said = try desk.run(line).text
    for word in ["forecast", "verwachting", "Als het zo doorgaat", "earliest"] { #expect(!said.contains(word), "\(word)") }
  }

  @Test func `a pause is no time of learning`() throws {
    let desk = try Desk(.samples)
    try desk.run("trainee pause sanne")
    #expect(try desk.route("sanne").forecast?.state == "paused")
    #expect(try desk.run("report trainee sanne").text.contains("De opleiding van Sanne"))
    try desk.run("trainee pause sanne --resume")
    #expect(try desk.route("sanne").forecast?.state == "range")
    #expect(try desk.route("sanne --known-on b-0003").forecast?.state == "paused")
  }
}
