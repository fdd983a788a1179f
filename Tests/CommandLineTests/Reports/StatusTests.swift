import Testing

@Suite struct StatusTests {
  @Test func `of many who are behind five are named, and it is told how many more there are`() throws {
    let desk = try Desk(.samples)
    let lines = try desk.run("status").text.split(separator: "\n")
    let head = try #require(lines.firstIndex { $0.contains("lopen achter op hun plan:") })
    let count = try #require(Int(lines[head].prefix { $0.isNumber }))
    #expect(lines[(head + 1)...].count == 6)
    #expect(lines.last == "  en nog \(count - 5)")
  }
}
